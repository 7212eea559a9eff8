import type { SignatureScheme, SignedContent, SigningKey } from "./signature-scheme.ts";

/** A secret of an endpoint and when it ceases to sign; null never. */
export interface ExpiringSecret {
  readonly secret: string;
  readonly expiresAtMs: number | null;
}

/** Weak by the secret's object: a key is forgotten with the target that it came with. */
const keys = new WeakMap<ExpiringSecret, SigningKey>();

/**
 * The value of `webhook-signature`: one signature for each secret that still signs at that moment, in the given
 * order (newest first), separated by spaces.
 */
export function signatureHeader(
  scheme: SignatureScheme,
  secrets: readonly ExpiringSecret[],
  content: SignedContent,
  nowMs: number,
): string {
  let header = "";
  for (const secret of secrets) {
    if (secret.expiresAtMs !== null && secret.expiresAtMs <= nowMs) continue;
    const signature = scheme.sign(keyOf(scheme, secret), content);
    header = header === "" ? signature : `${header} ${signature}`;
  }
  return header;
}

function keyOf(scheme: SignatureScheme, secret: ExpiringSecret): SigningKey {
  let key = keys.get(secret);
  if (key === undefined) {
    key = scheme.keyOf(secret.secret);
    keys.set(secret, key);
  }
  return key;
}
