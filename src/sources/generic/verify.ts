import { decodeSecret } from "../../domain/signing-secret.ts";
import { isHmac, isSameText } from "../constant-time.ts";
import type { InboundRequest, Refusal, RequestHead } from "../source-adapter.ts";
import type { Verification } from "./verification.ts";

type Of<Kind extends Verification["kind"]> = Extract<Verification, { kind: Kind }>;

/** What can be told from the head: credentials whole, of a signature whether it is there, well formed and of this time. */
export function screenHead(head: RequestHead, by: Verification): Refusal | null {
  switch (by.kind) {
    case "none":
      return null;
    case "basic":
      return isBasic(head, by)
        ? null
        : unauthorized("The user name or the password is missing or wrong.", basicRealm);
    case "bearer":
      return isToken(bearerOf(head), by)
        ? null
        : unauthorized("The bearer token is missing or wrong.", bearerRealm);
    case "header-token":
      return isToken(head.headers.get(by.header), by)
        ? null
        : unauthorized(`The token in ${by.header} is missing or wrong.`);
    case "hmac":
      return signatureOf(head, by) === null
        ? unauthorized(`The signature in ${by.header} is missing or malformed.`)
        : null;
    case "stripe":
    case "slack":
    case "standard-webhooks": {
      const signed = signedHeadOf(head, by);
      if (signed === null) return unauthorized(`The signature in ${headerOf(by)} is missing or malformed.`);
      return isOfThisTime(signed.timestamp, head, by) ? null : unauthorized(tooFar(by));
    }
  }
}

/** Whether the signature is that of the bytes. */
export function verifyBody(request: InboundRequest, by: Verification): Refusal | null {
  switch (by.kind) {
    case "none":
    case "basic":
    case "bearer":
    case "header-token":
      return null;
    case "hmac": {
      const given = signatureOf(request, by);
      const question = { algorithm: by.algorithm, keys: secretsOf(by), content: [request.body] };
      return given !== null && isHmac(given, question) ? null : wrongSignature(by.header);
    }
    case "stripe":
    case "slack":
    case "standard-webhooks": {
      const signed = signedHeadOf(request, by);
      const keys = by.kind === "standard-webhooks" ? secretsOf(by).map(keyOf) : secretsOf(by);
      const content = [signed?.prefix ?? "", request.body];
      const isRight = (given: Uint8Array) => isHmac(given, { algorithm: "sha256", keys, content });
      return signed?.signatures.some(isRight) === true ? null : wrongSignature(headerOf(by));
    }
  }
}

/** The head of a scheme that signs a time as well. */
interface SignedHead {
  /** Unix seconds. */
  timestamp: number;
  /** What is signed before the body. */
  prefix: string;
  /** One of them is enough. */
  signatures: Uint8Array[];
}

/** A sender that goes over to another secret signs with two; more are no more than a waste of time. */
const signaturesMax = 10;

function signedHeadOf(
  { headers }: RequestHead,
  { kind }: Of<"stripe" | "slack" | "standard-webhooks">,
): SignedHead | null {
  switch (kind) {
    case "stripe": {
      const parts = (headers.get("stripe-signature") ?? "").split(",").map((part) => part.trim());
      const valuesOf = (name: string) =>
        parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
      const [timestamp = ""] = valuesOf("t");
      return headOf(timestamp, `${timestamp}.`, valuesOf("v1").map(hexBytes));
    }
    case "slack": {
      const timestamp = headers.get("x-slack-request-timestamp") ?? "";
      const [, signature = ""] = /^v0=(.*)$/.exec(headers.get("x-slack-signature") ?? "") ?? [];
      return headOf(timestamp, `v0:${timestamp}:`, [hexBytes(signature)]);
    }
    case "standard-webhooks": {
      const of = (name: string) => headers.get(`webhook-${name}`) ?? headers.get(`svix-${name}`) ?? "";
      const id = of("id");
      if (id === "") return null;
      const entries = of("signature")
        .split(" ")
        .filter((entry) => entry.startsWith("v1,"));
      const timestamp = of("timestamp");
      return headOf(
        timestamp,
        `${id}.${timestamp}.`,
        entries.map((entry) => base64Bytes(entry.slice(3))),
      );
    }
  }
}

function headOf(timestamp: string, prefix: string, found: readonly (Uint8Array | null)[]): SignedHead | null {
  const signatures = found.filter((bytes) => bytes !== null).slice(0, signaturesMax);
  if (!/^\d{1,12}$/.test(timestamp) || signatures.length === 0) return null;
  return { timestamp: Number(timestamp), prefix, signatures };
}

function isOfThisTime(
  timestamp: number,
  { receivedAtMs }: RequestHead,
  { toleranceSeconds }: { toleranceSeconds: number },
): boolean {
  return Math.abs(receivedAtMs / 1000 - timestamp) <= toleranceSeconds;
}

function tooFar({ toleranceSeconds }: { toleranceSeconds: number }): string {
  return `The signature is from more than ${toleranceSeconds} s before or after now. Check the clocks, or whether an old request was sent again.`;
}

function headerOf({ kind }: Of<"stripe" | "slack" | "standard-webhooks">): string {
  if (kind === "stripe") return "Stripe-Signature";
  return kind === "slack" ? "X-Slack-Signature" : "webhook-signature";
}

function signatureOf({ headers }: RequestHead, { header, prefix, encoding }: Of<"hmac">): Uint8Array | null {
  const value = headers.get(header)?.trim() ?? "";
  if (!value.startsWith(prefix)) return null;
  const text = value.slice(prefix.length);
  return encoding === "hex" ? hexBytes(text) : base64Bytes(text);
}

function hexBytes(text: string): Uint8Array | null {
  return text.length >= 40 && text.length <= 128 && /^(?:[0-9a-fA-F]{2})+$/.test(text)
    ? Buffer.from(text, "hex")
    : null;
}

function base64Bytes(text: string): Uint8Array | null {
  return text.length >= 28 && text.length <= 88 && /^[A-Za-z0-9+/]+={0,2}$/.test(text)
    ? Buffer.from(text, "base64")
    : null;
}

function secretsOf({ secret, previousSecret }: { secret: string; previousSecret: string | null }): string[] {
  return previousSecret === null ? [secret] : [secret, previousSecret];
}

/** It was checked when it was stored. */
function keyOf(secret: string): Uint8Array {
  return decodeSecret(secret) ?? new Uint8Array();
}

function isToken(
  given: string | null,
  { token, previousToken }: { token: string; previousToken: string | null },
): boolean {
  return isOneOf(given, token, previousToken);
}

/** Both are compared, whichever fits. */
function isOneOf(given: string | null, secret: string, previous: string | null): boolean {
  const isNow = isSameText(given ?? "", secret);
  const wasBefore = previous !== null && isSameText(given ?? "", previous);
  return isNow || wasBefore;
}

function bearerOf({ headers }: RequestHead): string | null {
  return /^bearer +(.+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}

function isBasic({ headers }: RequestHead, by: Of<"basic">): boolean {
  const [, encoded = ""] = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(headers.get("authorization") ?? "") ?? [];
  const given = Buffer.from(encoded, "base64").toString("utf8");
  const colon = given.indexOf(":");
  const isUser = isSameText(given.slice(0, Math.max(colon, 0)), by.username);
  return isOneOf(given.slice(colon + 1), by.password, by.previousPassword) && isUser && colon >= 0;
}

/** RFC 9110, 11.6.1: a 401 says how to authenticate. Some senders wait for it. */
const basicRealm = { "www-authenticate": 'Basic realm="posthorn source", charset="UTF-8"' };
const bearerRealm = { "www-authenticate": 'Bearer realm="posthorn source"' };

function unauthorized(reason: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  return { kind: "refused", status: 401, reason, headers };
}

function wrongSignature(header: string): Refusal {
  return unauthorized(`The signature in ${header} is not that of this body with the source's secret.`);
}
