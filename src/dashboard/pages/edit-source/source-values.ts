import type { Source } from "../../api/shapes.ts";
import {
  type GenericConfig,
  genericConfigOf,
  type Platform,
  whatsappConfigOf,
} from "../../parts/source-words.ts";

/** A source as its form has it: every choice with what belongs to each of its answers. */
export interface SourceValues {
  name: string;
  /** Of Meta's app, or of a platform whose settings are known. */
  secret: string;
  verifyToken: string;
  includeRaw: boolean;
  verification: {
    kind: string;
    header: string;
    algorithm: string;
    encoding: string;
    prefix: string;
    username: string;
    secret: string;
    toleranceSeconds: number | string;
  };
  eventType: {
    from: "constant" | "header" | "pointer";
    constant: string;
    header: string;
    pointer: string;
    prefix: string;
  };
  eventId: { from: "body" | "header" | "pointer"; header: string; pointer: string };
  respondWith: {
    status: number | string;
    body: string;
    contentType: GenericConfig["respondWith"]["contentType"];
  };
}

/** What a form for something new begins with. */
export function newValues(platform: Platform): SourceValues {
  return {
    name: platform === "other" ? "" : platform,
    secret: "",
    verifyToken: "",
    includeRaw: true,
    verification: {
      ...{ kind: "hmac", header: "X-Signature", algorithm: "sha256", encoding: "hex", prefix: "" },
      ...{ username: "", secret: "", toleranceSeconds: 300 },
    },
    eventType: { from: "constant", constant: "inbound.received", header: "", pointer: "", prefix: "" },
    eventId: { from: "body", header: "", pointer: "" },
    respondWith: { status: 200, body: "", contentType: "text/plain; charset=utf-8" },
  };
}

/** What a form for a source begins with. Its secrets are not read: the form does not have them. */
export function valuesOf(source: Source, platform: Platform): SourceValues {
  const fresh = { ...newValues(platform), name: source.name };
  const whatsapp = whatsappConfigOf(source);
  if (whatsapp !== null) {
    return { ...fresh, verifyToken: whatsapp.verifyToken, includeRaw: whatsapp.includeRaw };
  }
  const config = genericConfigOf(source);
  if (config === null) return fresh;
  const { verification, eventType, eventId, respondWith } = config;
  return {
    ...fresh,
    verification: { ...fresh.verification, ...verification, secret: "" },
    eventType: { ...fresh.eventType, ...typeValues(eventType) },
    eventId: { ...fresh.eventId, ...idValues(eventId) },
    respondWith,
  };
}

function typeValues(rule: GenericConfig["eventType"]): Partial<SourceValues["eventType"]> {
  if (typeof rule === "string") return { from: "constant", constant: rule };
  if ("constant" in rule) return { from: "constant", constant: rule.constant };
  const prefix = rule.prefix ?? "";
  return "header" in rule
    ? { from: "header", header: rule.header, prefix }
    : { from: "pointer", pointer: rule.pointer, prefix };
}

function idValues(rule: GenericConfig["eventId"]): Partial<SourceValues["eventId"]> {
  if (rule === null) return { from: "body" };
  return "header" in rule
    ? { from: "header", header: rule.header }
    : { from: "pointer", pointer: rule.pointer };
}

/** The member in which each kind of verification has its secret. */
export const secretMember: Record<string, "secret" | "token" | "password" | null> = {
  none: null,
  "standard-webhooks": "secret",
  hmac: "secret",
  basic: "password",
  bearer: "token",
  "header-token": "token",
  stripe: "secret",
  slack: "secret",
};

/** The kinds whose signature has a time in it. */
export const isTimed = (kind: string): boolean => ["standard-webhooks", "stripe", "slack"].includes(kind);

/**
 * A generic source's configuration as the API takes it.
 * @param keepsSecret where the stored secret stays: it is left out
 */
export function genericInput(values: SourceValues, { keepsSecret }: { keepsSecret: boolean }) {
  const { eventType, eventId, respondWith } = values;
  return {
    verification: verificationInput(values.verification, keepsSecret),
    eventType: typeInput(eventType),
    eventId: eventId.from === "body" ? null : { [eventId.from]: eventId[eventId.from].trim() },
    respondWith: { ...respondWith, status: Number(respondWith.status) },
  };
}

function verificationInput(given: SourceValues["verification"], keepsSecret: boolean): object {
  const { kind, header, algorithm, encoding, prefix, username, secret, toleranceSeconds } = given;
  const member = secretMember[kind] ?? null;
  return {
    kind,
    ...((kind === "hmac" || kind === "header-token") && { header: header.trim() }),
    ...(kind === "hmac" && { algorithm, encoding, prefix }),
    ...(kind === "basic" && { username }),
    ...(isTimed(kind) && { toleranceSeconds: Number(toleranceSeconds) }),
    ...(member !== null && !keepsSecret && { [member]: secret }),
  };
}

function typeInput({ from, constant, header, pointer, prefix }: SourceValues["eventType"]): object {
  if (from === "constant") return { constant: constant.trim() };
  const place = from === "header" ? { header: header.trim() } : { pointer: pointer.trim() };
  return prefix.trim() === "" ? place : { ...place, prefix: prefix.trim() };
}

/** The form's fields by the paths that the API has for them; the more exact ones first. */
export function fieldPaths({ eventType, eventId }: SourceValues): Record<string, string> {
  const same = [
    ...["verification.header", "verification.algorithm", "verification.encoding", "verification.prefix"],
    ...["verification.username", "verification.toleranceSeconds", "verification.secret"],
    ...["eventType.constant", "eventType.header", "eventType.pointer", "eventType.prefix"],
    ...["eventId.header", "eventId.pointer"],
    ...["respondWith.status", "respondWith.body", "verifyToken", "secret"],
  ];
  return {
    name: "name",
    ...Object.fromEntries(same.map((field) => [`config.${field}`, field])),
    "config.verification.token": "verification.secret",
    "config.verification.password": "verification.secret",
    "config.appSecrets": "secret",
    "config.eventType": `eventType.${eventType.from}`,
    "config.eventId": eventId.from === "body" ? "eventId.from" : `eventId.${eventId.from}`,
    "config.verification": "verification.kind",
  };
}
