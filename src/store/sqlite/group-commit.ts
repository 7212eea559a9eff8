import type { Database } from "bun:sqlite";
import { assert } from "../../domain/assert.ts";
import type { Changes } from "../../domain/audit-entry.ts";
import type { Clock } from "../../platform/clock.ts";
import type { CommitMeter } from "../commit-meter.ts";
import { diskFailed, diskFull, isBusy, isDiskFull, isDiskTrouble } from "./disk-trouble.ts";
import type { LogSync } from "./log-sync.ts";

/** What a verb may ask for while it runs. */
export interface Transaction {
  /** Runs right after the commit, before anything else does; not at all if the verb or the commit fails. */
  afterCommit(effect: () => void): void;
  /** Says what the verb changed, for whoever asked to have it written down (`Attached`). */
  noteChange(change: NotedChange): void;
}

/** One object that a verb changed, as the audit log shows it. */
export interface NotedChange {
  objectId: string;
  changes: Changes;
  /** In whose log it is written, if that is not the caller's organization. */
  organizationSeq?: number;
}

/** What is written in a verb's savepoint beside its own work. */
export interface Attached {
  /** Before the verb. May refuse. */
  before(): void;
  /** After the verb. It must not refuse: what the verb has changed in memory would stay. */
  after(value: unknown, changes: readonly NotedChange[]): void;
}

export interface GroupCommit {
  /**
   * Runs the verb in the next group: a synchronous function in a savepoint of its own. Resolves when the group is
   * on disk. Rejects with what the verb threw (its neighbours are not affected), or with `unavailable` when the
   * disk is full, or when it failed.
   */
  run<T>(verb: (transaction: Transaction) => T): Promise<T>;
  /** Calls a function that runs one verb before it returns; that verb gets what is to be written beside it. */
  attach<T>(attached: Attached, call: () => Promise<T>): Promise<T>;
  /** The disk failed elsewhere, as in a read: stores nothing any more, and says so to `onFatal`. */
  giveUp(failure: unknown): void;
  /** Resolves when nothing is under way any more. */
  drain(): Promise<void>;
}

export interface GroupCommitOptions {
  db: Database;
  /** Brings what was committed to the disk. */
  log: LogSync;
  clock: Clock;
  /** What verbs leave in memory for `beforeCommit`: that of a verb that fails goes with the rest that it did. */
  notes: { mark(): number; forgetSince(mark: number): void };
  /** Writes what verbs left in memory; part of the transaction. */
  beforeCommit(): void;
  /** After a rollback of the whole group: forget whatever was derived from it. */
  afterRollback(): void;
  /** A sync of all that is committed begins. What is returned is called when that is on the disk. */
  syncBegins?(): () => void;
  /** Nobody is told where it is not there. */
  meter?: CommitMeter | undefined;
  /** The disk failed at a commit or a sync: what is on it is unknown, and the process must end. */
  onFatal(error: Error): void;
}

interface Job {
  verb: (transaction: Transaction) => unknown;
  attached: Attached | null;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Settled = { job: Job; effects: (() => void)[] } & ({ value: unknown } | { error: unknown });

/** Bounds of one transaction: what waits longer than this holds up the loop. */
const groupMsMax = 10;
const groupVerbsMax = 512;
/** So many are worth a commit at once, though the disk still works on the group before. */
const groupVerbsEnough = 32;
const lockRetryMs = 50;

/** One fsync serves everything that one turn of the event loop collected. */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { db, clock, log } = options;
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const savepoint = db.prepare("SAVEPOINT verb");
  const releaseSavepoint = db.prepare("RELEASE verb");
  const rollbackToSavepoint = db.prepare("ROLLBACK TO verb");
  let queue: Job[] = [];
  let isScheduled = false;
  let isSyncing = false;
  /** Committed since the last sync began: not on the disk yet, and nobody has been told. */
  let unsynced: Settled[] = [];
  /** What the verb that is being called gets written beside it. */
  let attachedNext: Attached | null = null;
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
    const startedAt = clock.monotonic();
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
    if (failure === null) {
      options.meter?.committed(settled.length, clock.monotonic() - startedAt);
      keepUntilSynced(settled);
    } else rejectAll(settled, failure);
    goOn();
  }

  /** Memory follows the file at once; whoever asked is told when the file is on the disk. */
  function keepUntilSynced(settled: readonly Settled[]): void {
    for (const one of settled) {
      for (const effect of one.effects) effect();
      unsynced.push(one);
    }
    sync();
  }

  function sync(): void {
    if (isSyncing || unsynced.length === 0) return;
    isSyncing = true;
    const synced = unsynced;
    unsynced = [];
    const syncEnded = options.syncBegins?.();
    const startedAt = clock.monotonic();
    log.sync((error) => {
      options.meter?.synced(clock.monotonic() - startedAt);
      isSyncing = false;
      if (error === null) {
        syncEnded?.();
        for (const one of synced) settle(one);
      } else fail([...synced, ...unsynced.splice(0)], error);
      sync();
      goOn();
    });
  }

  function goOn(): void {
    if (queue.length > 0) schedule();
    else if (!isSyncing) for (const resolve of idle.splice(0)) resolve();
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
        if ("error" in one && isGroupVoid(one.error)) throw one.error;
      }
    } finally {
      queue = jobs.slice(taken);
    }
  }

  function runInSavepoint(job: Job): Settled {
    const effects: (() => void)[] = [];
    const changes: NotedChange[] = [];
    const mark = options.notes.mark();
    savepoint.run();
    try {
      job.attached?.before();
      const value = job.verb({
        afterCommit: (effect) => effects.push(effect),
        noteChange: (change) => changes.push(change),
      });
      if (job.attached !== null) writeBeside(job.attached, value, changes);
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
    options.meter?.failed();
    options.afterRollback();
    const isFull = isDiskFull(failure);
    if (!isFull && !(failure instanceof BrokenAttachment)) {
      fail(settled, failure);
      return;
    }
    const error = isFull ? diskFull() : failure;
    for (const { job } of settled) job.reject(error);
  }

  function fail(settled: readonly Settled[], failure: unknown): void {
    for (const { job } of settled) job.reject(diskFailed());
    giveUp(failure);
  }

  function giveUp(failure: unknown): void {
    if (hasFailed) return;
    hasFailed = true;
    for (const job of queue.splice(0)) job.reject(diskFailed());
    options.onFatal(failure instanceof Error ? failure : new Error(String(failure)));
  }

  return {
    run<T>(verb: (transaction: Transaction) => T): Promise<T> {
      if (hasFailed) return Promise.reject(diskFailed());
      return new Promise<T>((resolve, reject) => {
        const attached = attachedNext;
        attachedNext = null;
        queue.push({ verb, attached, resolve: resolve as (value: unknown) => void, reject });
        // What comes while the disk works makes the next group: small ones would write the same pages again and again.
        if (!isSyncing || queue.length >= groupVerbsEnough) schedule();
      });
    },
    async attach<T>(attached: Attached, call: () => Promise<T>): Promise<T> {
      attachedNext = attached;
      const called = call();
      const isTaken = attachedNext === null;
      attachedNext = null;
      const value = await called;
      assert(isTaken, "a verb with an attachment writes before it waits for anything");
      return value;
    },
    giveUp,
    drain() {
      if (queue.length === 0 && !isSyncing) return Promise.resolve();
      return new Promise((resolve) => idle.push(resolve));
    },
  };
}

/** An attachment failed after its verb: a bug, and what the verb changed in memory is void with the whole group. */
class BrokenAttachment extends Error {
  override name = "BrokenAttachment";
}

function writeBeside(attached: Attached, value: unknown, changes: readonly NotedChange[]): void {
  try {
    attached.after(value, changes);
  } catch (error) {
    if (isDiskTrouble(error)) throw error;
    throw new BrokenAttachment(`What belongs to a verb could not be written: ${String(error)}`, {
      cause: error,
    });
  }
}

function isGroupVoid(error: unknown): boolean {
  return error instanceof BrokenAttachment || isDiskTrouble(error);
}

function settle(one: Settled): void {
  if ("error" in one) one.job.reject(one.error);
  else one.job.resolve(one.value);
}

function rollBack(db: Database): void {
  if (db.inTransaction) db.run("ROLLBACK");
}
