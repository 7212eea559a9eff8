import type { SignatureScheme, SignedContent, Signer } from "./signature-scheme.ts";

/** A secret of an endpoint and when it ceases to sign; null never. */
export interface ExpiringSecret {
  readonly secret: string;
  readonly expiresAtMs: number | null;
}

/** Weak by the secret's object: it is forgotten with the target that it came with. */
const signers = new WeakMap<ExpiringSecret, Signer>();

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
    const signature = signerOf(scheme, secret)(content);
    header = header === "" ? signature : `${header} ${signature}`;
  }
  return header;
}

function signerOf(scheme: SignatureScheme, secret: ExpiringSecret): Signer {
  let signer = signers.get(secret);
  if (signer === undefined) {
    signer = scheme.signerOf(secret.secret);
    signers.set(secret, signer);
  }
  return signer;
}
