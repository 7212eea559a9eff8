import type { AlertKind } from "../../domain/alert.ts";
import type { DeliveryReason, DeliveryStatus, Share, Trigger } from "../../domain/delivery.ts";
import type { DisabledReason, EndpointStatus, PayloadFormat } from "../../domain/endpoint.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Role } from "../../domain/role.ts";
import type { SignatureSchemeName } from "../../domain/signing.ts";
import type { RequestVerdict, SourceKind, SourceStatus } from "../../domain/source.ts";
import type { StatisticsInterval } from "../../domain/statistics.ts";
import type { TaskKind, TaskStatus } from "../../domain/task.ts";

/**
 * Enumerations are stored as their position in these lists. Append only: a position that has been written to a
 * file keeps its meaning for ever.
 */
export const roleCodes = ["viewer", "publisher", "admin", "owner", "operator"] as const satisfies Role[];
export const endpointStatusCodes = ["active", "paused", "disabled"] as const satisfies EndpointStatus[];
export const disabledReasonCodes = [
  "manual",
  "consecutive_failures",
  "gone",
] as const satisfies DisabledReason[];
export const payloadFormatCodes = [
  "standard",
  "event",
  "object",
  "raw",
  "text",
] as const satisfies PayloadFormat[];
export const signatureSchemeCodes = ["hmac", "ed25519"] as const satisfies SignatureSchemeName[];
/** Tests are events too, but not in the log. Operational ones are. */
export const eventKindCodes = ["published", "test", "operational"] as const;
export const deliveryStatusCodes = [
  "pending",
  "succeeded",
  "failed",
  "canceled",
] as const satisfies DeliveryStatus[];
export const deliveryReasonCodes = [
  "exhausted",
  "expired",
  "gone",
  "endpoint_disabled",
  "manual",
] as const satisfies DeliveryReason[];
export const triggerCodes = ["event", "resend", "recover", "replay", "test"] as const satisfies Trigger[];
export const shareCodes = ["first", "retry", "bulk"] as const satisfies Share[];
export const outcomeCodes = [
  "success",
  "http_error",
  "redirect",
  "timeout",
  "connection_refused",
  "connection_reset",
  "connection_failed",
  "dns_error",
  "tls_error",
  "blocked_address",
  "protocol_error",
] as const satisfies Outcome[];
export const taskKindCodes = ["recover", "replay"] as const satisfies TaskKind[];
export const taskStatusCodes = ["running", "done", "canceled", "failed"] as const satisfies TaskStatus[];
export const spanCodes = ["hour", "day"] as const satisfies StatisticsInterval[];
export const choreKindCodes = [
  "fan_out",
  "cancel_pending",
  "delete_endpoint",
  "cancel_event",
  "erase_event",
  "delete_organization",
  "delete_source",
] as const;
export const alertKindCodes = ["error_rate", "latency", "availability"] as const satisfies AlertKind[];

export const sourceKindCodes = ["generic", "whatsapp"] as const satisfies SourceKind[];
export const sourceStatusCodes = ["active", "disabled"] as const satisfies SourceStatus[];
export const requestVerdictCodes = ["accepted", "duplicate", "rejected"] as const satisfies RequestVerdict[];

/** The stored number of a value. */
export function codeOf<T extends string>(codes: readonly T[], value: T): number {
  const code = codes.indexOf(value);
  if (code < 0) throw new Error(`Invariant broken: "${value}" has no code`);
  return code;
}

/** The value of a stored number. */
export function meaningOf<T extends string>(codes: readonly T[], code: number): T {
  const value = codes[code];
  if (value === undefined) throw new Error(`Invariant broken: ${code} is not a code of ${codes.join(", ")}`);
  return value;
}
