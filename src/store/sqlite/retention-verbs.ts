import type { RetentionVerbs } from "../retention-verbs.ts";
import type { SqliteContext } from "./context.ts";
import { SweepSteps } from "./sweep-steps.ts";

/** Retention: its clock, and its steps. */
export function retentionVerbs(context: SqliteContext): RetentionVerbs {
  const { db, commits, reader } = context;
  const steps = new SweepSteps(context);
  const readClock = db.prepare<{ value: number }, []>("SELECT value FROM meta WHERE name = 'clock'");
  const writeClock = db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('clock', ?)");
  return {
    readClock: async () => readClock.get()?.value ?? null,
    writeClock: (nowMs) =>
      commits.run(() => {
        writeClock.run(nowMs);
      }),
    async sweep(sweep, place) {
      const from = place ?? { stage: "expiry", after: [] };
      if (from.stage !== "expiry") return commits.run(() => steps.next(sweep, from));
      // Found in the reader: the rows that wait may be a million, and few of them have waited for too long.
      const window = await reader.read("expirable", from.after, sweep.nowMs);
      return commits.run((transaction) => steps.expire(sweep, window, transaction));
    },
  };
}
