import { tokenHash, tokenPrefixOf } from "./api-key-token.ts";
import type { OperationContext } from "./context.ts";

/**
 * On data that has no organization yet, makes `default` and the first operator key; on any other, nothing.
 * @param token the key in clear, which the caller makes known to the operator: it is not stored
 */
export async function firstStart(
  context: Pick<OperationContext, "store" | "clock" | "newId">,
  token: string,
): Promise<{ created: boolean }> {
  return context.store.initialize({
    organizationId: context.newId("organization"),
    key: {
      id: context.newId("apiKey"),
      name: "first operator key",
      role: "operator",
      hash: tokenHash(token),
      prefix: tokenPrefixOf(token),
      expiresAtMs: null,
      nowMs: context.clock.now(),
    },
  });
}
