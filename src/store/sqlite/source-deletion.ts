import type { Database } from "bun:sqlite";
import { ofSources, rowsOfSourcePerStep } from "./organization-deletion.ts";

/** Deletes what a deleted source leaves, one bounded step a call, its own row last. Says whether that was the last step. */
export function sourceDeletion(db: Database): (sourceSeq: number) => boolean {
  const steps = ofSources.map((table) =>
    db.prepare(
      `DELETE FROM ${table} WHERE rowid IN
         (SELECT rowid FROM ${table} WHERE source_seq = ? LIMIT ${rowsOfSourcePerStep})`,
    ),
  );
  const deleteSource = db.prepare("DELETE FROM sources WHERE seq = ?");
  return (sourceSeq) => {
    for (const step of steps) if (step.run(sourceSeq).changes > 0) return false;
    deleteSource.run(sourceSeq);
    return true;
  };
}
