import { monotonicFactory } from "ulid";
import { idPrefixes, type NewId } from "../domain/id.ts";
import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";

/**
 * Ids as a prefix and a lower-case ULID: 48 bits of time, 80 bits of chance. Within one millisecond, and after
 * the wall clock stepped back, the random part is counted up, so that ids of one process never go back.
 */
export function createIdGenerator(clock: Clock, random: Random): NewId {
  const next = monotonicFactory(() => random.fraction());
  return (kind) => idPrefixes[kind] + next(clock.now()).toLowerCase();
}
