import { assert } from "../domain/assert.ts";
import { decodeSecret, secretOf } from "../domain/signing-secret.ts";
import type { SignatureScheme } from "./signature-scheme.ts";

/** Standard Webhooks' symmetric scheme: HMAC-SHA256 with the decoded part of `whsec_`, base64. */
export const v1: SignatureScheme = {
  newSecret: secretOf,
  problemWith: (secret) =>
    decodeSecret(secret) === null ? 'must be a "whsec_" secret with the scheme hmac' : null,
  signerOf(secret) {
    const key = decodeSecret(secret);
    assert(key !== null, "a stored signing secret is a whsec_ secret");
    // Not `createHmac`, whose object is a stream: that takes half as long again, at every attempt.
    return ({ id, timestamp, body }) =>
      `v1,${new Bun.CryptoHasher("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  },
};
