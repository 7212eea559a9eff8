import { type DeliveryStatus, type Share, shareOf } from "../../domain/delivery.ts";
import { attemptsMax } from "../../domain/retry-schedule.ts";
import { decideVerdict, type Verdict } from "../../domain/verdict.ts";
import type { AttemptResult, EngineVerbs, RecordAttempt, RecordedAttempt } from "../engine-verbs.ts";
import { collectWork } from "../new-work.ts";
import { insertAttempt } from "./attempt-writer.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import {
  codeOf,
  deliveryReasonCodes,
  deliveryStatusCodes,
  meaningOf,
  outcomeCodes,
  shareCodes,
  triggerCodes,
} from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { DeliveryTurns } from "./delivery-turns.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { EndpointStates } from "./endpoint-states.ts";
import type { Transaction } from "./group-commit.ts";
import type { Happening } from "./operational-events.ts";
import type { OrderedDeliveries } from "./ordered-deliveries.ts";
import type { TestRecorder } from "./test-recorder.ts";
import type { WaitingDeliveries } from "./waiting-deliveries.ts";

const [pendingCode, canceledCode] = [
  codeOf(deliveryStatusCodes, "pending"),
  codeOf(deliveryStatusCodes, "canceled"),
];

interface DeliveryState {
  status: number;
  reason: number | null;
  trigger: number;
  share: number;
  attempt_count: number;
  type_seq: number;
  /** Null once it has ended. */
  due_at: number | null;
  created_at: number;
  /** The delivery's event was canceled; steps may not have come to this row. */
  is_event_canceled: number;
  is_erased: number;
}

interface Parts {
  chores: ChoreSteps;
  states: EndpointStates;
  waiting: WaitingDeliveries;
  ordered: OrderedDeliveries;
  tests: TestRecorder;
  turns: DeliveryTurns;
}

/** What the engine asks and tells: due work, and what became of it. */
export function engineVerbs(
  context: SqliteContext,
  { chores, states, waiting, ordered, tests, turns }: Parts,
): EngineVerbs {
  const { db, directory, claims, commits, traffic, statistics, backlog, fronts } = context;
  const findState = db.prepare<DeliveryState, [number]>(
    // A join of the two costs 3 µs more in the writing thread than two look-ups, for each attempt.
    `SELECT d.status, d.reason, d.trigger, d.share, d.attempt_count, d.type_seq, d.due_at, d.created_at,
       (SELECT e.data IS NULL FROM events e WHERE e.seq = d.event_seq) AS is_erased,
       (SELECT coalesce(e.canceled_through, 0) FROM events e WHERE e.seq = d.event_seq) >= d.seq AS is_event_canceled
     FROM deliveries d WHERE d.seq = ?`,
  );
  const update = db.prepare(`
    UPDATE deliveries SET status = ?, reason = ?, share = ?, attempt_count = ?, max_attempts = ?, due_at = ?,
      last_response_status = ?, last_outcome = ?, completed_at = ? WHERE seq = ?`);
  const insert = insertAttempt(context);

  function record(transaction: Transaction, input: RecordAttempt): RecordedAttempt {
    const endpoint = directory.bySeq(input.endpoint);
    const state = endpoint && findState.get(input.delivery);
    transaction.afterCommit(() => claims.end(input.delivery));
    if (!endpoint || !state) return goneRecord();
    const number = state.attempt_count + 1;
    const verdict = decide(endpoint, state, input);
    const outcome = settle(state, verdict);
    const attempt = state.is_erased ? withoutContent(input.attempt) : input.attempt;
    insert({ delivery: input.delivery, endpoint, number, attempt });
    update.run(
      codeOf(deliveryStatusCodes, outcome.status),
      outcome.reason,
      codeOf(shareCodes, outcome.share),
      number,
      attemptsMax(endpoint.row.retry),
      outcome.dueAtMs,
      input.attempt.responseStatus,
      codeOf(outcomeCodes, input.attempt.outcome),
      outcome.status === "pending" ? null : input.nowMs,
      input.delivery,
    );
    countAttempt(endpoint, state, outcome.status, input.attempt.durationMs);
    transaction.afterCommit(() => followBacklog(endpoint, state, input, outcome));
    const work = collectWork();
    const happening = turns.follow(transaction, input, { endpoint, number, verdict }, work);
    return {
      ...outcome,
      number,
      ...applyToEndpoint(endpoint, verdict, happening),
      heldUntilMs: verdict.health.heldUntilMs,
      consecutiveFailedAttempts: verdict.health.consecutiveFailedAttempts,
    };
  }

  /** A delivery that a disable has canceled is no part of the backlog, and waits no more. */
  function followBacklog(
    { row }: EndpointRecord,
    state: DeliveryState,
    { delivery, endpoint, nowMs }: RecordAttempt,
    outcome: { share: Share; dueAtMs: number | null },
  ): void {
    if (state.due_at !== null && delivery > row.canceledThrough) {
      backlog.remove(endpoint, meaningOf(shareCodes, state.share), state.due_at);
    }
    if (outcome.dueAtMs === null) {
      traffic.noteLeaving(endpoint, nowMs);
      return;
    }
    backlog.add(endpoint, outcome.share, outcome.dueAtMs);
    fronts.note(endpoint, outcome.dueAtMs);
  }

  function countAttempt(
    { row, organization }: EndpointRecord,
    state: DeliveryState,
    status: DeliveryStatus,
    durationMs: number,
  ): void {
    const counted = {
      organizationSeq: organization.seq,
      endpointSeq: row.seq,
      typeSeq: state.type_seq,
      createdAtMs: state.created_at,
    };
    statistics.attempted(counted, meaningOf(deliveryStatusCodes, state.status), status, durationMs);
  }

  function decide({ row, health }: EndpointRecord, state: DeliveryState, input: RecordAttempt): Verdict {
    const { outcome, responseStatus, retryAfterMs, error } = input.attempt;
    return decideVerdict({
      outcome,
      responseStatus,
      retryAfterMs,
      error,
      attemptNumber: state.attempt_count + 1,
      delaysSeconds: row.retry.delaysSeconds,
      autoDisableAfter: row.autoDisableAfter,
      health,
      nowMs: input.nowMs,
      jitter: input.jitter,
      isCanceled:
        state.status === canceledCode ||
        (state.status === pendingCode &&
          (input.delivery <= row.canceledThrough || state.is_event_canceled === 1)),
      networkSuspect: input.networkSuspect,
    });
  }

  /** What the delivery is from now on, as its row says it. */
  function settle(state: DeliveryState, { delivery }: Verdict) {
    const reason = state.is_event_canceled === 1 ? "manual" : "endpoint_disabled";
    const share = shareOf(meaningOf(triggerCodes, state.trigger), state.attempt_count + 1);
    const ended = (status: DeliveryStatus, reason: number | null) => ({
      status,
      reason,
      share,
      dueAtMs: null,
    });
    switch (delivery.status) {
      case "succeeded":
        return ended("succeeded", null);
      case "canceled":
        return ended("canceled", state.reason ?? codeOf(deliveryReasonCodes, reason));
      case "failed":
        return ended("failed", codeOf(deliveryReasonCodes, delivery.reason));
      case "pending":
        return { status: "pending" as const, reason: null, share, dueAtMs: delivery.dueAtMs };
    }
  }

  /** The endpoint's health, and its disabling where the verdict says so. The verb's last step: memory changes here. */
  function applyToEndpoint(
    endpoint: EndpointRecord,
    verdict: Verdict,
    happening: Happening,
  ): Pick<RecordedAttempt, "disabled" | "work"> {
    endpoint.health = verdict.health;
    context.dirtyHealth.add(endpoint.row.seq);
    const { work } = happening;
    if (verdict.disable === null || endpoint.row.status === "disabled") return { disabled: null, work };
    states.disable(endpoint, verdict.disable, happening);
    return { disabled: verdict.disable, work };
  }

  return {
    findWaiting: async (nowMs) => waiting.heads(nowMs),
    async readTarget(endpoint) {
      const record = directory.bySeq(endpoint);
      return record && directory.targetOf(record);
    },
    findTarget: async (organizationId, reference) =>
      directory.targetOf(directory.require(organizationId, reference)),
    claimDue: async (request) => waiting.claim(request),
    claimNext: async (request) => ordered.claimNext(request),
    release(deliveries) {
      for (const delivery of deliveries) claims.end(delivery);
    },
    recordAttempt: (input) => commits.run((transaction) => record(transaction, input)),
    recordTest: (test) => commits.run((transaction) => tests.record(transaction, test)),
    continueChores: (nowMs) => commits.run((transaction) => chores.next(transaction, nowMs)),
  };
}

/** The attempt was under way when its event was erased: of what came back only the outcome is kept. */
function withoutContent(attempt: AttemptResult): AttemptResult {
  return { ...attempt, responseHeaders: null, responseBody: null, signature: "", bodySignature: null };
}

/** The delivery was deleted while its attempt was in flight: there is nothing left to write to. */
function goneRecord(): RecordedAttempt {
  return {
    status: "gone",
    number: 0,
    dueAtMs: null,
    share: "first",
    disabled: null,
    heldUntilMs: null,
    consecutiveFailedAttempts: 0,
    work: collectWork(),
  };
}
