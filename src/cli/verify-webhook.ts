import { timingSafeEqual } from "node:crypto";
import { decodeSecret } from "../domain/signing-secret.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { v1 } from "../signing/v1.ts";

/** How far a request's time may be off, as the Standard Webhooks libraries have it. */
const toleranceSeconds = 300;

/** Checks a request as a receiver should: null if it is genuine, else why not. */
export function verifyWebhook(
  headers: Headers,
  body: string,
  secret: string,
  clock: Clock = systemClock,
): string | null {
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const signatures = headers.get("webhook-signature");
  if (!id || !timestamp || !signatures) {
    return "webhook-id, webhook-timestamp or webhook-signature is missing";
  }
  if (decodeSecret(secret) === null) return "the secret is not a whsec_ secret";
  const skewSeconds = Math.abs(clock.now() / 1000 - Number(timestamp));
  if (!(skewSeconds <= toleranceSeconds)) return `its timestamp (${timestamp}) is more than 5 minutes off`;
  const expected = Buffer.from(v1.signerOf(secret)({ id, timestamp: Number(timestamp), body }));
  const isGenuine = signatures.split(" ").some((entry) => {
    const given = Buffer.from(entry);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isGenuine ? null : "no signature matches this secret and body";
}
