import type { ApiKey, ApiKeyInput } from "../domain/api-key.ts";
import { validationFailed } from "../domain/app-error.ts";
import { fromIso, toIso } from "../domain/time.ts";
import { newToken, tokenHash, tokenPrefixOf } from "./api-key-token.ts";
import type { Caller } from "./caller.ts";
import type { OperationContext } from "./context.ts";
import { ownerOfKeys, requireAuthorityOver } from "./key-authority.ts";

/** Makes a key and returns it with its token, which is shown this once. */
export async function createApiKey(
  context: OperationContext,
  caller: Caller,
  input: ApiKeyInput,
): Promise<ApiKey & { key: string }> {
  requireAuthorityOver(caller, input.role);
  const nowMs = context.clock.now();
  const expiresAtMs = input.expiresAt == null ? null : fromIso(input.expiresAt);
  checkExpiry(caller, expiresAtMs, nowMs);
  const token = newToken(context.random);
  const created = await context.store.createKey(ownerOfKeys(caller, input.role), {
    id: context.newId("apiKey"),
    name: input.name,
    role: input.role,
    hash: tokenHash(token),
    prefix: tokenPrefixOf(token),
    expiresAtMs,
    nowMs,
  });
  return { ...created, key: token };
}

/** A key that ends makes none that outlives it: else whoever holds it for an hour would hold it for ever. */
function checkExpiry(caller: Caller, expiresAtMs: number | null, nowMs: number): void {
  if (expiresAtMs !== null && expiresAtMs <= nowMs) {
    throw validationFailed([{ path: "expiresAt", message: "must be in the future" }]);
  }
  const limitMs = caller.key.expiresAtMs;
  if (limitMs !== null && (expiresAtMs === null || expiresAtMs > limitMs)) {
    const message = `must be ${toIso(limitMs)} at the latest, when the key that makes this one expires`;
    throw validationFailed([{ path: "expiresAt", message }]);
  }
}
