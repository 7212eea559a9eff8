import type { AlertVerbs } from "./alert-verbs.ts";
import type { AttachmentVerbs } from "./attachment.ts";
import type { AuditVerbs } from "./audit-verbs.ts";
import type { BacklogVerbs } from "./backlog-verbs.ts";
import type { CatalogueVerbs } from "./catalogue-verbs.ts";
import type { CongestionVerbs } from "./congestion-verbs.ts";
import type { DeliveryVerbs } from "./delivery-verbs.ts";
import type { EndpointVerbs } from "./endpoint-verbs.ts";
import type { EngineVerbs } from "./engine-verbs.ts";
import type { EventChangeVerbs } from "./event-change-verbs.ts";
import type { EventVerbs } from "./event-verbs.ts";
import type { IdempotencyVerbs } from "./idempotency-verbs.ts";
import type { InventoryVerbs } from "./inventory-verbs.ts";
import type { KeyVerbs } from "./key-verbs.ts";
import type { OrganizationVerbs } from "./organization-verbs.ts";
import type { RetentionVerbs } from "./retention-verbs.ts";
import type { SourceVerbs } from "./source-verbs.ts";
import type { StatisticsVerbs } from "./statistics-verbs.ts";
import type { TaskVerbs } from "./task-verbs.ts";

/**
 * Everything durable, as atomic verbs: each either happened when its promise resolves, and is on disk, or did
 * not happen at all. Whatever a caller gets wrong rejects with an `AppError`. Verbs about a tenant's objects
 * take its organization first: another tenant's id is a `not_found`. Time and ids are always parameters.
 *
 * One process owns the data, so a claim lives in memory: a crash ends them all. A store shared by several
 * processes would lease instead, behind the same verbs.
 */
export interface Store
  extends OrganizationVerbs,
    KeyVerbs,
    EndpointVerbs,
    CatalogueVerbs,
    EventVerbs,
    EventChangeVerbs,
    SourceVerbs,
    DeliveryVerbs,
    TaskVerbs,
    EngineVerbs,
    BacklogVerbs,
    AlertVerbs,
    CongestionVerbs,
    StatisticsVerbs,
    RetentionVerbs,
    AttachmentVerbs,
    AuditVerbs,
    InventoryVerbs,
    IdempotencyVerbs {
  /** Resolves when a commit has reached the disk; rejects with `unavailable` when the disk is full. */
  checkWritable(nowMs: number): Promise<void>;
  /** Ends after the commits under way. */
  close(): Promise<void>;
}
