import type { ApiKey } from "../domain/api-key.ts";
import { validationFailed } from "../domain/app-error.ts";
import { fromIso } from "../domain/time.ts";
import { newToken, tokenHash, tokenPrefixOf } from "./api-key-token.ts";
import type { Caller } from "./caller.ts";
import type { OperationContext } from "./context.ts";
import { findManagedKey } from "./key-authority.ts";

/** Makes a key's successor, with the same name, role and expiry; the old one ends after the grace period. */
export async function rotateApiKey(
  context: OperationContext,
  caller: Caller,
  keyId: string,
  { gracePeriodSeconds }: { gracePeriodSeconds: number },
): Promise<ApiKey & { key: string }> {
  const { key, organizationId } = await findManagedKey(context.store, caller, keyId);
  const nowMs = context.clock.now();
  const ownEndMs = key.expiresAt === null ? Number.POSITIVE_INFINITY : fromIso(key.expiresAt);
  if (ownEndMs <= nowMs) {
    throw validationFailed([{ path: "id", message: "names a key that has expired; create a new one" }]);
  }
  const token = newToken(context.random);
  const successor = await context.store.rotateKey(
    organizationId,
    keyId,
    { id: context.newId("apiKey"), hash: tokenHash(token), prefix: tokenPrefixOf(token), nowMs },
    Math.min(ownEndMs, nowMs + gracePeriodSeconds * 1000),
  );
  return { ...successor, key: token };
}
