import type { ApiKey, KeyIdentity } from "../domain/api-key.ts";
import type { Attempt, AttemptWithRequest, StatusClass } from "../domain/attempt.ts";
import type { Delivery, DeliveryStatus, DeliveryWithRequest, Share, Trigger } from "../domain/delivery.ts";
import type {
  DisabledReason,
  Endpoint,
  EndpointSpec,
  EndpointStatus,
  PayloadFormat,
} from "../domain/endpoint.ts";
import type { Event, EventContent, EventSummary, PublishedEvent } from "../domain/event.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Organization, OrganizationSettings } from "../domain/organization.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { Role } from "../domain/role.ts";
import type { EndpointSecret } from "../domain/signing-secret.ts";

/**
 * Everything durable, as atomic verbs: each either happened when its promise resolves, and is on disk, or did
 * not happen at all. Whatever a caller gets wrong rejects with an `AppError`. Verbs about a tenant's objects
 * take its organization first: another tenant's id is a `not_found`. Time and ids are always parameters.
 *
 * One process owns the data, so a claim lives in memory: a crash ends them all. A store shared by several
 * processes would lease instead, behind the same verbs.
 */
export interface Store extends KeyVerbs, EndpointVerbs, EventVerbs, DeliveryVerbs, EngineVerbs {
  /** Resolves when a commit has reached the disk; rejects with `unavailable` when the disk is full. */
  checkWritable(nowMs: number): Promise<void>;
  /** Ends after the commits under way. */
  close(): Promise<void>;
}

/** An object's id or its caller-chosen uid. */
export type Reference = string;

export interface KeyVerbs {
  /** On data that has no organization yet: makes `default` and the first operator key. Says whether it did. */
  initialize(first: { organizationId: string; key: NewKey }): Promise<{ created: boolean }>;
  /** Null if there is none. */
  findOrganization(reference: Reference): Promise<Organization | null>;
  /** The key whose token has this SHA-256 (hex), or null. Expiry is the caller's to judge. */
  findKeyByHash(hash: string): Promise<KeyIdentity | null>;
  /** Notes that a key was used; written at most once a minute a key. */
  touchKey(keyId: string, nowMs: number): Promise<void>;
  /** Keys of the organization; with a null organization those of the instance (operators). */
  listKeys(organizationId: OrganizationId | null, page: PageRequest): Promise<Page<ApiKey>>;
  createKey(organizationId: OrganizationId | null, key: NewKey): Promise<ApiKey>;
  /** A key by id; operators' keys are found with a null organization only. */
  getKey(organizationId: OrganizationId | null, keyId: string): Promise<ApiKey>;
  /** Makes the successor and lets the old key expire at `oldExpiresAtMs` (at once, if that is now). */
  rotateKey(
    organizationId: OrganizationId | null,
    keyId: string,
    successor: Pick<NewKey, "id" | "hash" | "prefix" | "nowMs">,
    oldExpiresAtMs: number,
  ): Promise<ApiKey>;
  revokeKey(organizationId: OrganizationId | null, keyId: string): Promise<void>;
}

export interface NewKey {
  id: string;
  name: string;
  role: Role;
  /** SHA-256 of the token, hex. */
  hash: string;
  prefix: string;
  expiresAtMs: number | null;
  nowMs: number;
}

export interface EndpointFilter {
  status?: EndpointStatus | undefined;
  /** Endpoints whose subscription takes this type. */
  eventType?: string | undefined;
  /** Part of the URL, the description or the uid, whatever the case. */
  search?: string | undefined;
}

export interface NewEndpoint {
  id: string;
  spec: EndpointSpec;
  /** `whsec_…` */
  secret: string;
  nowMs: number;
  /** `limit_reached` when the organization has this many. */
  endpointsMax: number;
}

/** What a changed endpoint means to the engine: hand it to `nudge`. */
export interface EndpointChange {
  endpoint: Endpoint;
  work: NewWork;
}

export interface EndpointVerbs {
  createEndpoint(organizationId: OrganizationId, endpoint: NewEndpoint): Promise<EndpointChange>;
  getEndpoint(organizationId: OrganizationId, reference: Reference, nowMs: number): Promise<Endpoint>;
  listEndpoints(
    organizationId: OrganizationId,
    filter: EndpointFilter,
    page: PageRequest,
    nowMs: number,
  ): Promise<Page<Endpoint>>;
  /** Reads, changes and writes in one step. `change` is pure, gets headers in clear, may throw an `AppError`. */
  updateEndpoint(
    organizationId: OrganizationId,
    reference: Reference,
    change: (current: EndpointSpec) => EndpointSpec,
    nowMs: number,
  ): Promise<EndpointChange>;
  /** Starts the counters anew; sends nothing that was canceled. A paused endpoint stays paused. */
  enableEndpoint(
    organizationId: OrganizationId,
    reference: Reference,
    nowMs: number,
  ): Promise<EndpointChange>;
  /** Cancels what is pending. Disabling a disabled endpoint changes nothing. */
  disableEndpoint(
    organizationId: OrganizationId,
    reference: Reference,
    reason: DisabledReason,
    nowMs: number,
  ): Promise<EndpointChange>;
  /** Effective at once; its deliveries and attempts go in small steps (`continueChores`). */
  deleteEndpoint(organizationId: OrganizationId, reference: Reference, nowMs: number): Promise<NewWork>;
  getSecret(organizationId: OrganizationId, reference: Reference, nowMs: number): Promise<EndpointSecret>;
  /** The old secrets keep signing until their end; a sixth active one is `limit_reached`. */
  rotateSecret(
    organizationId: OrganizationId,
    reference: Reference,
    rotation: { secret: string; gracePeriodSeconds: number; nowMs: number },
  ): Promise<{ secret: EndpointSecret; work: NewWork }>;
}

export interface NewEvent {
  /** The caller's or a generated one. */
  id: string;
  type: string;
  /** JSON text of an object, kept byte for byte. */
  data: string;
  timestampMs: number;
  /** Null: at once. */
  deliverAtMs: number | null;
  /** Ids or uids of endpoints; null: whoever subscribed. An unknown one is `validation_failed` at its path. */
  endpointReferences: readonly Reference[] | null;
  tags: readonly string[];
  nowMs: number;
}

export interface AcceptedEvent {
  published: PublishedEvent;
  work: NewWork;
}

export interface EventFilter {
  type?: string | undefined;
  tag?: string | undefined;
  sinceMs?: number | undefined;
  untilMs?: number | undefined;
}

export interface EventVerbs {
  /** Stores the event and one delivery per recipient, as one. A repeated id stores nothing: `duplicate`. */
  acceptEvent(organizationId: OrganizationId, event: NewEvent): Promise<AcceptedEvent>;
  getEvent(organizationId: OrganizationId, eventId: string): Promise<Event>;
  /** Tests are left out. */
  listEvents(
    organizationId: OrganizationId,
    filter: EventFilter,
    page: PageRequest,
  ): Promise<Page<EventSummary>>;
}

export interface DeliveryFilter {
  endpointId?: Reference | undefined;
  eventId?: string | undefined;
  eventType?: string | undefined;
  status?: DeliveryStatus | undefined;
  sinceMs?: number | undefined;
  untilMs?: number | undefined;
}

export interface AttemptFilter {
  endpointId?: Reference | undefined;
  eventId?: string | undefined;
  eventType?: string | undefined;
  outcome?: Outcome | undefined;
  statusClass?: StatusClass | undefined;
  trigger?: Trigger | undefined;
  sinceMs?: number | undefined;
  untilMs?: number | undefined;
}

export interface DeliveryVerbs {
  getDelivery(organizationId: OrganizationId, deliveryId: string): Promise<DeliveryWithRequest>;
  listDeliveries(
    organizationId: OrganizationId,
    filter: DeliveryFilter,
    page: PageRequest,
  ): Promise<Page<Delivery>>;
  /** Oldest first. */
  listAttemptsOfDelivery(
    organizationId: OrganizationId,
    deliveryId: string,
    page: PageRequest,
  ): Promise<Page<Attempt>>;
  listAttempts(
    organizationId: OrganizationId,
    filter: AttemptFilter,
    page: PageRequest,
  ): Promise<Page<Attempt>>;
  getAttempt(organizationId: OrganizationId, attemptId: string): Promise<AttemptWithRequest>;
  /**
   * A new delivery of the same event to the same endpoint, with the full schedule. Of a pending one: its next
   * attempt becomes due now, no new delivery. `endpoint_disabled` where nothing would be sent.
   */
  resendDelivery(
    organizationId: OrganizationId,
    deliveryId: string,
    resend: { newDeliveryId: string; nowMs: number },
  ): Promise<{ delivery: Delivery; isNew: boolean; work: NewWork }>;
  /** `delivery_not_pending` when it has ended already. An attempt in flight ends and is recorded. */
  cancelDelivery(
    organizationId: OrganizationId,
    deliveryId: string,
    nowMs: number,
  ): Promise<{ delivery: Delivery; work: NewWork }>;
}

/** The store's own number of an endpoint: what the engine's lanes are keyed by. */
export type EndpointKey = number;
/** The store's own number of a delivery. */
export type DeliveryKey = number;

/** What a commit means to the engine. Handed over by `nudge`, so that nothing waits for a poll. */
export interface NewWork {
  /** Claimed for the engine and due now: it starts these or gives them back with `release`. */
  due: DueDelivery[];
  /**
   * Endpoints whose table has work at that time: look there (`claimDue`) once it has come. In that share, if it is
   * known; else in all of them.
   */
  waiting: {
    endpoint: EndpointKey;
    organizationId: OrganizationId;
    share: Share | null;
    dueAtMs: number;
  }[];
  /** Endpoints whose target, policy or status changed (or that are gone): read them anew. */
  changed: EndpointKey[];
  /** There are steps left to do: call `continueChores` until it says it is done. */
  chores: boolean;
}

export const noWork: Readonly<NewWork> = Object.freeze({ due: [], waiting: [], changed: [], chores: false });

/** A claimed delivery with all that its attempt needs of the event. */
export interface DueDelivery {
  key: DeliveryKey;
  id: string;
  organizationId: OrganizationId;
  endpoint: EndpointKey;
  trigger: Trigger;
  share: Share;
  /** Attempts made so far. */
  attemptCount: number;
  dueAtMs: number;
  event: EventContent;
  payloadFormat: PayloadFormat;
  settings: OrganizationSettings;
}

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
  /** Newest first; those past their `expiresAtMs` do not sign. */
  secrets: readonly { secret: string; expiresAtMs: number | null }[];
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
  /** Gives claims back unused: the deliveries stay pending. */
  release(deliveries: readonly DeliveryKey[]): void;
  /** Writes the attempt and everything that follows from it, as one, and ends the claim. */
  recordAttempt(record: RecordAttempt): Promise<RecordedAttempt>;
  /** Stores a test as an event with one delivery and its one attempt. Counts nowhere. */
  recordTest(test: TestAttempt): Promise<Attempt>;
  /** Does one bounded step of what is left of large fan-outs, disables and deletions. */
  continueChores(nowMs: number): Promise<{ done: boolean; work: NewWork }>;
}
