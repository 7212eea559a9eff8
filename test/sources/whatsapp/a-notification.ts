import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

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
