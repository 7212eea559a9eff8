import type { TaskProgress } from "../../domain/task.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Drizzle } from "./drizzle.ts";
import { findRecoverable, judgeRecoverable, type RecoveryQuery } from "./read-recoverable.ts";
import { findReplayable, judgeReplayable, type ReplayQuery } from "./read-replayable.ts";
import type { WalkedUp } from "./walk-up.ts";

/** What a task looks for. */
export type TaskQuery = RecoveryQuery | ReplayQuery;

const countMsMax = 200;
const countedAtOnce = 500;

/** The next deliveries or events that the task may take; the transaction that queues them judges them. */
export function findTaskWork(
  orm: Drizzle,
  query: TaskQuery,
  range: { after: number; limit: number },
): WalkedUp<{ seq: number }> {
  const db = orm.$client;
  return query.kind === "recover" ? findRecoverable(db, query, range) : findReplayable(db, query, range);
}

/** What a dry run has counted, from one place to another. */
export interface CountedTaskWork extends TaskProgress {
  position: number;
  isEnd: boolean;
}

/** Counts for a dry run, as far as 200 ms take it. */
export function countTaskWork(orm: Drizzle, query: TaskQuery, after: number): CountedTaskWork {
  const db = orm.$client;
  const endAt = systemClock.monotonic() + countMsMax;
  const counted = { matched: 0, queued: 0, skipped: 0, position: after, isEnd: false };
  while (!counted.isEnd && systemClock.monotonic() <= endAt) {
    const { found, position, isEnd } = findTaskWork(orm, query, {
      after: counted.position,
      limit: countedAtOnce,
    });
    const judged =
      query.kind === "recover" ? judgeRecoverable(db, query, found) : judgeReplayable(db, query, found);
    const open = judged.filter((one) => one.is_open === 1).length;
    counted.matched += judged.length;
    counted.queued += open;
    counted.skipped += judged.length - open;
    counted.position = position;
    counted.isEnd = isEnd;
  }
  return counted;
}
