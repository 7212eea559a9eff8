import type { Server } from "./posthorn-process.ts";

/** All that a list of the API holds, page by page: the newest first. The path may have a query. */
export async function listAll(server: Server, list: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await server.call("GET", `${list}${list.includes("?") ? "&" : "?"}limit=100${query}`);
    rows.push(...body.data);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return rows;
}
