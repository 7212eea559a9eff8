import { z } from "zod";
import { headersInput } from "./custom-header.ts";
import { eventTypePattern } from "./event-type.ts";
import { type Filter, filter, filterInput } from "./filter/filter.ts";
import { uid } from "./id.ts";
import { refusingProto } from "./record-names.ts";
import { retrySchedule, retryScheduleInput } from "./retry-schedule.ts";
import { type SigningSpec, signing, signingInput } from "./signing.ts";
import { secretOnce, signingSecretInput } from "./signing-secret.ts";
import { storedText } from "./stored-text.ts";
import { isoTime } from "./time.ts";

export const endpointStatus = z.enum(["active", "paused", "disabled"]);
export type EndpointStatus = z.infer<typeof endpointStatus>;

export const disabledReason = z.enum(["manual", "consecutive_failures", "gone"]);
export type DisabledReason = z.infer<typeof disabledReason>;

/** The ids of the payload formats; each has a file in `domain/payload/`. */
export const payloadFormat = z.enum(["standard", "event", "object", "raw", "text"]);
export type PayloadFormat = z.infer<typeof payloadFormat>;

export const healthState = z.enum(["healthy", "failing", "congested", "disabled"]);
export type HealthState = z.infer<typeof healthState>;

export const timeoutSecondsDefault = 10;
export const autoDisableAfterDefault = 10;

const endpointHealth = z.object({
  state: healthState,
  consecutiveFailures: z.int(),
  consecutiveFailedAttempts: z.int(),
  lastSuccessAt: isoTime.nullable(),
  lastFailureAt: isoTime.nullable(),
  lastError: z.string().nullable(),
  heldUntil: isoTime.nullable(),
  backlog: z.object({
    due: z.int(),
    oldestDueAt: isoTime.nullable(),
    arrivingPerSecond: z.number(),
    leavingPerSecond: z.number(),
  }),
  successRate24h: z.number().nullable(),
});

/** A URL that receives events, with its subscription, policy and state. */
export const endpoint = z
  .object({
    id: z.string(),
    uid: z.string().nullable(),
    url: z.string(),
    description: z.string(),
    eventTypes: z.array(z.string()),
    filter: filter.nullable(),
    status: endpointStatus,
    disabledReason: disabledReason.nullable(),
    disabledAt: isoTime.nullable(),
    rateLimitPerSecond: z.int().nullable(),
    timeoutSeconds: z.int(),
    retry: retrySchedule,
    autoDisableAfter: z.int().nullable(),
    ordered: z.boolean(),
    headers: z.record(z.string(), z.string()),
    payloadFormat,
    signing,
    metadata: z.record(z.string(), z.string()),
    health: endpointHealth,
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({
    id: "Endpoint",
    example: {
      id: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
      uid: null,
      url: "https://hooks.example.com/in",
      description: "CRM",
      eventTypes: ["message.*"],
      filter: null,
      status: "active",
      disabledReason: null,
      disabledAt: null,
      rateLimitPerSecond: null,
      timeoutSeconds: 10,
      retry: { preset: "standard", delaysSeconds: [5, 300, 1800, 7200, 18000, 36000, 36000] },
      autoDisableAfter: 10,
      ordered: false,
      headers: { "X-Env": "prod", Authorization: "[redacted]" },
      payloadFormat: "standard",
      signing: { scheme: "hmac", bodySignature: null },
      metadata: {},
      health: {
        state: "healthy",
        consecutiveFailures: 0,
        consecutiveFailedAttempts: 0,
        lastSuccessAt: null,
        lastFailureAt: null,
        lastError: null,
        heldUntil: null,
        backlog: { due: 0, oldestDueAt: null, arrivingPerSecond: 0, leavingPerSecond: 0 },
        successRate24h: null,
      },
      createdAt: "2026-05-13T12:46:25.000Z",
      updatedAt: "2026-05-13T12:46:25.000Z",
    },
  });
export type Endpoint = z.infer<typeof endpoint>;

/** The reply to a creation: the endpoint and, this once, its signing secret. */
export const createdEndpoint = endpoint
  .extend({
    secret: secretOnce,
    publicKey: z.string().optional().meta({ description: "Only with the scheme ed25519: what verifies" }),
  })
  .meta({
    id: "CreatedEndpoint",
    example: { ...(endpoint.meta()?.example as object), secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
  });
export type CreatedEndpoint = z.infer<typeof createdEndpoint>;

const metadataInput = refusingProto(
  z.record(
    storedText().min(1, "must not be empty").max(64, "must be at most 64 characters"),
    storedText().max(512, "must be at most 512 characters").nullable(),
  ),
);

const url = z
  .string({ error: "must be an absolute https URL" })
  .min(1, "must not be empty")
  .max(2048, "must be at most 2,048 characters");

const eventTypes = z
  .array(eventTypePattern, { error: "must be a list of event types or patterns" })
  .min(1, "must name at least one event type, or '*'")
  .max(200, "must be at most 200 event types");

const rateLimitPerSecond = z
  .number({ error: "must be a number or null" })
  .int("must be a whole number")
  .min(1, "must be 1 to 10,000, or null for no limit")
  .max(10_000, "must be 1 to 10,000, or null for no limit")
  .nullable();

const timeoutSeconds = z
  .number({ error: "must be a number of seconds" })
  .int("must be a whole number of seconds")
  .min(1, "must be 1 to 30")
  .max(30, "must be 1 to 30");

const autoDisableAfter = z
  .number({ error: "must be a number or null" })
  .int("must be a whole number")
  .min(1, "must be 1 to 1,000, or null for never")
  .max(1000, "must be 1 to 1,000, or null for never")
  .nullable();

const ordered = z.boolean({ error: "must be true or false" });

const description = storedText().max(500, "must be at most 500 characters");

/** What a caller sets, said once for the creation and the change of an endpoint. */
const meanings = {
  url: "Where events are sent; https, unless the operator allows http",
  eventTypes: "Which events it gets: types, `*` for all, or `message.*` for those that start with `message.`",
  description: "What it is for; shown, never sent",
  uid: "A name of your own that works wherever the id does; it must not start like an id",
  rateLimitPerSecond:
    "Attempts that may start in any second; what is above waits; null, the default, for no limit",
  timeoutSeconds: `How long an attempt may take, headers and body; default ${timeoutSecondsDefault}`,
  retry: "When failed attempts are made again; default `standard`",
  autoDisableAfter: `Exhausted deliveries in a row that disable it, null for never; default ${autoDisableAfterDefault}`,
  ordered:
    "One delivery at a time, in the order of their first due times: one that fails holds those behind it until it has ended; default false",
  headers:
    "Up to 30 headers that every request carries. The values of those that look like credentials are stored encrypted and read `[redacted]`",
  metadata: "Up to 50 strings of your own; shown, never sent",
  payloadFormat: "How the body is laid out; `standard` is Standard Webhooks",
  signing: "How requests are signed, whole; with `ed25519` receivers verify with a public key",
  filter:
    "Which events it gets, by their data, whole: conditions in the style of MongoDB; null lets all through",
} as const;

function meant<S extends z.ZodType>(name: keyof typeof meanings, schema: S): S {
  return schema.describe(meanings[name]);
}

export const endpointInput = z
  .strictObject({
    url: meant("url", url),
    eventTypes: meant("eventTypes", eventTypes),
    description: meant("description", description.optional()),
    uid: meant("uid", uid.nullable().optional()),
    rateLimitPerSecond: meant("rateLimitPerSecond", rateLimitPerSecond.optional()),
    timeoutSeconds: meant("timeoutSeconds", timeoutSeconds.optional()),
    retry: meant("retry", retryScheduleInput.optional()),
    autoDisableAfter: meant("autoDisableAfter", autoDisableAfter.optional()),
    ordered: meant("ordered", ordered.optional()),
    headers: meant("headers", headersInput.optional()),
    metadata: meant("metadata", metadataInput.optional()),
    payloadFormat: meant("payloadFormat", payloadFormat.optional()),
    signing: meant("signing", signingInput.optional()),
    filter: meant("filter", filterInput.nullable().optional()),
    secret: signingSecretInput.optional(),
  })
  .meta({
    id: "EndpointInput",
    example: { url: "https://hooks.example.com/in", eventTypes: ["message.*"], description: "CRM" },
  });
export type EndpointInput = z.infer<typeof endpointInput>;

/** A JSON merge patch (RFC 7396): absent stays, null clears; `retry`, `signing`, `filter`, `eventTypes` are replaced whole. */
export const endpointPatch = z
  .strictObject({
    url: meant("url", url.optional()),
    eventTypes: meant("eventTypes", eventTypes.optional()),
    description: meant("description", description.nullable().optional()),
    uid: meant("uid", uid.nullable().optional()),
    rateLimitPerSecond: meant("rateLimitPerSecond", rateLimitPerSecond.optional()),
    timeoutSeconds: meant("timeoutSeconds", timeoutSeconds.nullable().optional()),
    retry: meant("retry", retryScheduleInput.nullable().optional()),
    autoDisableAfter: meant("autoDisableAfter", autoDisableAfter.optional()),
    ordered: meant("ordered", ordered.nullable().optional()),
    headers: meant("headers", headersInput.nullable().optional()),
    metadata: meant("metadata", metadataInput.nullable().optional()),
    payloadFormat: meant("payloadFormat", payloadFormat.nullable().optional()),
    signing: meant("signing", signingInput.nullable().optional()),
    filter: meant("filter", filterInput.nullable().optional()),
  })
  .meta({ id: "EndpointPatch", example: { description: "CRM, second try", timeoutSeconds: 15 } });
export type EndpointPatch = z.infer<typeof endpointPatch>;

/** What an endpoint is told to do: everything a caller sets, complete, with secrets in clear. */
export interface EndpointSpec {
  url: string;
  uid: string | null;
  description: string;
  eventTypes: string[];
  /** Attempts that may start in any second; null: no limit. */
  rateLimitPerSecond: number | null;
  timeoutSeconds: number;
  retry: z.infer<typeof retrySchedule>;
  autoDisableAfter: number | null;
  /** One delivery at a time, in order. */
  ordered: boolean;
  headers: Record<string, string>;
  payloadFormat: PayloadFormat;
  signing: SigningSpec;
  filter: Filter | null;
  metadata: Record<string, string>;
}

/** The state shown as `health.state`. */
export function healthStateOf(
  status: EndpointStatus,
  consecutiveFailedAttempts: number,
  failingFrom: number,
) {
  if (status === "disabled") return "disabled";
  return consecutiveFailedAttempts >= failingFrom ? "failing" : "healthy";
}
