import type { Attempt } from "../domain/attempt.ts";
import type { DeliveryStatus, Share } from "../domain/delivery.ts";
import type { DisabledReason, EndpointStatus } from "../domain/endpoint.ts";
import type { EventContent } from "../domain/event.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { SigningSpec } from "../domain/signing.ts";
import type { DeliveryKey, DueDelivery, EndpointKey, NewWork } from "./new-work.ts";
import type { Reference } from "./reference.ts";

/** Where and how an endpoint's requests go, as it is set now. Holds secrets: never logged. */
export interface Target {
  endpoint: EndpointKey;
  endpointId: string;
  organizationId: OrganizationId;
  status: EndpointStatus;
  /** Names the URL and headers that an attempt used, so that what was sent can be shown later. */
  revision: number;
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
  signing: SigningSpec;
  /** All of the signing's scheme. Newest first; those past their `expiresAtMs` do not sign. */
  secrets: readonly { secret: string; expiresAtMs: number | null }[];
  /** Attempts that may start in any second; null: no limit. */
  rateLimitPerSecond: number | null;
  /** One delivery at a time: `claimNext`, not `claimDue`. */
  ordered: boolean;
  createdAtMs: number;
  heldUntilMs: number | null;
  /** Attempts in a row that did not succeed: the engine starts carefully where there are any. */
  consecutiveFailedAttempts: number;
}

/** An attempt as it ended. */
export interface AttemptResult {
  id: string;
  startedAtMs: number;
  durationMs: number;
  outcome: Outcome;
  responseStatus: number | null;
  responseHeaders: Record<string, string> | null;
  /** The first 1,024 bytes as UTF-8, cut at a character. */
  responseBody: string | null;
  responseBodyTruncated: boolean;
  error: string | null;
  /** Asked for by a 429 or 503; null otherwise. */
  retryAfterMs: number | null;
  revision: number;
  /** The `webhook-signature` header as sent. */
  signature: string;
  /** The value of the body signature's header as sent; null where the endpoint has none. */
  bodySignature: string | null;
}

export interface RecordAttempt {
  delivery: DeliveryKey;
  endpoint: EndpointKey;
  attempt: AttemptResult;
  /** When the attempt ended. */
  nowMs: number;
  /** From -1 to 1, for the wait before the next attempt. */
  jitter: number;
  /** True while our own network seems down: nothing counts towards auto-disable. */
  networkSuspect: boolean;
}

/** What became of the delivery and its endpoint by an attempt. */
export interface RecordedAttempt {
  /** `gone` when the delivery was deleted while in flight: nothing was written. */
  status: DeliveryStatus | "gone";
  number: number;
  /** When the delivery is due again, if it is still pending. */
  dueAtMs: number | null;
  share: Share;
  /** Set when this attempt disabled the endpoint. */
  disabled: DisabledReason | null;
  heldUntilMs: number | null;
  /** Attempts in a row that did not succeed. */
  consecutiveFailedAttempts: number;
  work: NewWork;
}

export interface TestAttempt {
  deliveryId: string;
  event: EventContent;
  attempt: AttemptResult;
  endpoint: EndpointKey;
  nowMs: number;
}

export interface EngineVerbs {
  /** Every endpoint that has pending deliveries, with its earliest due time: for the start and for the poll of last resort. */
  findWaiting(nowMs: number): Promise<NewWork>;
  /** Null when the endpoint is gone. */
  readTarget(endpoint: EndpointKey): Promise<Target | null>;
  /** By id or uid, for a test. */
  findTarget(organizationId: OrganizationId, reference: Reference): Promise<Target>;
  /**
   * Claims up to `limit` due deliveries of an endpoint in one share, earliest due first, and says when the
   * earliest one that it left is due (null: none). Nothing of a paused or disabled endpoint.
   */
  claimDue(request: { endpoint: EndpointKey; share: Share; limit: number; nowMs: number }): Promise<{
    due: DueDelivery[];
    nextDueAtMs: number | null;
  }>;
  /**
   * Claims the one delivery of an ordered endpoint whose turn it is, whatever its share: the earliest first due, then
   * the first accepted; one that was started keeps its turn until it has ended. Null while it waits for its retry, and
   * while a delivery of the endpoint is claimed. Says when to look again: with a delivery, once that one has landed.
   */
  claimNext(request: { endpoint: EndpointKey; nowMs: number }): Promise<{
    due: DueDelivery | null;
    nextDueAtMs: number | null;
  }>;
  /** Gives claims back unused: the deliveries stay pending. */
  release(deliveries: readonly DeliveryKey[]): void;
  /** Writes the attempt and everything that follows from it, as one, and ends the claim. */
  recordAttempt(record: RecordAttempt): Promise<RecordedAttempt>;
  /** Stores a test as an event with one delivery and its one attempt. Counts nowhere. */
  recordTest(test: TestAttempt): Promise<Attempt>;
  /** Does one bounded step of what is left of large fan-outs, disables and deletions. */
  continueChores(nowMs: number): Promise<{ done: boolean; work: NewWork }>;
}
