import { createHash } from "node:crypto";
import { scalarText, textAt } from "../../domain/json-pointer.ts";
import type { InboundRequest, Reading, SourceAdapter, SourceEventType } from "../source-adapter.ts";
import { type BodyData, dataOf } from "./event-data.ts";
import { typeNameOf, unmappedType } from "./event-type.ts";
import { type GenericConfig, genericConfig, type TypeRule } from "./generic-config.ts";
import { screenHead, verifyBody } from "./verify.ts";

/** Any sender: its whole body is one event, whose type and id stand in a header or in the body. */
export const generic: SourceAdapter<GenericConfig> = {
  methods: ["POST"],
  bodyBytesMax: null,
  // Two events may look the same, and differ in a header alone.
  sameBody: "anew",
  namedTypes: [],
  config: genericConfig,
  eventTypes: ({ eventType }) => catalogueOf(eventType),
  screen: (head, { verification }) => screenHead(head, verification),
  verify: (request, { verification }) => verifyBody(request, verification),
  read(request, { config }): Reading {
    const data = dataOf(request.body, request.headers.get("content-type"));
    return challengeOf(data, config) ?? accepted(request, data, config);
  },
  reply: ({ respondWith }) => respondWith,
};

function accepted(request: InboundRequest, data: BodyData, config: GenericConfig): Reading {
  const event = {
    type: typeOf(config.eventType, request, data),
    dedupKey: keyOf(config, request, data),
    data: data.text,
    timestampMs: request.receivedAtMs,
  };
  return { kind: "accepted", events: [event] };
}

/** Slack asks once, when the URL is entered, for a word from the body. */
function challengeOf({ value }: BodyData, { verification }: GenericConfig): Reading | null {
  const { type, challenge } = value;
  if (verification.kind !== "slack" || type !== "url_verification" || typeof challenge !== "string")
    return null;
  return {
    kind: "answered",
    reply: { status: 200, body: challenge, contentType: "text/plain; charset=utf-8" },
  };
}

function typeOf(rule: TypeRule, request: InboundRequest, data: BodyData): string {
  if (typeof rule === "string") return rule;
  if ("constant" in rule) return rule.constant;
  return typeNameOf(found(rule, request, data), rule.prefix);
}

/** What the sender calls it; else, or where nothing is found, the bytes of the body. */
function keyOf({ eventId, verification }: GenericConfig, request: InboundRequest, data: BodyData): string {
  const id = eventId === null ? idOf(verification, request) : found(eventId, request, data);
  if (id !== null && id !== "") return `id:${id}`;
  return `body:${createHash("sha256").update(request.body).digest("hex")}`;
}

/** The id that the way of verifying brings along, if it has one. */
function idOf({ kind }: GenericConfig["verification"], { headers }: InboundRequest): string | null {
  return kind === "standard-webhooks" ? (headers.get("webhook-id") ?? headers.get("svix-id")) : null;
}

function found(
  rule: { header: string } | { pointer: string },
  { headers }: InboundRequest,
  { text }: BodyData,
): string | null {
  return "header" in rule ? headers.get(rule.header) : scalarText(textAt(text, rule.pointer));
}

/** Only what is known beforehand. */
function catalogueOf(rule: TypeRule): SourceEventType[] {
  const entry = (name: string, description: string) => [
    { name, description, group: "inbound", schema: null, example: null },
  ];
  const constant = typeof rule === "string" ? rule : "constant" in rule ? rule.constant : null;
  if (constant !== null)
    return entry(constant, "A request that a generic source received; its data is the body.");
  const { prefix } = rule as { prefix?: string };
  return entry(
    unmappedType(prefix),
    "A request that a generic source received and that does not tell its type; its data is the body.",
  );
}
