import type { Caller } from "./caller.ts";
import type { OperationContext } from "./context.ts";

/** Takes an entry out of the catalogue. Events of the type stay. */
export async function deleteEventType(
  { store }: OperationContext,
  caller: Caller,
  name: string,
): Promise<void> {
  const mayDeleteShared = caller.key.role === "operator";
  await store.deleteEventType(caller.organizationId, name, { mayDeleteShared });
}
