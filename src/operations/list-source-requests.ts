import { createHash } from "node:crypto";
import { AppError } from "../domain/app-error.ts";
import { idPrefixes, type OrganizationId } from "../domain/id.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { RequestVerdict, SourceRequest } from "../domain/source.ts";
import type { OperationContext } from "./context.ts";

/** The requests that a source has taken, from the file, and those that it refused, from memory, newest first. */
export async function listSourceRequests(
  { store, inbound }: OperationContext,
  organizationId: OrganizationId,
  sourceId: string,
  { verdict, page }: { verdict: RequestVerdict | undefined; page: PageRequest },
): Promise<Page<SourceRequest>> {
  const beforeId = page.cursor === null ? null : placeOf(sourceId, page.cursor);
  const range = { beforeId, limit: page.limit + 1 };
  // Refuses where there is no such source.
  await store.getSource(organizationId, sourceId);
  const stored =
    verdict === "rejected"
      ? []
      : await store.listSourceRequests(organizationId, sourceId, { verdict, ...range });
  const refused = (verdict ?? "rejected") === "rejected" ? inbound.refused.list(sourceId, range) : [];
  const all = [...stored, ...refused].sort((a, b) => (a.id < b.id ? 1 : -1));
  const data = all.slice(0, page.limit);
  const last = data.at(-1);
  return { data, nextCursor: all.length > page.limit && last ? cursorBehind(sourceId, last.id) : null };
}

/** Longer than any cursor made here, so that nobody can make us decode a megabyte. */
const cursorCharactersMax = 200;

/** Ids rise with time, so they are places in both lists at once. */
function cursorBehind(sourceId: string, requestId: string): string {
  return Buffer.from(`${requestId}:${checkOf(sourceId, requestId)}`).toString("base64url");
}

function placeOf(sourceId: string, cursor: string): string {
  const text = cursor.length > cursorCharactersMax ? "" : Buffer.from(cursor, "base64url").toString("latin1");
  const [requestId = ""] = text.split(":");
  // What is not exactly as this list would write it was not written by it.
  if (requestId.startsWith(idPrefixes.request) && cursorBehind(sourceId, requestId) === cursor)
    return requestId;
  throw new AppError("invalid_cursor", "The cursor is not one of this list. Start again without a cursor.", {
    errors: [{ path: "cursor", message: "is not one that this list gave out" }],
  });
}

/** Finds damage, not forgery: a cursor gives nothing that its organization may not see. */
function checkOf(sourceId: string, requestId: string): string {
  return createHash("sha256").update(`source-requests ${sourceId} ${requestId}`).digest("hex").slice(0, 8);
}
