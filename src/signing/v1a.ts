import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { assert } from "../domain/assert.ts";
import { decodePrivateKey, privateKeyOf } from "../domain/signing-secret.ts";
import type { SignatureScheme } from "./signature-scheme.ts";

/** RFC 8410, section 7: what stands before the 32 bytes of the seed in a PKCS #8 document. */
const pkcs8Start = Buffer.from("302e020100300506032b657004220420", "hex");
const publicKeyBytes = 32;

/** Standard Webhooks' asymmetric scheme: Ed25519 (RFC 8032) with a `whsk_` key, base64. */
export const v1a: SignatureScheme = {
  newSecret: (seed) => privateKeyOf(seed, publicHalfOf(keyFrom(seed))),
  problemWith(secret) {
    const key = decodePrivateKey(secret);
    if (key === null) return 'must be a "whsk_" secret with the scheme ed25519';
    // Receivers verify with the public half: if it were another pair's, nothing would ever verify.
    const fits = publicHalfOf(keyFrom(key.seed)).equals(key.publicKey);
    return fits ? null : "must end with the public key that follows from its first 32 bytes";
  },
  signerOf(secret) {
    const decoded = decodePrivateKey(secret);
    assert(decoded !== null, "a stored signing secret is a whsk_ secret");
    const key = keyFrom(decoded.seed);
    return ({ id, timestamp, body }) =>
      `v1a,${sign(null, Buffer.from(`${id}.${timestamp}.${body}`), key).toString("base64")}`;
  },
};

function keyFrom(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: "der", type: "pkcs8" });
}

/** The last bytes of the key's document (RFC 8410, section 4). */
function publicHalfOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-publicKeyBytes);
}
