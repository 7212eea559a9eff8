import type { Database } from "bun:sqlite";
import { type FieldError, validationFailed } from "../../domain/app-error.ts";
import { type CheckData, compileSchema } from "../../json-schema/data-schema.ts";

/** Compiled schemas that are kept, the most recently used ones: as many as a batch may need. Each is code of its own. */
const keptMax = 1000;

interface EntryRow {
  seq: number;
  archived: number;
  has_schema: number;
}

/**
 * Refuses what a strict organization's catalogue does not take. The entry is read in the transaction that asks, so
 * only what is compiled is kept; `forget` it when its entry changes, and all of it after a rollback.
 */
export class EventTypeChecks {
  readonly #findOwn;
  readonly #findShared;
  readonly #readSchema;
  readonly #compiled = new Map<number, CheckData>();

  constructor(db: Database) {
    const columns = "SELECT seq, archived, schema IS NOT NULL AS has_schema FROM event_types";
    this.#findOwn = db.prepare<EntryRow, [number, string]>(
      `${columns} WHERE organization_seq = ? AND name = ?`,
    );
    this.#findShared = db.prepare<EntryRow, [string]>(
      `${columns} WHERE organization_seq IS NULL AND name = ?`,
    );
    this.#readSchema = db.prepare<{ schema: string }, [number]>(
      "SELECT schema FROM event_types WHERE seq = ?",
    );
  }

  /** Throws `validation_failed` at the place that is wrong. */
  require(organizationSeq: number, { type, data }: { type: string; data: string }): void {
    const entry = this.#findOwn.get(organizationSeq, type) ?? this.#findShared.get(type);
    const errors = entry ? this.#errorsOf(entry, type, data) : [unknown(type)];
    if (errors.length > 0) throw validationFailed(errors);
  }

  /**
   * Compiles the type's schema, so that no transaction has to: one with fifty patterns takes 25 ms.
   * @returns whether there was anything to do
   */
  prepare(organizationSeq: number, type: string): boolean {
    const entry = this.#findOwn.get(organizationSeq, type) ?? this.#findShared.get(type);
    const isMissing = entry?.has_schema === 1 && entry.archived === 0 && !this.#compiled.has(entry.seq);
    if (isMissing) this.#checkOf(entry.seq);
    return isMissing;
  }

  forget(seq: number): void {
    this.#compiled.delete(seq);
  }

  reset(): void {
    this.#compiled.clear();
  }

  #errorsOf(entry: EntryRow, type: string, data: string): FieldError[] {
    if (entry.archived === 1) {
      return [{ path: "type", message: `"${type}" is archived in the catalogue: it is published no longer` }];
    }
    return entry.has_schema === 1 ? this.#checkOf(entry.seq)(JSON.parse(data), data) : [];
  }

  #checkOf(seq: number): CheckData {
    const check =
      this.#compiled.get(seq) ?? compileSchema(JSON.parse(this.#readSchema.get(seq)?.schema ?? ""));
    this.#compiled.delete(seq);
    this.#compiled.set(seq, check);
    const [oldest] = this.#compiled.keys();
    if (this.#compiled.size > keptMax && oldest !== undefined) this.#compiled.delete(oldest);
    return check;
  }
}

function unknown(type: string): FieldError {
  const message = `"${type}" is not in the catalogue, and this organization takes only what is; add it with PUT /event-types/${type}`;
  return { path: "type", message };
}
