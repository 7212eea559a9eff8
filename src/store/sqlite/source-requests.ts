import type { Database } from "bun:sqlite";
import { requestsKeptMax } from "../../domain/source.ts";
import type { NewSourceRequest } from "../source-verbs.ts";
import { codeOf, requestVerdictCodes } from "./codes.ts";
import type { Sequences } from "./sequences.ts";
import type { SourceRecord } from "./source-directory.ts";

/** After so many entries the oldest are deleted: to find them walks a thousand rows of an index. */
const trimEvery = 16;

/** The log of the requests that sources have taken. */
export class SourceRequests {
  readonly #sequences: Sequences;
  readonly #insert;
  readonly #trim;
  readonly #erase;

  constructor(db: Database, sequences: Sequences) {
    this.#sequences = sequences;
    this.#insert = db.prepare(`
      INSERT INTO source_requests (seq, source_seq, id, at, address, verdict, reason, event_ids, repeated_ids, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#trim = db.prepare(`
      DELETE FROM source_requests WHERE source_seq = ? AND id <= (
        SELECT id FROM source_requests WHERE source_seq = ? ORDER BY id DESC LIMIT 1 OFFSET ${requestsKeptMax})`);
    // Ids need no escape in JSON. Columns before the body are read without it.
    this.#erase = db.prepare(`
      UPDATE source_requests SET body = NULL
      WHERE source_seq = (SELECT seq FROM sources WHERE id = ?1) AND body IS NOT NULL
        AND (instr(event_ids, ?2) > 0 OR instr(repeated_ids, ?2) > 0)`);
  }

  log(record: SourceRecord, request: NewSourceRequest, ids: { made: string[]; repeated: string[] }): void {
    const made = [...request.made, ...ids.made];
    const repeated = [...request.repeated, ...ids.repeated];
    const verdict = request.verdict ?? (made.length === 0 && repeated.length > 0 ? "duplicate" : "accepted");
    this.#insert.run(
      this.#sequences.next("source_requests"),
      record.seq,
      request.id,
      request.atMs,
      request.address,
      codeOf(requestVerdictCodes, verdict),
      request.reason,
      JSON.stringify(made),
      JSON.stringify(repeated),
      verdict === "accepted" ? request.body : null,
    );
    record.logged++;
    if (record.logged % trimEvery === 0) this.#trim.run(record.seq, record.seq);
  }

  /** Takes the body away that an erased event came from. */
  erase(sourceId: string, eventId: string): void {
    this.#erase.run(sourceId, JSON.stringify(eventId));
  }
}
