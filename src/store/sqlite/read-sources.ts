import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { Page, PageRequest } from "../../domain/page.ts";
import {
  type RequestVerdict,
  requestsKeptMax,
  type Source,
  type SourceRequest,
} from "../../domain/source.ts";
import type { Drizzle } from "./drizzle.ts";
import { sourceRequests, sources } from "./source-schema.ts";
import { nthBelowIn, walk, withoutSeq } from "./walk.ts";

/** A source with its configuration as it lies in the file: a reader has no key. */
export type SealedSource = Omit<Source, "config"> & { sealedConfig: Uint8Array };

/** An organization's sources, newest first. */
export function listSources(orm: Drizzle, organizationSeq: number, page: PageRequest): Page<SealedSource> {
  const { id, seq, kind, name, status, sealedConfig, createdAt, updatedAt } = sources;
  const inOrganization = eq(sources.organizationSeq, organizationSeq);
  const found = walk({
    list: "sources",
    page,
    nthBelow: nthBelowIn(orm, sources, inOrganization),
    rows: ({ before, limit }) =>
      orm
        .select({ seq, id, kind, name, status, sealedConfig, createdAt, updatedAt })
        .from(sources)
        .where(and(inOrganization, isNull(sources.deletedAt), lt(sources.seq, before)))
        .orderBy(desc(sources.seq))
        .limit(limit)
        .all(),
  });
  return withoutSeq(found);
}

/** Requests that the source has taken, newest first, of those that its log keeps. */
export function listSourceRequests(
  orm: Drizzle,
  sourceSeq: number,
  filter: { verdict?: RequestVerdict | undefined; beforeId: string | null; limit: number },
): SourceRequest[] {
  const { id, at, address, verdict, reason, eventIds, body } = sourceRequests;
  const ofSource = eq(sourceRequests.sourceSeq, sourceSeq);
  // What the log has too many of, until the next time that it is trimmed.
  const tooOld = orm
    .select({ id })
    .from(sourceRequests)
    .where(ofSource)
    .orderBy(desc(id))
    .limit(1)
    .offset(requestsKeptMax)
    .get();
  return orm
    .select({ id, at, address, verdict, reason, eventIds, body })
    .from(sourceRequests)
    .where(
      and(
        ofSource,
        filter.beforeId === null ? undefined : lt(id, filter.beforeId),
        filter.verdict === undefined ? undefined : eq(verdict, filter.verdict),
      ),
    )
    .orderBy(desc(id))
    .limit(filter.limit)
    .all()
    .filter((row) => tooOld === undefined || row.id > tooOld.id);
}
