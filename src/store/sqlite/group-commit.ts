import { type Database, SQLiteError } from "bun:sqlite";
import { AppError } from "../../domain/app-error.ts";
import type { Clock } from "../../platform/clock.ts";

/** What a verb may ask for while it runs. */
export interface Transaction {
  /** Runs right after the commit, before the verb's promise resolves; not at all if the verb or the commit fails. */
  afterCommit(effect: () => void): void;
}

export interface GroupCommit {
  /**
   * Runs the verb in the next group: a synchronous function in a savepoint of its own. Resolves when the group is
   * on disk. Rejects with what the verb threw (its neighbours are not affected), or with `unavailable` when the
   * disk is full, or when it failed.
   */
  run<T>(verb: (transaction: Transaction) => T): Promise<T>;
  /** Resolves when nothing is under way any more. */
  drain(): Promise<void>;
}

export interface GroupCommitOptions {
  db: Database;
  clock: Clock;
  /** What verbs leave in memory for `beforeCommit`: that of a verb that fails goes with the rest that it did. */
  notes: { mark(): number; forgetSince(mark: number): void };
  /** Writes what verbs left in memory; part of the transaction. */
  beforeCommit(): void;
  /** After a rollback of the whole group: forget whatever was derived from it. */
  afterRollback(): void;
  /** The disk failed at a commit: what is on it is unknown, and the process must end. */
  onFatal(error: Error): void;
}

interface Job {
  verb: (transaction: Transaction) => unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Settled = { job: Job; effects: (() => void)[] } & ({ value: unknown } | { error: unknown });

/** Bounds of one transaction: what waits longer than this holds up the loop. */
const groupMsMax = 10;
const groupVerbsMax = 512;
const lockRetryMs = 50;

/** One fsync serves everything that one turn of the event loop collected. */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { db, clock } = options;
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const savepoint = db.prepare("SAVEPOINT verb");
  const releaseSavepoint = db.prepare("RELEASE verb");
  const rollbackToSavepoint = db.prepare("ROLLBACK TO verb");
  let queue: Job[] = [];
  let isScheduled = false;
  /** After a failed write nothing is known of the file: whatever still comes must not be told that it was stored. */
  let hasFailed = false;
  const idle: (() => void)[] = [];

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    clock.nextTurn(flush);
  }

  function flush(): void {
    isScheduled = false;
    const settled: Settled[] = [];
    let failure: unknown = null;
    try {
      begin.run();
      runJobs(settled);
      options.beforeCommit();
      commit.run();
    } catch (error) {
      failure = error;
    }
    if (isBusy(failure)) {
      waitForLock();
      return;
    }
    if (failure === null) for (const one of settled) settle(one);
    else rejectAll(settled, failure);
    if (queue.length > 0) schedule();
    else for (const resolve of idle.splice(0)) resolve();
  }

  /** Another connection (a shell, say) holds the write lock: nothing has run, so try the same group again. */
  function waitForLock(): void {
    isScheduled = true;
    clock.after(lockRetryMs, flush);
  }

  function runJobs(settled: Settled[]): void {
    const endAt = clock.monotonic() + groupMsMax;
    const jobs = queue;
    let taken = 0;
    try {
      for (; taken < jobs.length && taken < groupVerbsMax; ) {
        if (taken > 0 && clock.monotonic() > endAt) break;
        const one = runInSavepoint(jobs[taken++] as Job);
        settled.push(one);
        if ("error" in one && isDiskTrouble(one.error)) throw one.error;
      }
    } finally {
      queue = jobs.slice(taken);
    }
  }

  function runInSavepoint(job: Job): Settled {
    const effects: (() => void)[] = [];
    const mark = options.notes.mark();
    savepoint.run();
    try {
      const value = job.verb({ afterCommit: (effect) => effects.push(effect) });
      releaseSavepoint.run();
      return { job, effects, value };
    } catch (error) {
      options.notes.forgetSince(mark);
      // After trouble with the disk SQLite may have rolled back all by itself: then there is no savepoint left.
      if (!isDiskTrouble(error)) {
        rollbackToSavepoint.run();
        releaseSavepoint.run();
      }
      return { job, effects: [], error };
    }
  }

  function rejectAll(settled: readonly Settled[], failure: unknown): void {
    rollBack(db);
    options.afterRollback();
    const isFull = failure instanceof SQLiteError && failure.code === "SQLITE_FULL";
    const error = isFull ? diskFull() : diskFailed();
    for (const { job } of settled) job.reject(error);
    if (isFull) return;
    hasFailed = true;
    for (const job of queue.splice(0)) job.reject(error);
    options.onFatal(failure instanceof Error ? failure : new Error(String(failure)));
  }

  return {
    run<T>(verb: (transaction: Transaction) => T): Promise<T> {
      if (hasFailed) return Promise.reject(diskFailed());
      return new Promise<T>((resolve, reject) => {
        queue.push({ verb, resolve: resolve as (value: unknown) => void, reject });
        schedule();
      });
    },
    drain() {
      if (queue.length === 0) return Promise.resolve();
      return new Promise((resolve) => idle.push(resolve));
    },
  };
}

function settle(one: Settled): void {
  for (const effect of one.effects) effect();
  if ("error" in one) one.job.reject(one.error);
  else one.job.resolve(one.value);
}

function rollBack(db: Database): void {
  if (db.inTransaction) db.run("ROLLBACK");
}

function diskFull(): AppError {
  return new AppError(
    "unavailable",
    "The disk is full: nothing was stored. Make room; Posthorn goes on by itself.",
    {
      retryAfterSeconds: 5,
    },
  );
}

function diskFailed(): AppError {
  return new AppError(
    "unavailable",
    "Posthorn could not write to its disk and ends. Whether this was stored is known after its restart: send it again then, an event with the same id.",
  );
}

function isBusy(error: unknown): boolean {
  return error instanceof SQLiteError && (error.code ?? "").startsWith("SQLITE_BUSY");
}

/** Trouble of the file, not of the verb: the whole group is void. */
function isDiskTrouble(error: unknown): boolean {
  if (!(error instanceof SQLiteError)) return false;
  const code = error.code ?? "";
  return /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|NOMEM)/.test(code);
}
