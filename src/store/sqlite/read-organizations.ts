import { and, desc, isNull, lt } from "drizzle-orm";
import type { Organization } from "../../domain/organization.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Drizzle } from "./drizzle.ts";
import { nounOf } from "./organization-directory.ts";
import { organizations } from "./schema.ts";

/** Every tenant of the instance, newest first. */
export function listOrganizations(orm: Drizzle, { limit, cursor }: PageRequest): Page<Organization> {
  const before = decodeCursor("organizations", cursor) ?? Number.MAX_SAFE_INTEGER;
  const rows = orm
    .select()
    .from(organizations)
    .where(and(lt(organizations.seq, before), isNull(organizations.deletedAt)))
    .orderBy(desc(organizations.seq))
    .limit(limit + 1)
    .all();
  const listed = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? encodeCursor("organizations", listed.at(-1)?.seq ?? 0) : null;
  return { data: listed.map(nounOf), nextCursor };
}
