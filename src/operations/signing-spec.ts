import { type FieldError, validationFailed } from "../domain/app-error.ts";
import type { EndpointSpec } from "../domain/endpoint.ts";
import { redacted } from "../domain/header-name.ts";
import type { SigningInput, SigningSpec } from "../domain/signing.ts";

const secretPath = "signing.bodySignature.secret";

/** What a caller wrote, whole; of the present signing only a body secret that is sent back redacted stays. */
export function mergeSigning(current: SigningSpec, input: SigningInput): SigningSpec {
  const { scheme = "hmac", bodySignature } = input;
  if (bodySignature == null) return { scheme, bodySignature: null };
  const { header, encoding = "hex", prefix = "" } = bodySignature;
  const secret = bodySignature.secret === redacted ? storedSecret(current) : (bodySignature.secret ?? null);
  return { scheme, bodySignature: { header, encoding, prefix, secret } };
}

function storedSecret({ bodySignature }: SigningSpec): string {
  if (bodySignature !== null && bodySignature.secret !== null) return bodySignature.secret;
  const message = `"${redacted}" keeps a stored value, and there is none; send the value itself`;
  throw validationFailed([{ path: secretPath, message }]);
}

/** What does not fit together, however it came about. */
export function signingProblems({ signing, headers }: EndpointSpec): FieldError[] {
  const { scheme, bodySignature } = signing;
  if (bodySignature === null) return [];
  const errors: FieldError[] = [];
  const lower = bodySignature.header.toLowerCase();
  if (Object.keys(headers).some((name) => name.toLowerCase() === lower)) {
    const message = `"${bodySignature.header}" is one of the custom headers as well; a header has one meaning`;
    errors.push({ path: "signing.bodySignature.header", message });
  }
  if (scheme === "ed25519" && bodySignature.secret === null) {
    const message = "is required with the scheme ed25519: a private key must not be shared with receivers";
    errors.push({ path: secretPath, message });
  }
  return errors;
}
