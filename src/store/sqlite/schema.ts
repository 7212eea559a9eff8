import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AlertData } from "../../domain/alert.ts";
import type { AuditAction, Changes } from "../../domain/audit-entry.ts";
import type { Filter } from "../../domain/filter/filter.ts";
import type { OrganizationSettings } from "../../domain/organization.ts";
import type { RetrySchedule } from "../../domain/retry-schedule.ts";
import type { BodySignature } from "../../domain/signing.ts";
import {
  alertKindCodes,
  deliveryReasonCodes,
  deliveryStatusCodes,
  disabledReasonCodes,
  endpointStatusCodes,
  eventKindCodes,
  outcomeCodes,
  payloadFormatCodes,
  roleCodes,
  shareCodes,
  signatureSchemeCodes,
  spanCodes,
  triggerCodes,
} from "./codes.ts";
import { any, blob, coded, flag, json, time } from "./column-types.ts";

/**
 * The tables of `migrations/` as Drizzle sees them: what a query selects has the type of the noun it becomes.
 * A test compares this file with a migrated database.
 */

const role = coded(roleCodes);
const endpointStatus = coded(endpointStatusCodes);
const disabledReason = coded(disabledReasonCodes);
const payloadFormat = coded(payloadFormatCodes);
const signatureScheme = coded(signatureSchemeCodes);
const eventKind = coded(eventKindCodes);
const deliveryStatus = coded(deliveryStatusCodes);
const deliveryReason = coded(deliveryReasonCodes);
const trigger = coded(triggerCodes);
const share = coded(shareCodes);
const outcome = coded(outcomeCodes);
const alertKind = coded(alertKindCodes);
const span = coded(spanCodes);

/** Headers as stored: the value of a sensitive one is null here and sealed elsewhere. */
export type StoredHeaders = Record<string, string | null>;

/** A body signature as stored: its secret is sealed elsewhere. */
export type StoredBodySignature = Omit<BodySignature, "secret">;

export const meta = sqliteTable("meta", { name: text().primaryKey(), value: any() });

export const organizations = sqliteTable("organizations", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  uid: text(),
  name: text().notNull(),
  settings: json<OrganizationSettings>("settings").notNull(),
  deletedAt: time("deleted_at"),
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
});

export const payloadSettings = sqliteTable("payload_settings", {
  seq: integer().primaryKey(),
  organizationSeq: integer("organization_seq").notNull(),
  fromDeliverySeq: integer("from_delivery_seq").notNull(),
  apiVersion: text("api_version").notNull(),
  liveMode: flag("live_mode").notNull(),
});

export const apiKeys = sqliteTable("api_keys", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  organizationSeq: integer("organization_seq"),
  name: text().notNull(),
  role: role("role").notNull(),
  hash: text().notNull(),
  prefix: text().notNull(),
  expiresAt: time("expires_at"),
  lastUsedAt: time("last_used_at"),
  createdAt: time("created_at").notNull(),
});

export const endpoints = sqliteTable("endpoints", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  organizationSeq: integer("organization_seq").notNull(),
  uid: text(),
  url: text().notNull(),
  description: text().notNull(),
  eventTypes: json<string[]>("event_types").notNull(),
  filter: json<Filter>("filter"),
  status: endpointStatus("status").notNull(),
  disabledReason: disabledReason("disabled_reason"),
  disabledAt: time("disabled_at"),
  resumedAt: time("resumed_at"),
  rateLimitPerSecond: integer("rate_limit_per_second"),
  timeoutSeconds: integer("timeout_seconds").notNull(),
  retry: json<RetrySchedule>("retry").notNull(),
  autoDisableAfter: integer("auto_disable_after"),
  ordered: flag("ordered").notNull(),
  headers: json<StoredHeaders>("headers").notNull(),
  sealedHeaders: blob("sealed_headers"),
  payloadFormat: payloadFormat("payload_format").notNull(),
  signingScheme: signatureScheme("signing_scheme").notNull(),
  bodySignature: json<StoredBodySignature>("body_signature"),
  sealedBodySecret: blob("sealed_body_secret"),
  metadata: json<Record<string, string>>("metadata").notNull(),
  revisionSeq: integer("revision_seq").notNull(),
  canceledThrough: integer("canceled_through").notNull(),
  deletedAt: time("deleted_at"),
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
});

export const endpointHealth = sqliteTable("endpoint_health", {
  endpointSeq: integer("endpoint_seq").primaryKey(),
  consecutiveFailures: integer("consecutive_failures").notNull(),
  consecutiveFailedAttempts: integer("consecutive_failed_attempts").notNull(),
  countedFailedAttempts: integer("counted_failed_attempts").notNull(),
  firstFailureAtMs: integer("first_failure_at"),
  lastSuccessAtMs: integer("last_success_at"),
  lastFailureAtMs: integer("last_failure_at"),
  lastError: text("last_error"),
  heldUntilMs: integer("held_until"),
});

export const endpointSecrets = sqliteTable("endpoint_secrets", {
  seq: integer().primaryKey(),
  endpointSeq: integer("endpoint_seq").notNull(),
  sealed: blob("sealed").notNull(),
  createdAt: time("created_at").notNull(),
  expiresAtMs: integer("expires_at"),
});

export const endpointRevisions = sqliteTable("endpoint_revisions", {
  seq: integer().primaryKey(),
  endpointSeq: integer("endpoint_seq").notNull(),
  url: text().notNull(),
  headers: json<StoredHeaders>("headers").notNull(),
  bodySignatureHeader: text("body_signature_header"),
  payloadFormat: payloadFormat("payload_format").notNull(),
  createdAt: time("created_at").notNull(),
});

export const typeNames = sqliteTable("type_names", {
  seq: integer().primaryKey(),
  name: text().notNull(),
});

export const eventTypes = sqliteTable("event_types", {
  seq: integer().primaryKey(),
  organizationSeq: integer("organization_seq"),
  name: text().notNull(),
  description: text().notNull(),
  group: text("group_name"),
  archived: flag("archived").notNull(),
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
  schema: text(),
  example: text(),
});

export const events = sqliteTable("events", {
  seq: integer().primaryKey(),
  organizationSeq: integer("organization_seq").notNull(),
  id: text().notNull(),
  typeSeq: integer("type_seq").notNull(),
  kind: eventKind("kind").notNull(),
  canceledThrough: integer("canceled_through"),
  data: text(),
  timestamp: time("timestamp").notNull(),
  deliverAt: time("deliver_at"),
  isTargeted: flag("is_targeted").notNull(),
  tags: json<string[]>("tags"),
  deliveryCount: integer("delivery_count").notNull(),
  canceledCount: integer("canceled_count").notNull(),
  createdAt: time("created_at").notNull(),
  sourceId: text("source_id"),
});

export const deliveries = sqliteTable("deliveries", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  organizationSeq: integer("organization_seq").notNull(),
  endpointSeq: integer("endpoint_seq").notNull(),
  eventSeq: integer("event_seq").notNull(),
  typeSeq: integer("type_seq").notNull(),
  revisionSeq: integer("revision_seq").notNull(),
  trigger: trigger("trigger").notNull(),
  share: share("share").notNull(),
  status: deliveryStatus("status").notNull(),
  reason: deliveryReason("reason"),
  attemptCount: integer("attempt_count").notNull(),
  maxAttempts: integer("max_attempts").notNull(),
  firstDueAt: time("first_due_at").notNull(),
  dueAt: time("due_at"),
  lastResponseStatus: integer("last_response_status"),
  lastOutcome: outcome("last_outcome"),
  createdAt: time("created_at").notNull(),
  completedAt: time("completed_at"),
});

export const attempts = sqliteTable("attempts", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  organizationSeq: integer("organization_seq").notNull(),
  endpointSeq: integer("endpoint_seq").notNull(),
  deliverySeq: integer("delivery_seq").notNull(),
  revisionSeq: integer("revision_seq").notNull(),
  number: integer().notNull(),
  startedAt: time("started_at").notNull(),
  durationMs: integer("duration_ms").notNull(),
  outcome: outcome("outcome").notNull(),
  responseStatus: integer("response_status"),
  responseHeaders: json<Record<string, string>>("response_headers"),
  responseBody: text("response_body"),
  responseBodyTruncated: flag("response_body_truncated").notNull(),
  error: text(),
  signature: text().notNull(),
  bodySignature: text("body_signature"),
});

export const auditLog = sqliteTable("audit_log", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  organizationSeq: integer("organization_seq").notNull(),
  at: time("at").notNull(),
  keyId: text("key_id").notNull(),
  keyName: text("key_name").notNull(),
  action: text().$type<AuditAction>().notNull(),
  objectId: text("object_id").notNull(),
  address: text(),
  changes: json<Changes>("changes").notNull(),
});

export const idempotencyKeys = sqliteTable("idempotency_keys", {
  seq: integer().primaryKey(),
  organizationSeq: integer("organization_seq").notNull(),
  request: text().notNull(),
  bodyDigest: text("body_digest").notNull(),
  status: integer().notNull(),
  reply: text().notNull(),
  eventId: text("event_id"),
  createdAt: time("created_at").notNull(),
});

export const alerts = sqliteTable("alerts", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  organizationSeq: integer("organization_seq").notNull(),
  endpointSeq: integer("endpoint_seq").notNull(),
  kind: alertKind("kind").notNull(),
  threshold: integer().notNull(),
  activatedAt: time("activated_at").notNull(),
  deactivatedAt: time("deactivated_at"),
  data: json<AlertData>("data").notNull(),
});

export const congestedEndpoints = sqliteTable("congested_endpoints", {
  endpointSeq: integer("endpoint_seq").primaryKey(),
  since: time("since").notNull(),
});

/** The counts that an hour or a day has. */
export const statistics = sqliteTable(
  "statistics",
  {
    organizationSeq: integer("organization_seq").notNull(),
    span: span("span").notNull(),
    endpointSeq: integer("endpoint_seq").notNull(),
    startAtMs: integer("start_at").notNull(),
    typeSeq: integer("type_seq").notNull(),
    published: integer().notNull(),
    created: integer().notNull(),
    succeeded: integer().notNull(),
    failed: integer().notNull(),
    canceled: integer().notNull(),
    attempts: integer().notNull(),
    latency: blob("latency").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.organizationSeq, table.span, table.endpointSeq, table.startAtMs, table.typeSeq],
    }),
  ],
);
