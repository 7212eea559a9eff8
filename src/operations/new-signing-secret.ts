import { secretOf } from "../domain/signing-secret.ts";
import type { Random } from "../platform/random.ts";

const keyBytes = 32;

/** A signing secret from 32 random bytes. */
export function newSigningSecret(random: Random): string {
  return secretOf(random.bytes(keyBytes));
}
