import { z } from "zod";
import { validationFailed } from "../../domain/app-error.ts";
import { eventTypeName, publishableEventType } from "../../domain/event-type.ts";
import { redacted } from "../../domain/header-name.ts";
import type { SourceConfig } from "../source-adapter.ts";
import { preset, presets } from "./presets.ts";
import { headerName, secretMembersOf, shownVerification, verification } from "./verification.ts";

/** RFC 6901. */
const pointer = z
  .string()
  .max(256, "must be at most 256 characters")
  .regex(/^(?:\/(?:[^~/]|~[01])*)+$/, 'must be a JSON pointer, such as "/event/type"');

const prefix = eventTypeName
  .max(64, "must be at most 64 characters")
  .refine((name) => publishableEventType.safeParse(`${name}.x`).success, {
    message: "must not make names that are reserved, which begin with webhook. or posthorn.",
  })
  .optional()
  .meta({ description: "Stands before what is found, with a dot: `github` makes `push` to `github.push`" });

const typeRule = z
  .union(
    [
      publishableEventType.meta({ description: "The same for every request" }),
      z.strictObject({ constant: publishableEventType }),
      z.strictObject({ header: headerName, prefix }),
      z.strictObject({ pointer, prefix }),
    ],
    {
      error:
        'must be an event type, or {"constant": an event type}, {"header": a header\'s name} or {"pointer": a JSON pointer into the body}',
    },
  )
  .meta({
    id: "SourceEventTypeRule",
    description:
      "The event's type: a constant, or what stands in a header or in the body, made into a name of lower-case words and dots",
  });
export type TypeRule = z.output<typeof typeRule>;

const idRule = z
  .union([z.strictObject({ header: headerName }), z.strictObject({ pointer })], {
    error: 'must be {"header": a header\'s name} or {"pointer": a JSON pointer into the body}, or null',
  })
  .nullable()
  .meta({
    id: "SourceEventIdRule",
    description:
      "What names the event, so that a repetition is dropped; null: the `webhook-id` of `standard-webhooks`, else the bytes of the body",
  });
export type IdRule = z.output<typeof idRule>;

const replyRule = z
  .strictObject({
    status: z
      .int("must be a whole number")
      .min(200, "must be 200 to 299")
      .max(299, "must be 200 to 299")
      .default(200)
      .meta({ description: "200 to 299" }),
    body: z
      .string()
      .max(4096, "must be at most 4,096 characters")
      .default("")
      .meta({ description: "Empty: none" }),
    contentType: z
      .enum(["text/plain; charset=utf-8", "application/json"])
      .default("text/plain; charset=utf-8")
      .meta({ description: "Of the body" }),
  })
  .refine(({ status, body }) => body === "" || (status !== 204 && status !== 205), {
    path: ["body"],
    message: "must be empty with the status 204 or 205",
  })
  .meta({ id: "SourceReply", description: "What the sender gets once its request is stored" });

/** The type of what arrives at a source that was not told any. */
const defaultType = "inbound.received";

const input = z
  .strictObject({
    preset: preset
      .nullable()
      .optional()
      .meta({ description: "Fills in the rest for a platform; what is given beside it wins" }),
    secret: z
      .string()
      .min(1, "must not be empty")
      .max(1024, "must be at most 1,024 characters")
      .optional()
      .meta({ description: "Short for the secret of `verification`, which is how it goes with a preset" }),
    verification: verification
      .optional()
      .meta({ description: "How a request shows that it comes from whom it should" }),
    eventType: typeRule
      .optional()
      .meta({ description: `The type of its events; \`${defaultType}\`, if left out` }),
    eventId: idRule.optional().meta({ description: "What names an event, so that a repetition is dropped" }),
    respondWith: replyRule
      .optional()
      .meta({ description: "What the sender gets; 200 without a body, if left out" }),
  })
  .meta({ id: "GenericSourceConfigInput" });

/** How a generic source is configured, completed. */
export interface GenericConfig {
  preset: z.output<typeof preset> | null;
  verification: z.output<typeof verification>;
  eventType: TypeRule;
  eventId: IdRule;
  respondWith: z.output<typeof replyRule>;
}

const shown = z
  .object({
    preset: preset.nullable(),
    verification: shownVerification,
    eventType: typeRule,
    eventId: idRule,
    respondWith: replyRule,
  })
  .meta({ id: "GenericSourceConfig" });

const defaultReply = { status: 200, body: "", contentType: "text/plain; charset=utf-8" } as const;

function complete(given: unknown): GenericConfig {
  const { secret, ...config } = given as z.output<typeof input>;
  const filled = config.preset ? presets[config.preset] : null;
  const chosen = config.verification ?? filled?.verification ?? null;
  if (chosen === null) {
    const message = 'is required: say how a request is verified, or {"kind": "none"} to take whatever comes';
    throw validationFailed([{ path: "verification", message }]);
  }
  return {
    preset: config.preset ?? null,
    verification: withSecret(chosen, secret),
    eventType: config.eventType ?? filled?.eventType ?? defaultType,
    eventId: config.eventId === undefined ? (filled?.eventId ?? null) : config.eventId,
    respondWith: config.respondWith ?? defaultReply,
  };
}

/** The verification with its secret in its place, checked as if it had been written there. */
function withSecret(chosen: { kind: string }, secret: string | undefined): GenericConfig["verification"] {
  const [member] = secretMembersOf(chosen as GenericConfig["verification"]);
  if (secret !== undefined && member === undefined) {
    throw validationFailed([
      { path: "secret", message: `has no place in a verification of the kind ${chosen.kind}` },
    ]);
  }
  const whole = member === undefined || secret === undefined ? chosen : { ...chosen, [member]: secret };
  const result = verification.safeParse(whole);
  if (result.success) return result.data;
  // A verification that was sent is valid already, so it is the secret: a preset has none, or the one given does not fit.
  const message = secret === undefined ? "is required" : (result.error.issues[0]?.message ?? "is not valid");
  throw validationFailed([{ path: "secret", message }]);
}

/** The configuration of generic sources. */
export const genericConfig: SourceConfig<GenericConfig> = {
  input,
  shown,
  example: { preset: "github", secret: "It's a Secret to Everybody" },
  complete,
  redacted(config) {
    const hidden: Record<string, unknown> = { ...config.verification };
    for (const member of secretMembersOf(config.verification)) {
      if (hidden[member] !== null) hidden[member] = redacted;
    }
    return { ...config, verification: hidden };
  },
  adminsOnly: [],
  resets: { preset: ["verification", "eventType", "eventId"] },
};
