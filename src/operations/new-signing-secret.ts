import { validationFailed } from "../domain/app-error.ts";
import type { SignatureSchemeName } from "../domain/signing.ts";
import type { Random } from "../platform/random.ts";
import { signatureSchemes } from "../signing/signature-schemes.ts";

const keyBytes = 32;

/** A signing secret from 32 random bytes. */
export function newSigningSecret(random: Random, scheme: SignatureSchemeName): string {
  return signatureSchemes[scheme].newSecret(random.bytes(keyBytes));
}

/** The caller's own secret, which must be one of the scheme (else `validation_failed`), or a new one. */
export function givenOrNewSecret(
  random: Random,
  scheme: SignatureSchemeName,
  given: string | undefined,
): string {
  if (given === undefined) return newSigningSecret(random, scheme);
  const message = signatureSchemes[scheme].problemWith(given);
  if (message !== null) throw validationFailed([{ path: "secret", message }]);
  return given;
}
