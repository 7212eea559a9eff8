import { closeSync, fstatSync, openSync } from "node:fs";
import type { Clock } from "../../platform/clock.ts";
import { copyInPieces } from "../../platform/copy-in-pieces.ts";
import { MovingSnapshot } from "./moving-snapshot.ts";
import { logIdentity, openLog } from "./write-ahead-log.ts";

export interface SnapshotCopy {
  /** The database that is copied, and its log beside it (`-wal`). */
  from: string;
  /** Where the copy goes, and its log beside it. Opened as a database, it is the state of one moment. */
  to: string;
  clock: Clock;
  /** False when nobody else can have the database open: then the files lie still. */
  isInUse: boolean;
  /** Called before each piece; what it throws ends the copy. */
  beforePiece(): void;
}

/** One snapshot is held for so long: what is committed meanwhile is left for the server's next checkpoint to write. */
const holdMs = 100;

/**
 * Copies a database that another process writes, at the speed of the disk, and so that no checkpoint is held up for
 * longer than a moment.
 *
 * The pages are copied while the server writes into them, so that some are older than others, or torn. What makes the
 * copy whole is the log, which is copied last: it has every page that was written since it was begun, and it is not
 * begun anew while anybody reads from it. Opening the copy writes the log into it, as after a crash; the result is the
 * last commit that the log has. For that a snapshot is held all the time, but not always the same one: one that is
 * held for a minute leaves a minute's work to the checkpoint behind it, and that is done by the server's only thread.
 */
export function copySnapshot(copy: SnapshotCopy): void {
  if (!copy.isInUse) {
    copyAll(copy, { moveOn() {}, close() {} });
    return;
  }
  const moving = new MovingSnapshot(copy.from, copy.clock, holdMs);
  copyAll(copy, moving);
  if (!moving.hasLostTrack) return;
  // The log was begun anew all the same. That cannot happen to a snapshot that is held from the beginning to the end.
  copyAll(copy, new MovingSnapshot(copy.from, copy.clock, Number.POSITIVE_INFINITY));
}

function copyAll(copy: SnapshotCopy, snapshot: { moveOn(): void; close(): void }): void {
  const { from, to, beforePiece } = copy;
  let database: number | null = null;
  try {
    database = openSync(from, "r");
    copyInPieces(database, to, () => {
      beforePiece();
      snapshot.moveOn();
    });
    copyLog(copy);
  } finally {
    // Before the file: closing that ends all locks that this process has on it, the snapshot's among them.
    snapshot.close();
    if (database !== null) closeSync(database);
  }
}

/** If the log is begun anew while it is read, what was read is of two logs: once more. */
function copyLog({ from, to, beforePiece }: SnapshotCopy): void {
  const log = openLog(from);
  if (log === null) return;
  try {
    let before: string;
    do {
      before = logIdentity(log);
      // What comes from now on is younger than every page that was copied; a busy writer would lead on for ever.
      copyInPieces(log, `${to}-wal`, beforePiece, fstatSync(log).size);
    } while (logIdentity(log) !== before);
  } finally {
    closeSync(log);
  }
}
