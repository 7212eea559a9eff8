import { notFound } from "../../domain/app-error.ts";
import type { Attempt } from "../../domain/attempt.ts";
import { toIso } from "../../domain/time.ts";
import type { TestAttempt } from "../engine-verbs.ts";
import { insertAttempt } from "./attempt-writer.ts";
import {
  codeOf,
  deliveryReasonCodes,
  deliveryStatusCodes,
  eventKindCodes,
  outcomeCodes,
  shareCodes,
  triggerCodes,
} from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { Transaction } from "./group-commit.ts";

/** Stores a test whole, after its one attempt: a crash before that leaves nothing that would be sent again. */
export class TestRecorder {
  readonly #context: SqliteContext;
  readonly #insertEvent;
  readonly #insertDelivery;
  readonly #insertAttempt;

  constructor(context: SqliteContext) {
    const { db } = context;
    this.#context = context;
    this.#insertAttempt = insertAttempt(context);
    this.#insertEvent = db.prepare(`
      INSERT INTO events (seq, organization_seq, id, type_seq, kind, data, timestamp, is_targeted, delivery_count,
        canceled_count, created_at)
      VALUES (?, ?, ?, ?, ${codeOf(eventKindCodes, "test")}, ?, ?, 1, 1, 0, ?)`);
    this.#insertDelivery = db.prepare(`
      INSERT INTO deliveries (seq, id, organization_seq, endpoint_seq, event_seq, type_seq, revision_seq, trigger, share,
        status, reason, attempt_count, max_attempts, first_due_at, due_at, last_response_status, last_outcome,
        created_at, completed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ${codeOf(triggerCodes, "test")}, ${codeOf(shareCodes, "first")}, ?, ?, 1, 1, ?, NULL,
        ?, ?, ?, ?)`);
  }

  record(transaction: Transaction, test: TestAttempt): Attempt {
    const { directory, sequences, typeNames } = this.#context;
    const endpoint = directory.bySeq(test.endpoint);
    if (!endpoint) throw notFound("endpoint", String(test.endpoint));
    const { event, attempt, nowMs } = test;
    const organizationSeq = endpoint.organization.seq;
    const typeSeq = typeNames.seqOf(event.type, transaction);
    const eventSeq = sequences.next("events");
    this.#insertEvent.run(eventSeq, organizationSeq, event.id, typeSeq, event.data, event.timestampMs, nowMs);
    const deliverySeq = sequences.next("deliveries");
    const succeeded = attempt.outcome === "success";
    this.#insertDelivery.run(
      deliverySeq,
      test.deliveryId,
      organizationSeq,
      endpoint.row.seq,
      eventSeq,
      typeSeq,
      // The one that it was rendered with: a change may have come in while it was under way.
      attempt.revision,
      codeOf(deliveryStatusCodes, succeeded ? "succeeded" : "failed"),
      succeeded ? null : codeOf(deliveryReasonCodes, "exhausted"),
      event.createdAtMs,
      attempt.responseStatus,
      codeOf(outcomeCodes, attempt.outcome),
      event.createdAtMs,
      nowMs,
    );
    this.#insertAttempt({ delivery: deliverySeq, endpoint, number: 1, attempt });
    return {
      id: attempt.id,
      deliveryId: test.deliveryId,
      eventId: event.id,
      eventType: event.type,
      endpointId: endpoint.row.id,
      number: 1,
      trigger: "test",
      startedAt: toIso(attempt.startedAtMs),
      durationMs: Math.round(attempt.durationMs),
      outcome: attempt.outcome,
      responseStatus: attempt.responseStatus,
      responseHeaders: attempt.responseHeaders,
      responseBody: attempt.responseBody,
      responseBodyTruncated: attempt.responseBodyTruncated,
      error: attempt.error,
    };
  }
}
