import { toIso } from "../domain/time.ts";
import type { InboundSource } from "../store/source-verbs.ts";
import type { OperationContext } from "./context.ts";

/** An inbound request, as far as it matters who sent it. */
export interface Arrival {
  id: string;
  atMs: number;
  address: string | null;
}

/** Whose trouble it is that a request is refused: the sender's counts towards `posthorn.source.rejecting`. */
export type RefusalCause = "sender" | "us";

/** Writes down, in memory, that a source refused a request, and tells of a run of refusals. */
export async function refuseRequest(
  { store, nudge, inbound }: OperationContext,
  { source }: InboundSource,
  { arrival, reason, cause }: { arrival: Arrival; reason: string; cause: RefusalCause },
): Promise<void> {
  const { id, atMs, address } = arrival;
  const verdict = "rejected";
  inbound.refused.add(source.id, { id, at: toIso(atMs), address, verdict, reason, eventIds: [], body: null });
  inbound.meter.received(verdict, 0);
  if (cause === "us") return;
  const rejected = inbound.runs.refused(source.id, atMs);
  if (rejected === null) return;
  try {
    nudge(await store.tellSourceRejecting(source.id, { rejected, lastReason: reason }, atMs));
  } catch {
    // A full disk, most likely, which others tell of: the next refusals are told instead.
    inbound.runs.accepted(source.id);
  }
}
