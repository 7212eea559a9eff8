import { z } from "zod";
import { isoTime } from "./time.ts";

/** Standard Webhooks' prefix of a symmetric signing secret. */
export const secretPrefix = "whsec_";

const keyBytesMin = 24;
const keyBytesMax = 64;

/** Standard Webhooks' prefixes of an asymmetric key pair: the secret one signs, the public one verifies. */
export const privateKeyPrefix = "whsk_";
export const publicKeyPrefix = "whpk_";

/** Ed25519: the seed and, behind it, the public key that follows from it. */
const seedBytes = 32;
const privateKeyBytes = 64;

/** The key bytes of a `whsec_` secret, or null if it is not one: standard padded base64 of 24 to 64 bytes. */
export function decodeSecret(secret: string): Uint8Array | null {
  const key = decodeAfter(secretPrefix, secret);
  return key !== null && key.length >= keyBytesMin && key.length <= keyBytesMax ? key : null;
}

/** The seed and the public key of a `whsk_` secret, or null if it is not one: standard padded base64 of 64 bytes. */
export function decodePrivateKey(secret: string): { seed: Uint8Array; publicKey: Uint8Array } | null {
  const key = decodeAfter(privateKeyPrefix, secret);
  if (key?.length !== privateKeyBytes) return null;
  return { seed: key.subarray(0, seedBytes), publicKey: key.subarray(seedBytes) };
}

/** The `whsk_` secret of a key pair. */
export function privateKeyOf(seed: Uint8Array, publicKey: Uint8Array): string {
  return privateKeyPrefix + Buffer.concat([seed, publicKey]).toString("base64");
}

/** The `whpk_` key that verifies what the secret signs; null for a symmetric secret, which has none. */
export function publicKeyOf(secret: string): string | null {
  const key = decodePrivateKey(secret);
  return key && publicKeyPrefix + Buffer.from(key.publicKey).toString("base64");
}

function decodeAfter(prefix: string, secret: string): Buffer | null {
  if (!secret.startsWith(prefix)) return null;
  const text = secret.slice(prefix.length);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
  return Buffer.from(text, "base64");
}

/** A secret from 32 random bytes. */
export function secretOf(key: Uint8Array): string {
  return secretPrefix + Buffer.from(key).toString("base64");
}

/** A secret that a caller brings along, from a system used before. */
export const signingSecretInput = z
  .string()
  .refine((text) => decodeSecret(text) !== null || decodePrivateKey(text) !== null, {
    message: `must be "${secretPrefix}" followed by the padded base64 of ${keyBytesMin} to ${keyBytesMax} bytes, or, with the scheme ed25519, "${privateKeyPrefix}" followed by that of ${privateKeyBytes}`,
  })
  .meta({
    example: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    description: `A signing secret of your own, \`${secretPrefix}\` and the base64 of ${keyBytesMin} to ${keyBytesMax} bytes, or \`${privateKeyPrefix}\` with the scheme ed25519; generated, if left out`,
  });

/** At most this many secrets sign at once during rotations. */
export const activeSecretsMax = 5;

/** The overlap after a rotation, if the caller names none: 24 h. */
export const rotationGraceSecondsDefault = 86_400;

/** An endpoint's secret as an admin reads it. */
export const endpointSecret = z
  .object({
    secret: z.string(),
    publicKey: z.string().nullable(),
    previous: z
      .array(z.object({ expiresAt: isoTime }))
      .meta({ description: "Older secrets that still sign beside the new one, newest first" }),
  })
  .meta({
    id: "EndpointSecret",
    example: {
      secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      publicKey: null,
      previous: [{ expiresAt: "2026-05-14T12:46:25.000Z" }],
    },
  });
export type EndpointSecret = z.infer<typeof endpointSecret>;
