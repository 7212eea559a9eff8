import { z } from "zod";
import { isoTime } from "./time.ts";

/** Standard Webhooks' prefix of a symmetric signing secret. */
export const secretPrefix = "whsec_";

const keyBytesMin = 24;
const keyBytesMax = 64;

/** The key bytes of a `whsec_` secret, or null if it is not one: standard padded base64 of 24 to 64 bytes. */
export function decodeSecret(secret: string): Uint8Array | null {
  if (!secret.startsWith(secretPrefix)) return null;
  const text = secret.slice(secretPrefix.length);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
  const key = Buffer.from(text, "base64");
  return key.length >= keyBytesMin && key.length <= keyBytesMax ? key : null;
}

/** A secret from 32 random bytes. */
export function secretOf(key: Uint8Array): string {
  return secretPrefix + Buffer.from(key).toString("base64");
}

/** A secret that a caller brings along, from a system used before. */
export const signingSecretInput = z
  .string()
  .refine((text) => decodeSecret(text) !== null, {
    message: `must be "${secretPrefix}" followed by the padded base64 of ${keyBytesMin} to ${keyBytesMax} bytes`,
  })
  .meta({
    example: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    description: `A signing secret of your own, \`${secretPrefix}\` and the base64 of ${keyBytesMin} to ${keyBytesMax} bytes; generated, if left out`,
  });

/** At most this many secrets sign at once during rotations. */
export const activeSecretsMax = 5;

/** The overlap after a rotation, if the caller names none: 24 h. */
export const rotationGraceSecondsDefault = 86_400;

const exampleSecret = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  publicKey: null,
  previous: [{ expiresAt: "2026-05-14T12:46:25.000Z" }],
};

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
    example: exampleSecret,
  });
export type EndpointSecret = z.infer<typeof endpointSecret>;

/** A secret in the reply that made it: nothing remembers it for a repeated `Idempotency-Key`. */
export const secretOnce = z
  .string()
  .nullable()
  .meta({ description: "Null where the reply is given again (`Idempotency-Key`)" });

/** The reply to a rotation. */
export const rotatedSecret = endpointSecret
  .extend({ secret: secretOnce })
  .meta({ id: "RotatedSecret", example: exampleSecret });
