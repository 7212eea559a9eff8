import type { Database } from "bun:sqlite";
import type { Clock } from "../../platform/clock.ts";
import { openReadOnly } from "./database.ts";
import { logIdentityOf, logWrittenAt } from "./write-ahead-log.ts";

/**
 * Holds some snapshot of a database all the time, though not always the same one. While any is held that has part of
 * its pages in the log, the log is not begun anew, and so has every page that has been written since it was.
 */
export class MovingSnapshot {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #holdMs: number;
  #held: Database;
  #spare: Database;
  #heldSince: number;
  #writtenAt: bigint | null;
  #log: string;
  /**
   * The first snapshot may have all of its pages in the database, and none in the log. Then the log may be begun anew
   * under it, once; but nothing is written into the database while it is held, so that nothing is missed.
   */
  #isFirst = true;
  #hasLostTrack = false;

  /** @param holdMs how long one snapshot is held at most; infinite: one is held from the beginning to the end */
  constructor(path: string, clock: Clock, holdMs: number) {
    this.#path = path;
    this.#clock = clock;
    this.#holdMs = holdMs;
    this.#held = openReadOnly(path);
    this.#spare = openReadOnly(path);
    begin(this.#held);
    this.#heldSince = clock.monotonic();
    this.#writtenAt = logWrittenAt(path);
    this.#log = logIdentityOf(path);
  }

  /** Whether the log was begun anew where it must not be: pages that were written before may be missing in it. */
  get hasLostTrack(): boolean {
    return this.#hasLostTrack;
  }

  /** Goes over to a newer snapshot when it is time. Without a newer one it stays: there is nothing held up. */
  moveOn(): void {
    if (this.#clock.monotonic() - this.#heldSince < this.#holdMs) return;
    const writtenAt = logWrittenAt(this.#path);
    if (writtenAt === this.#writtenAt) return;
    this.#writtenAt = writtenAt;
    begin(this.#spare);
    this.#lookAtLog();
    this.#isFirst = false;
    this.#held.run("ROLLBACK");
    [this.#held, this.#spare] = [this.#spare, this.#held];
    this.#heldSince = this.#clock.monotonic();
  }

  close(): void {
    this.#lookAtLog();
    this.#held.run("ROLLBACK");
    this.#held.close(true);
    this.#spare.close(true);
  }

  #lookAtLog(): void {
    const log = logIdentityOf(this.#path);
    if (log !== this.#log && !this.#isFirst) this.#hasLostTrack = true;
    this.#log = log;
  }
}

/** A transaction has its snapshot from its first read on. */
function begin(db: Database): void {
  db.run("BEGIN");
  const read = db.prepare("SELECT count(*) FROM sqlite_schema");
  read.get();
  read.finalize();
}
