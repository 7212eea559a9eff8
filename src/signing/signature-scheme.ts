/** What a signature covers: Standard Webhooks signs `id.timestamp.body`. */
export interface SignedContent {
  /** The `webhook-id` header. */
  id: string;
  /** The `webhook-timestamp` header: Unix seconds of the attempt. */
  timestamp: number;
  body: string;
}

/** Signs with one secret: gives one entry of the `webhook-signature` header, version included. */
export type Signer = (content: SignedContent) => string;

/**
 * One way to sign a request. Pure: the same secret and content give the same signature.
 *
 * @example v1.signerOf("whsec_MfKQ…")({ id: "msg_1", timestamp: 1614265330, body: "{}" }) // "v1,g0hM9S…="
 */
export interface SignatureScheme {
  /** A secret made from 32 random bytes. */
  newSecret(randomBytes: Uint8Array): string;
  /** Why a caller's own secret cannot sign in this scheme, as a sentence about it; or null. */
  problemWith(secret: string): string | null;
  /**
   * Makes a secret ready, so that it is decoded once and not at every attempt. Throws when it is not one of this
   * scheme: it was checked when it was stored.
   */
  signerOf(secret: string): Signer;
}
