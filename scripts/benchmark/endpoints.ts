import type { Posthorn } from "./posthorn.ts";

/** What most scenarios' endpoints have in common: whatever fails, none is disabled. */
export interface EndpointWishes {
  url: string;
  eventTypes?: readonly string[];
  timeoutSeconds?: number;
  delaysSeconds?: readonly number[];
}

export async function addEndpoint(posthorn: Posthorn, wishes: EndpointWishes): Promise<string> {
  const { url, eventTypes = ["bench.*"], timeoutSeconds, delaysSeconds } = wishes;
  const { id } = await posthorn.call("POST", "/endpoints", {
    url,
    eventTypes,
    autoDisableAfter: null,
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    ...(delaysSeconds === undefined ? {} : { retry: { delaysSeconds } }),
  });
  return String(id);
}

/** Many at once, sixteen requests under way; their ids in order. */
export async function addEndpoints(
  posthorn: Posthorn,
  count: number,
  wishesOf: (index: number) => EndpointWishes,
): Promise<string[]> {
  const ids: string[] = new Array(count).fill("");
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(16, count) }, async () => {
      while (next < count) {
        const index = next++;
        ids[index] = await addEndpoint(posthorn, wishesOf(index));
      }
    }),
  );
  return ids;
}
