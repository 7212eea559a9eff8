import { sourceAdapters } from "../sources/source-adapters.ts";
import type { DueDecision } from "../store/source-verbs.ts";
import type { OperationContext } from "./context.ts";

/** Asks adapters about everything that they remember and whose time has come. */
export async function continueSourceStates({
  store,
  clock,
  nudge,
}: Pick<OperationContext, "store" | "clock" | "nudge">): Promise<void> {
  for (let isDone = false; !isDone; ) {
    const nowMs = clock.now();
    const { done, work } = await store.continueSourceStates(nowMs, decisionAt(nowMs));
    nudge(work);
    isDone = done;
  }
}

function decisionAt(nowMs: number): DueDecision {
  return ({ source }, state, isNamed) => {
    const adapter = sourceAdapters[source.kind];
    const wanted = new Set(adapter.namedTypes.filter(isNamed));
    const context = { sourceId: source.id, config: source.config, wanted, nowMs };
    return adapter.due?.(state, context) ?? { events: [], put: [], remove: [] };
  };
}
