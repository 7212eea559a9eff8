import { asc, desc, eq, gt, gte, sql } from "drizzle-orm";
import { type AttemptCell, cellCount, cellOf } from "../../domain/attempt-cell.ts";
import type { AttemptPlace, AttemptTally } from "../alert-verbs.ts";
import type { Drizzle } from "./drizzle.ts";
import { attempts, deliveries, typeNames } from "./schema.ts";

/** Attempts of one portion: some 20 ms of a reader that others wait for. */
const portionRows = 10_000;

/** Attempts behind a place, counted by endpoint, second and kind, so that little goes over to the other thread. */
export function tallyAttempts(orm: Drizzle, after: AttemptPlace) {
  const rows = orm
    .select({
      seq: attempts.seq,
      endpoint: attempts.endpointSeq,
      endedAtMs: sql<number>`${attempts.startedAt} + ${attempts.durationMs}`,
      durationMs: attempts.durationMs,
      outcome: attempts.outcome,
      responseStatus: attempts.responseStatus,
      trigger: deliveries.trigger,
      typeSeq: deliveries.typeSeq,
    })
    .from(attempts)
    .innerJoin(deliveries, eq(deliveries.seq, attempts.deliverySeq))
    .where(gt(attempts.seq, after))
    .orderBy(asc(attempts.seq))
    .limit(portionRows)
    .all();
  const operational = readOperationalTypes(orm);
  const tallies = new Tallies();
  for (const row of rows) {
    if (row.trigger === "test" || operational.has(row.typeSeq)) continue;
    tallies.count(row.endpoint, Math.floor(row.endedAtMs / 1000), cellOf(row));
  }
  return { tallies: tallies.all, place: rows.at(-1)?.seq ?? after, done: rows.length < portionRows };
}

function readOperationalTypes(orm: Drizzle): ReadonlySet<number> {
  const ours = sql`${typeNames.name} GLOB 'posthorn.*'`;
  return new Set(
    orm
      .select({ seq: typeNames.seq })
      .from(typeNames)
      .where(ours)
      .all()
      .map(({ seq }) => seq),
  );
}

class Tallies {
  readonly all: AttemptTally[] = [];
  readonly #bySecond = new Map<number, Map<number, AttemptTally>>();

  count(endpoint: number, endedAtSeconds: number, cell: AttemptCell): void {
    let inSecond = this.#bySecond.get(endedAtSeconds);
    if (!inSecond) {
      inSecond = new Map();
      this.#bySecond.set(endedAtSeconds, inSecond);
    }
    const key = endpoint * cellCount + cell;
    const known = inSecond.get(key);
    if (known) {
      known.count++;
      return;
    }
    const tally = { endpoint, endedAtSeconds, cell, count: 1 };
    inSecond.set(key, tally);
    this.all.push(tally);
  }
}

/**
 * By halving: attempts are numbered in the order in which they were recorded, which is nearly that of their time. No
 * index on the time, which would cost every write, for a question that is asked once a start.
 */
export function findAttemptPlace(orm: Drizzle, startedAtMs: number): AttemptPlace {
  const newest = orm.select({ seq: attempts.seq }).from(attempts).orderBy(desc(attempts.seq)).limit(1).get();
  let low = 0;
  let high = newest?.seq ?? 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const next = orm
      .select({ seq: attempts.seq, startedAtMs: sql<number>`${attempts.startedAt}` })
      .from(attempts)
      .where(gte(attempts.seq, middle + 1))
      .orderBy(asc(attempts.seq))
      .limit(1)
      .get();
    if (next && next.startedAtMs < startedAtMs) low = next.seq;
    else high = middle;
  }
  return low;
}
