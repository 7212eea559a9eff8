import { and, desc, eq, gte, lt } from "drizzle-orm";
import type { AuditEntry } from "../../domain/audit-entry.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { toIso } from "../../domain/time.ts";
import type { AuditFilter } from "../audit-verbs.ts";
import type { Drizzle } from "./drizzle.ts";
import { auditLog } from "./schema.ts";
import { nthBelowIn, walk, withoutSeq } from "./walk.ts";

const entryColumns = {
  seq: auditLog.seq,
  id: auditLog.id,
  at: auditLog.at,
  keyId: auditLog.keyId,
  keyName: auditLog.keyName,
  action: auditLog.action,
  objectId: auditLog.objectId,
  address: auditLog.address,
  changes: auditLog.changes,
};

/** Newest first. */
export function listAuditLog(
  orm: Drizzle,
  organizationSeq: number,
  filter: AuditFilter,
  page: PageRequest,
): Page<AuditEntry> {
  const inOrganization = eq(auditLog.organizationSeq, organizationSeq);
  return withoutSeq(
    walk({
      list: "audit-log",
      page,
      nthBelow: nthBelowIn(orm, auditLog, inOrganization),
      rows: ({ before, floor, limit }) =>
        orm
          .select(entryColumns)
          .from(auditLog)
          .where(and(inOrganization, lt(auditLog.seq, before), gte(auditLog.seq, floor), ...matching(filter)))
          .orderBy(desc(auditLog.seq))
          .limit(limit)
          .all(),
    }),
  );
}

function matching({ action, keyId, objectId, sinceMs, untilMs }: AuditFilter) {
  return [
    action === undefined ? undefined : eq(auditLog.action, action),
    keyId === undefined ? undefined : eq(auditLog.keyId, keyId),
    objectId === undefined ? undefined : eq(auditLog.objectId, objectId),
    sinceMs === undefined ? undefined : gte(auditLog.at, toIso(sinceMs)),
    untilMs === undefined ? undefined : lt(auditLog.at, toIso(untilMs)),
  ];
}
