import type { Database } from "bun:sqlite";
import type { SourceState, StateDecision } from "../../domain/source-event.ts";
import type { Sequences } from "./sequences.ts";

/** A state whose time has come. */
export interface DueState {
  seq: number;
  source_id: string;
  state: SourceState;
}

interface Row {
  seq: number;
  source_id: string;
  name: string;
  value: string;
  due_at: number | null;
}

/** A state that is due again at once would be asked about without end. */
const pauseMsMin = 1000;

/** What adapters remember. */
export class SourceStates {
  readonly #sequences: Sequences;
  readonly #statements;

  constructor(db: Database, sequences: Sequences) {
    this.#sequences = sequences;
    this.#statements = {
      find: db.prepare<Row, [number, string]>(
        "SELECT name, value, due_at FROM source_states WHERE source_seq = ? AND name = ?",
      ),
      put: db.prepare(`
        INSERT INTO source_states (seq, source_seq, name, value, due_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (source_seq, name) DO UPDATE SET value = excluded.value, due_at = excluded.due_at`),
      remove: db.prepare("DELETE FROM source_states WHERE source_seq = ? AND name = ?"),
      due: db.prepare<Row, [number, number]>(`
        SELECT t.seq, s.id AS source_id, t.name, t.value, t.due_at
        FROM source_states t INDEXED BY source_states_due JOIN sources s ON s.seq = t.source_seq
        WHERE t.due_at <= ? ORDER BY t.due_at LIMIT ?`),
      leave: db.prepare("UPDATE source_states SET due_at = NULL WHERE seq = ?"),
    };
  }

  find(sourceSeq: number, name: string): SourceState | null {
    const row = this.#statements.find.get(sourceSeq, name);
    return row === null ? null : stateOf(row);
  }

  apply(sourceSeq: number, { put, remove }: Pick<StateDecision, "put" | "remove">): void {
    for (const { name, value, dueAtMs } of put) {
      this.#statements.put.run(this.#sequences.next("source_states"), sourceSeq, name, value, dueAtMs);
    }
    for (const name of remove) this.#statements.remove.run(sourceSeq, name);
  }

  /** Those that have been due for longest. */
  due(nowMs: number, limit: number): DueState[] {
    return this.#statements.due
      .all(nowMs, limit)
      .map((row) => ({ seq: row.seq, source_id: row.source_id, state: stateOf(row) }));
  }

  /** It is not asked about any more. */
  leave(seq: number): void {
    this.#statements.leave.run(seq);
  }

  /** What was decided about a state that was due at `nowMs`. */
  applyDue(sourceSeq: number, { seq, state }: DueState, decision: StateDecision, nowMs: number): void {
    const { put, remove } = decision;
    const isTaken = put.some(({ name }) => name === state.name) || remove.includes(state.name);
    if (!isTaken) this.leave(seq);
    const later = put.map((one) =>
      one.dueAtMs === null ? one : { ...one, dueAtMs: Math.max(one.dueAtMs, nowMs + pauseMsMin) },
    );
    this.apply(sourceSeq, { put: later, remove });
  }
}

function stateOf({ name, value, due_at }: Row): SourceState {
  return { name, value, dueAtMs: due_at };
}
