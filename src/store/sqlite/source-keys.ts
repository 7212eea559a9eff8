import type { Database } from "bun:sqlite";
import { createHash } from "node:crypto";
import type { Sequences } from "./sequences.ts";

/** Enough that no two keys of a source meet by chance. */
const digestBytes = 16;

/** What sources have received, by natural key. */
export class SourceKeys {
  readonly #sequences: Sequences;
  readonly #find;
  readonly #insert;

  constructor(db: Database, sequences: Sequences) {
    this.#sequences = sequences;
    this.#find = db.prepare<{ 1: number }, [number, Uint8Array]>(
      "SELECT 1 FROM source_keys WHERE source_seq = ? AND digest = ?",
    );
    this.#insert = db.prepare(
      "INSERT INTO source_keys (seq, source_seq, digest, created_at) VALUES (?, ?, ?, ?)",
    );
  }

  has(sourceSeq: number, key: string): boolean {
    return this.#find.get(sourceSeq, digestOf(key)) !== null;
  }

  /** Says whether it is new. */
  add(sourceSeq: number, key: string, nowMs: number): boolean {
    const digest = digestOf(key);
    if (this.#find.get(sourceSeq, digest) !== null) return false;
    this.#insert.run(this.#sequences.next("source_keys"), sourceSeq, digest, nowMs);
    return true;
  }
}

function digestOf(key: string): Uint8Array {
  return createHash("sha256").update(key).digest().subarray(0, digestBytes);
}
