import { join } from "node:path";
import type { Arrivals, CountedEvents } from "./ledger.ts";

/** What the receiver has seen since it began to count. */
export interface ReceiverState {
  /** Slots that have been filled at least once. */
  filled: number;
  requests: number;
  /** Of whatever kind; 0: none. */
  firstRequestAtMs: number;
  /** Opened since then. */
  connections: number;
}

/** How some of its paths behave. */
export interface ReceiverWishes {
  isHolding: boolean;
  isFailing: boolean;
}

/** The receiver's process. One lives for the whole benchmark, so that files that were written for it stay right. */
export interface Receiver {
  /** Where an endpoint's requests go, `behaviour` being one of those in `receiver.ts`. */
  urlOf(behaviour: string, endpoint?: number): string;
  count(events: CountedEvents): Promise<void>;
  state(): Promise<ReceiverState>;
  arrivals(): Promise<Arrivals>;
  wish(wishes: Partial<ReceiverWishes>): Promise<void>;
  /** HTTPS origins; their ports. */
  openOrigins(count: number, certificate: { cert: string; key: string }): Promise<number[]>;
  /** Resolves when so many slots are filled, or when nothing has come for the time. */
  waitForFilled(slots: number, patienceMs?: number): Promise<void>;
  /** Resolves with the time of the first request. */
  waitForFirst(patienceMs?: number): Promise<number>;
  stop(): void;
}

export async function startReceiver(): Promise<Receiver> {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, "receiver.ts")], { stdout: "pipe" });
  const { value } = await child.stdout.getReader().read();
  const ports = JSON.parse(new TextDecoder().decode(value)) as { port: number; controlPort: number };
  const ask = (path: string, body?: unknown): Promise<Response> =>
    fetch(`http://127.0.0.1:${ports.controlPort}${path}`, {
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
  const state = async () => (await ask("/state")).json() as Promise<ReceiverState>;
  const receiver: Receiver = {
    urlOf: (behaviour, endpoint = 0) => `http://127.0.0.1:${ports.port}/${behaviour}/${endpoint}`,
    async count(events) {
      await ask("/count", events);
    },
    state,
    async arrivals() {
      const bytes = await (await ask("/arrivals")).arrayBuffer();
      const slots = bytes.byteLength / 10;
      return { firstAtMs: new Float64Array(bytes, 0, slots), counts: new Uint16Array(bytes, slots * 8) };
    },
    async wish(wishes) {
      await ask("/wish", wishes);
    },
    openOrigins: async (count, certificate) =>
      (await ask("/origins", { count, ...certificate })).json() as Promise<number[]>,
    async waitForFilled(slots, patienceMs = 30_000) {
      let seen = -1;
      let endAt = 0;
      for (;;) {
        const { filled } = await state();
        if (filled >= slots) return;
        if (filled > seen) [seen, endAt] = [filled, performance.now() + patienceMs];
        if (performance.now() > endAt) return;
        await Bun.sleep(20);
      }
    },
    async waitForFirst(patienceMs = 60_000) {
      const endAt = performance.now() + patienceMs;
      for (;;) {
        const { firstRequestAtMs } = await state();
        if (firstRequestAtMs > 0) return firstRequestAtMs;
        if (performance.now() > endAt) throw new Error(`no attempt in ${patienceMs} ms`);
        await Bun.sleep(5);
      }
    },
    stop: () => child.kill(),
  };
  return receiver;
}
