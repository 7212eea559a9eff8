import { useSyncExternalStore } from "react";
import { systemClock, type Timer } from "../../platform/clock.ts";
import { serverAheadMs } from "../api/server-time.ts";

/** How often "5 min ago" is looked at again. */
const tickMs = 5000;

const listeners = new Set<() => void>();
let nowMs = systemClock.now();
let timer: Timer | null = null;

function tick(): void {
  nowMs = systemClock.now();
  timer = systemClock.after(tickMs, tick);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    timer?.cancel();
    timer = null;
  };
}

/** The present time as Posthorn has it, Unix ms, a few seconds old at most: one timer for everything on the page that shows an age. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => nowMs + serverAheadMs());
}
