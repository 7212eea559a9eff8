import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadingRules } from "../../../src/sources/whatsapp/change.ts";
import { readNotification } from "../../../src/sources/whatsapp/notification.ts";

const folder = join(import.meta.dir, "payloads");

/** Meta's notifications as samples, by the names of their files. */
export const namesOfPayloads: readonly string[] = [...new Bun.Glob("*.json").scanSync(folder)]
  .filter((name) => name !== "expected.json")
  .sort();

export function payload(name: string): Buffer {
  return readFileSync(join(folder, name));
}

/** Some minutes after the samples' time. */
export const receivedAtMs = Date.parse("2026-01-01T00:30:00.250Z");

export const appSecret = "test-app-secret-0001";

/** What Meta sends with a body. */
export function signatureOf(body: string | Uint8Array, secret = appSecret): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** A notification of the field, as Meta writes one. */
export function aNotification(field: string, value: unknown, entry: object = {}): Buffer {
  return Buffer.from(
    JSON.stringify({
      object: "whatsapp_business_account",
      entry: [{ id: "100000000000001", ...entry, changes: [{ value, field }] }],
    }),
  );
}

export const businessNumber = {
  messaging_product: "whatsapp",
  metadata: { display_phone_number: "12025550110", phone_number_id: "200000000000001" },
};

/** A change of messages or statuses of the business number. */
export function ofMessages(value: object): Buffer {
  return aNotification("messages", { ...businessNumber, ...value });
}

export function aMessage(over: object): object {
  return { from: "12025550143", id: "wamid.1", timestamp: "1767225601", ...over };
}

export function aStatus(over: object): object {
  return { id: "wamid.1", status: "sent", timestamp: "1767225601", recipient_id: "12025550143", ...over };
}

/** An event with its data as text and parsed. */
export interface ReadEvent {
  type: string;
  dedupKey: string;
  timestampMs: number;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks for is somewhere in the data
  data: any;
}

/** What a notification becomes. */
export function read(body: Uint8Array | string, over: Partial<ReadingRules> = {}): ReadEvent[] {
  const rules = { includeRaw: true, receivedAtMs, wanted: new Set<string>(), ...over };
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return readNotification(bytes, rules).map(({ type, dedupKey, timestampMs, data }) => ({
    type,
    dedupKey,
    timestampMs,
    text: data,
    data: JSON.parse(data),
  }));
}

/** The first event of it. */
export function readOne(body: Uint8Array | string, over: Partial<ReadingRules> = {}): ReadEvent {
  return read(body, over)[0] as ReadEvent;
}
