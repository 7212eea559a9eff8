import type { Clock } from "../../src/platform/clock.ts";
import type { Store } from "../../src/store/store.ts";
import type { Ledger } from "./ledger.ts";

/** Null where what the store keeps of the backlog equals the rows. Both are read before anything else happens. */
export async function brokenBacklog(life: {
  store: Store;
  ledger: Ledger;
  clock: Clock;
}): Promise<Error | null> {
  const nowMs = life.clock.now();
  const kept = life.store.readBacklog(nowMs);
  const rows = life.ledger.backlog(nowMs);
  const { pending, due } = await kept;
  if (pending === rows.pending && due === rows.due) return null;
  const told = `the ${pending} waiting, ${due} due, are the rows: ${rows.pending} and ${rows.due}`;
  return new Error(`Broken: ${told}`);
}
