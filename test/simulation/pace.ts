import type { SentRequest } from "../support/a-network.ts";
import type { SeededRandom } from "../support/seeded-random.ts";
import { demand } from "./ledger.ts";
import type { Life } from "./life.ts";
import type { SimulatedEndpoint } from "./simulated-endpoint.ts";

/** An endpoint's pace as far as it is certain: while a change is under way, the looser of both. */
export class Pace {
  isOrdered: boolean;
  isPaused = false;
  rateLimitPerSecond: number | null;
  /** Starts since the limit was last changed, and all, of the last second. */
  #counted: number[] = [];
  #recent: number[] = [];

  constructor({ isOrdered, rateLimitPerSecond }: { isOrdered: boolean; rateLimitPerSecond: number | null }) {
    this.isOrdered = isOrdered;
    this.rateLimitPerSecond = rateLimitPerSecond;
  }

  /** Begins a change of the limit; returns what ends it. */
  changeLimit(to: number | null): () => void {
    const from = this.rateLimitPerSecond;
    this.rateLimitPerSecond = from === null || to === null ? null : Math.max(from, to);
    return () => {
      this.rateLimitPerSecond = to;
      this.#counted = [];
    };
  }

  hasStartedWithin(ms: number, nowMs: number): boolean {
    return this.#recent.some((atMs) => atMs > nowMs - ms);
  }

  noteStart(nowMs: number): void {
    const inSecond = (atMs: number) => atMs > nowMs - 1000;
    this.#recent = [...this.#recent.filter(inSecond), nowMs];
    this.#counted = [...this.#counted.filter(inSecond), nowMs];
  }

  get startsInSecond(): number {
    return this.#counted.length;
  }
}

/** How an endpoint of the world is told to be paced. */
export function somePace(random: SeededRandom): { isOrdered: boolean; rateLimitPerSecond: number | null } {
  return {
    isOrdered: random.chance(0.35),
    rateLimitPerSecond: random.chance(0.5) ? random.pick([1, 2, 3, 8]) : null,
  };
}

/** What must hold whenever an attempt starts: nothing else can break a pace. */
export function checkStart(
  endpoint: SimulatedEndpoint,
  request: SentRequest,
  { life, madeDue, isOrderKnown }: { life: Life; madeDue: ReadonlySet<string>; isOrderKnown: boolean },
): void {
  const { id, pace } = endpoint;
  demand(!pace.isPaused, `nothing is sent to ${id} while it is paused`);
  pace.noteStart(life.clock.trueNow());
  const limit = pace.rateLimitPerSecond ?? Number.POSITIVE_INFINITY;
  demand(pace.startsInSecond <= limit, `no more than ${limit} attempts to ${id} start in a second`);
  if (!pace.isOrdered) return;
  demand(life.network.openTo(request.url) === 1, `${id} is ordered: one delivery at a time`);
  if (!isOrderKnown) return;
  const hasTurn = life.ledger.hasTurn(id, request.eventId, { nowMs: request.atMs, madeDue });
  demand(hasTurn, `${id} is ordered: it is not the turn of ${request.eventId}`);
}
