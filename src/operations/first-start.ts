import { newToken, tokenHash, tokenPrefixOf } from "./api-key-token.ts";
import type { OperationContext } from "./context.ts";

/** What the first start made. `token` is the operator key in clear: it exists nowhere else. */
export type FirstStart = { created: false } | { created: true; keyId: string; token: string };

/**
 * On data that has no organization yet, makes `default` and the first operator key; on any other, nothing.
 * @param givenToken the configured token, so that automation knows it; null makes one up
 */
export async function firstStart(
  context: Pick<OperationContext, "store" | "clock" | "random" | "newId">,
  givenToken: string | null,
): Promise<FirstStart> {
  const token = givenToken ?? newToken(context.random);
  const keyId = context.newId("apiKey");
  const { created } = await context.store.initialize({
    organizationId: context.newId("organization"),
    key: {
      id: keyId,
      name: "first operator key",
      role: "operator",
      hash: tokenHash(token),
      prefix: tokenPrefixOf(token),
      expiresAtMs: null,
      nowMs: context.clock.now(),
    },
  });
  return created ? { created, keyId, token } : { created };
}
