import { isHmac } from "../constant-time.ts";
import type { InboundRequest, Refusal, RequestHead } from "../source-adapter.ts";

const header = "x-hub-signature-256";
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Whether there is a signature at all, before anyone reads the body. */
export function screenSignature({ headers }: RequestHead): Refusal | null {
  return signatureIn(headers) === null ? refused("is missing, or is not sha256= and 64 hex digits") : null;
}

/**
 * Whether the signature is that of the raw bytes, under one of the app's secrets. Meta says that it signs the body with
 * everything beyond ASCII as `\uxxxx`. What it sends is written so already; should it ever not be, that form counts too.
 */
export function verifySignature(
  { headers, body }: InboundRequest,
  appSecrets: readonly string[],
): Refusal | null {
  const given = signatureIn(headers);
  const isSigned = (content: Uint8Array | string) =>
    given !== null && isHmac(given, { algorithm: "sha256", keys: appSecrets, content: [content] });
  if (isSigned(body)) return null;
  const escaped = body.some((byte) => byte >= 0x80) ? escapedForm(body) : null;
  if (escaped !== null && isSigned(escaped)) return null;
  return refused("is not that of this body with any of the source's appSecrets");
}

function signatureIn(headers: Headers): Uint8Array | null {
  const [, hex] = /^sha256=([0-9a-fA-F]{64})$/.exec(headers.get(header) ?? "") ?? [];
  return hex === undefined ? null : Buffer.from(hex, "hex");
}

/** Null for what is no UTF-8. */
function escapedForm(body: Uint8Array): string | null {
  try {
    const text = utf8.decode(body);
    return text.replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  } catch {
    return null;
  }
}

function refused(what: string): Refusal {
  return { kind: "refused", status: 401, reason: `The signature in X-Hub-Signature-256 ${what}.` };
}
