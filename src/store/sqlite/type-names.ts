import type { Database, Statement } from "bun:sqlite";
import type { Transaction } from "./group-commit.ts";
import type { Sequences } from "./sequences.ts";

/** Numbers of event-type names, so that rows carry a small integer. A name keeps its number for ever. */
export class TypeNames {
  readonly #sequences: Sequences;
  readonly #find: Statement<{ seq: number }, [string]>;
  readonly #name: Statement<{ name: string }, [number]>;
  readonly #insert: Statement<unknown, [number, string]>;
  readonly #seqByName = new Map<string, number>();
  readonly #nameBySeq = new Map<number, string>();

  constructor(db: Database, sequences: Sequences) {
    this.#sequences = sequences;
    this.#find = db.prepare("SELECT seq FROM type_names WHERE name = ?");
    this.#name = db.prepare("SELECT name FROM type_names WHERE seq = ?");
    this.#insert = db.prepare("INSERT INTO type_names (seq, name) VALUES (?, ?)");
  }

  /** The name's number; a new name gets one, which counts once the transaction is committed. */
  seqOf(name: string, transaction: Transaction): number {
    const known = this.#seqByName.get(name);
    if (known !== undefined) return known;
    const seq = this.#find.get(name)?.seq ?? this.#add(name);
    transaction.afterCommit(() => this.#seqByName.set(name, seq));
    return seq;
  }

  nameOf(seq: number): string {
    const known = this.#nameBySeq.get(seq);
    if (known !== undefined) return known;
    const row = this.#name.get(seq);
    if (!row) throw new Error(`Invariant broken: event type ${seq} has a name`);
    this.#nameBySeq.set(seq, row.name);
    return row.name;
  }

  #add(name: string): number {
    const seq = this.#sequences.next("type_names");
    this.#insert.run(seq, name);
    return seq;
  }
}
