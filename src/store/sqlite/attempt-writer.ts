import type { AttemptResult } from "../engine-verbs.ts";
import type { DeliveryKey } from "../new-work.ts";
import { codeOf, outcomeCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";

/** An attempt as it is inserted. */
export interface AttemptRow {
  delivery: DeliveryKey;
  endpoint: EndpointRecord;
  number: number;
  attempt: AttemptResult;
}

/** Prepares the insertion of attempts. */
export function insertAttempt({ db, sequences }: SqliteContext): (row: AttemptRow) => void {
  const insert = db.prepare(`
    INSERT INTO attempts (seq, id, organization_seq, endpoint_seq, delivery_seq, revision_seq, number, started_at,
      duration_ms, outcome, response_status, response_headers, response_body, response_body_truncated, error, signature,
      body_signature)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return ({ delivery, endpoint, number, attempt }) => {
    insert.run(
      sequences.next("attempts"),
      attempt.id,
      endpoint.organization.seq,
      endpoint.row.seq,
      delivery,
      attempt.revision,
      number,
      attempt.startedAtMs,
      Math.round(attempt.durationMs),
      codeOf(outcomeCodes, attempt.outcome),
      attempt.responseStatus,
      attempt.responseHeaders === null ? null : JSON.stringify(attempt.responseHeaders),
      attempt.responseBody,
      attempt.responseBodyTruncated ? 1 : 0,
      attempt.error,
      attempt.signature,
      attempt.bodySignature,
    );
  };
}
