/** What a signature covers: Standard Webhooks signs `id.timestamp.body`. */
export interface SignedContent {
  /** The `webhook-id` header. */
  id: string;
  /** The `webhook-timestamp` header: Unix seconds of the attempt. */
  timestamp: number;
  body: string;
}

/** A secret made ready for signing, so that its base64 is decoded once and not at every attempt. */
export type SigningKey = Uint8Array;

/**
 * One way to sign a request. Pure: the same key and content give the same signature.
 *
 * @example v1.sign(v1.keyOf("whsec_MfKQ…"), { id: "msg_1", timestamp: 1614265330, body: "{}" }) // "v1,g0hM9S…="
 */
export interface SignatureScheme {
  /** Throws when the secret is not one of this scheme: it was checked when it was stored. */
  keyOf(secret: string): SigningKey;
  /** One entry of the `webhook-signature` header, version included. */
  sign(key: SigningKey, content: SignedContent): string;
}
