import type { Caller } from "./caller.ts";
import type { OperationContext } from "./context.ts";
import { findManagedKey } from "./key-authority.ts";

/** Ends a key at once. */
export async function revokeApiKey(context: OperationContext, caller: Caller, keyId: string): Promise<void> {
  const { organizationId } = await findManagedKey(context.store, caller, keyId);
  await context.store.revokeKey(organizationId, keyId);
}
