import { type Share, shareOf, type Trigger } from "../../domain/delivery.ts";
import type { EventContent } from "../../domain/event.ts";
import { attemptsMax } from "../../domain/retry-schedule.ts";
import type { DueDelivery, EndpointKey, NewWork } from "../new-work.ts";
import { codeOf, deliveryReasonCodes, deliveryStatusCodes, shareCodes, triggerCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";
import { payloadSettingsAt } from "./organization-directory.ts";
import type { WaitingDeliveries } from "./waiting-deliveries.ts";

const pending = codeOf(deliveryStatusCodes, "pending");
const canceled = codeOf(deliveryStatusCodes, "canceled");
const endpointDisabled = codeOf(deliveryReasonCodes, "endpoint_disabled");
const manual = codeOf(deliveryReasonCodes, "manual");

/**
 * With this many claims in the engine's hands an endpoint's new deliveries stay in the table: the engine could
 * not start them now, and its memory must not grow with the backlog.
 */
const claimsPerEndpointMax = 192;

/** One event's deliveries as they are inserted. */
export interface DeliveryBatch {
  eventSeq: number;
  typeSeq: number;
  /** Null where none is handed to the engine at once: a recovery's and a replay's wait in the table. */
  event: EventContent | null;
  trigger: Trigger;
  dueAtMs: number;
  /** Its place in the order, where that is not its due time. */
  firstDueAtMs?: number;
  nowMs: number;
  /** The event has been canceled since: it is only listed who would have got it. */
  isCanceled?: boolean;
  /**
   * How many deliveries the verb has handed to the engine, by endpoint: given where it makes several for the same one,
   * whose claims only count after the commit.
   */
  handedOver?: Map<EndpointKey, number>;
}

/** Inserts deliveries and hands those that are due now to the engine. */
export class DeliveryWriter {
  readonly #insert;
  readonly #context: SqliteContext;
  readonly #waiting: WaitingDeliveries;

  constructor(context: SqliteContext, waiting: WaitingDeliveries) {
    this.#context = context;
    this.#waiting = waiting;
    this.#insert = context.db.prepare(`
      INSERT INTO deliveries (seq, id, organization_seq, endpoint_seq, event_seq, type_seq, revision_seq, trigger, share,
        status, reason, attempt_count, max_attempts, first_due_at, due_at, created_at, completed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)`);
  }

  /**
   * One delivery; for a disabled endpoint one that is canceled from the start, so that what it missed is listed.
   * Adds to `work` what the engine must know.
   */
  insert(
    record: EndpointRecord,
    batch: DeliveryBatch,
    work: NewWork,
    transaction: Transaction,
    id: string = this.#context.newId("delivery"),
  ): { seq: number; isCanceled: boolean } {
    const { row, organization } = record;
    const { trigger } = batch;
    const place = row.ordered ? this.#waiting.inOrder(batch) : batch;
    const seq = this.#context.sequences.next("deliveries");
    const share = shareOf(trigger, 0);
    // Only first attempts are due whatever the clock says.
    const { dueAtMs, nowMs } = share === "first" ? place : batch;
    const isDisabled = row.status === "disabled";
    const isCanceled = isDisabled || batch.isCanceled === true;
    this.#insert.run(
      seq,
      id,
      organization.seq,
      row.seq,
      batch.eventSeq,
      batch.typeSeq,
      row.revisionSeq,
      codeOf(triggerCodes, trigger),
      codeOf(shareCodes, share),
      isCanceled ? canceled : pending,
      isCanceled ? (isDisabled ? endpointDisabled : manual) : null,
      attemptsMax(row.retry),
      batch.firstDueAtMs ?? place.dueAtMs,
      isCanceled ? null : dueAtMs,
      nowMs,
      isCanceled ? nowMs : null,
    );
    const counted = {
      organizationSeq: organization.seq,
      endpointSeq: row.seq,
      typeSeq: batch.typeSeq,
      createdAtMs: nowMs,
    };
    this.#context.statistics.created(counted, isCanceled ? "canceled" : "pending");
    if (!isCanceled) this.#announce(record, { seq, id, share, dueAtMs, batch }, work, transaction);
    return { seq, isCanceled };
  }

  #announce(
    record: EndpointRecord,
    made: { seq: number; id: string; share: Share; dueAtMs: number; batch: DeliveryBatch },
    work: NewWork,
    transaction: Transaction,
  ): void {
    const { row, organization } = record;
    const { batch, share, dueAtMs } = made;
    const { traffic, backlog, fronts, claims } = this.#context;
    transaction.afterCommit(() => {
      traffic.noteArrival(row.seq, batch.nowMs);
      backlog.add(row.seq, share, dueAtMs);
      fronts.note(row.seq, Math.min(batch.firstDueAtMs ?? batch.dueAtMs, batch.dueAtMs));
      this.#waiting.noteTime(batch.nowMs);
    });
    if (row.status !== "active") return;
    const { event } = batch;
    // Whose turn it is at an ordered endpoint is found in the table.
    const isDue = !row.ordered && batch.dueAtMs <= batch.nowMs && share === "first";
    const handedOver = batch.handedOver?.get(row.seq) ?? 0;
    if (event === null || !isDue || claims.countOf(row.seq) + handedOver >= claimsPerEndpointMax) {
      work.waiting.push({
        endpoint: row.seq,
        organizationId: organization.id,
        share,
        dueAtMs: batch.dueAtMs,
      });
      return;
    }
    batch.handedOver?.set(row.seq, handedOver + 1);
    transaction.afterCommit(() => claims.add(row.seq, made.seq));
    work.due.push(dueDelivery(record, { ...made, event }));
  }
}

function dueDelivery(
  { row, organization }: EndpointRecord,
  made: { seq: number; id: string; share: Share; batch: DeliveryBatch; event: EventContent },
): DueDelivery {
  const { seq, id, share, batch, event } = made;
  return {
    key: seq,
    id,
    organizationId: organization.id,
    endpoint: row.seq,
    trigger: batch.trigger,
    share,
    attemptCount: 0,
    dueAtMs: batch.dueAtMs,
    event,
    payloadFormat: row.payloadFormat,
    settings: payloadSettingsAt(organization, seq),
  };
}
