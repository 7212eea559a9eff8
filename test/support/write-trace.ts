/** What a trace of the program's system calls (`strace -f -y`) says of the order in which it wrote and answered. */
export interface WriteOrder {
  /** Replies 202. */
  replies: number;
  checkpoints: number;
  /** How often the log was begun. */
  beginnings: number;
  /** What came too early: the start of the trace's line. */
  broken: string[];
}

/**
 * Reads a trace. Each write to the log has a number; a sync that began after it and has ended brings it to the disk. A
 * 202 may leave when the first write with its event's id is there; the main file may be written when all of the log is;
 * and the log may be begun anew when all of the main file is, its first frame when its new header is.
 * @param id finds an event's id in what was written or sent
 */
export function readWriteTrace(lines: readonly string[], id: RegExp): WriteOrder {
  const order: WriteOrder = { replies: 0, checkpoints: 0, beginnings: 0, broken: [] };
  const log = new SyncedFile("posthorn.db-wal>");
  const main = new SyncedFile("posthorn.db>");
  /** The write that began the log last. */
  let headerAt = 0;
  const writtenAt = new Map<string, number>();
  for (const line of lines) {
    const found = id.exec(line)?.[0];
    if (log.sees(line) === "write") {
      if (found !== undefined && !writtenAt.has(found)) writtenAt.set(found, log.written);
      if (/ 32, 0\)\s+= /.test(line)) {
        headerAt = log.written;
        order.beginnings++;
      }
      const isFirstFrame = / 32\)\s+= /.test(line);
      if (isFirstFrame && (main.isDirty || headerAt > log.synced)) order.broken.push(line.slice(0, 200));
    } else if (main.sees(line) === "write") {
      if (log.isDirty) order.broken.push(line.slice(0, 200));
    } else if (line.includes('"HTTP/1.1 202')) {
      order.replies++;
      const at = writtenAt.get(found ?? "");
      if (at === undefined || at > log.synced) order.broken.push(line.slice(0, 200));
    }
  }
  order.checkpoints = main.syncs;
  return order;
}

/** How far a file is written and on the disk. */
class SyncedFile {
  written = 0;
  synced = 0;
  syncs = 0;
  /** By thread: how far the file was written when a sync began that has not ended. */
  readonly #under = new Map<string, number>();

  constructor(private readonly name: string) {}

  get isDirty(): boolean {
    return this.synced < this.written;
  }

  sees(line: string): "write" | "other" {
    const thread = line.slice(0, line.indexOf(" "));
    if (/<\.\.\. f(data)?sync resumed>/.test(line)) {
      this.#end(this.#under.get(thread), line);
      this.#under.delete(thread);
    } else if (line.includes(this.name) && line.includes(" pwrite64(")) {
      this.written++;
      return "write";
    } else if (line.includes(this.name) && / f(data)?sync\(/.test(line)) {
      if (line.includes("<unfinished")) this.#under.set(thread, this.written);
      else this.#end(this.written, line);
    }
    return "other";
  }

  #end(upTo: number | undefined, line: string): void {
    if (upTo === undefined || !/= 0$/.test(line)) return;
    this.synced = Math.max(this.synced, upTo);
    this.syncs++;
  }
}
