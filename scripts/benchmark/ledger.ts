/**
 * Events of a run are numbered, and their ids say so (`bench-00000017`): the publisher's list of what was accepted and
 * the receiver's count of what arrived can be compared exactly.
 */
const idPrefix = "bench-";
const idDigits = 8;

/** All ids are equally long, so that every request of a run has the same length. */
export function eventIdOf(n: number): string {
  return idPrefix + String(n).padStart(idDigits, "0");
}

/** −1 for an id that is not of a run. */
export function numberOf(eventId: string): number {
  return eventId.startsWith(idPrefix) ? Number(eventId.slice(idPrefix.length)) : -1;
}

/** The same as SQL, for rows that are written into the file. */
export function eventIdSql(numberSql: string): string {
  return `'${idPrefix}' || printf('%0${idDigits}d', ${numberSql})`;
}

/** Which events a run counts, and to how many endpoints each of them goes. */
export interface CountedEvents {
  /** The number of the first one. */
  first: number;
  count: number;
  /** Each event has as many slots as it has endpoints: slot = (number − first) × endpoints + endpoint. */
  endpoints: number;
}

/** What the receiver knows of a run. */
export interface Arrivals {
  /** When each slot was first filled, Unix ms with fractions; 0 if it never was. */
  firstAtMs: Float64Array;
  /** How often. */
  counts: Uint16Array;
}

/** The account of a run. Everything but `accepted` counts deliveries. */
export interface Ledger {
  /** Events that were answered with 202. */
  accepted: number;
  arrived: number;
  /** Of an accepted event, never arrived: must be 0, else the run is void. */
  lost: number;
  /** Arrivals beyond the first. */
  duplicates: number;
}

/** @param acceptedAtMs by event; 0 where it was not accepted. Such an event may have arrived all the same. */
export function balance(acceptedAtMs: Float64Array, arrivals: Arrivals, endpoints: number): Ledger {
  const ledger: Ledger = { accepted: 0, arrived: 0, lost: 0, duplicates: 0 };
  for (const [n, at] of acceptedAtMs.entries()) {
    if (at > 0) ledger.accepted++;
    for (let slot = n * endpoints; slot < (n + 1) * endpoints; slot++) {
      const count = arrivals.counts[slot] ?? 0;
      if (count > 0) ledger.arrived++;
      if (at > 0 && count === 0) ledger.lost++;
      ledger.duplicates += Math.max(0, count - 1);
    }
  }
  return ledger;
}

/** Of several runs together. */
export function addLedgers(ledgers: readonly Ledger[]): Ledger {
  return ledgers.reduce(
    (sum, ledger) => ({
      accepted: sum.accepted + ledger.accepted,
      arrived: sum.arrived + ledger.arrived,
      lost: sum.lost + ledger.lost,
      duplicates: sum.duplicates + ledger.duplicates,
    }),
    { accepted: 0, arrived: 0, lost: 0, duplicates: 0 },
  );
}
