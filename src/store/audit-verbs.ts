import type { AuditAction, AuditEntry } from "../domain/audit-entry.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Page, PageRequest } from "../domain/page.ts";

export interface AuditFilter {
  action?: AuditAction | undefined;
  keyId?: string | undefined;
  objectId?: string | undefined;
  /** From this time on. */
  sinceMs?: number | undefined;
  /** Before this time. */
  untilMs?: number | undefined;
}

export interface AuditVerbs {
  /** Newest first. Entries are written by `attach`. */
  listAuditLog(
    organizationId: OrganizationId,
    filter: AuditFilter,
    page: PageRequest,
  ): Promise<Page<AuditEntry>>;
}
