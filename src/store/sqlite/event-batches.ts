import { AppError, validationFailed } from "../../domain/app-error.ts";
import { deliverAheadMsMax } from "../../domain/event.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { AcceptedBatch, BatchResult, NewBatch, NewEvent } from "../event-verbs.ts";
import { collectWork, type EndpointKey, type NewWork } from "../new-work.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import type { DeliveryWriter } from "./delivery-writer.ts";
import type { Admission, EventAcceptance } from "./event-acceptance.ts";
import { fanOutsOf, isOrdered } from "./fan-outs.ts";
import type { Transaction } from "./group-commit.ts";

/** Rows that one transaction writes: events, their deliveries with the endpoints' counters, and chores for the rest. */
const rowsMax = 2000;
/** By hour and by day, once for each endpoint and type. */
const countersOfEndpoint = 2;
/** A handful of counters is not worth a chore. */
const fewRecipients = 5;

export type NewAdmission = Extract<Admission, { kind: "new" }>;

/** Accepts many events in one transaction, each judged on its own. */
export class EventBatches {
  readonly #acceptance: EventAcceptance;
  readonly #writer: DeliveryWriter;
  readonly #chores: ChoreSteps;

  constructor(acceptance: EventAcceptance, writer: DeliveryWriter, chores: ChoreSteps) {
    this.#acceptance = acceptance;
    this.#writer = writer;
    this.#chores = chores;
  }

  accept(
    transaction: Transaction,
    organizationId: OrganizationId,
    { events, spacingMs }: NewBatch,
  ): AcceptedBatch {
    const results: BatchResult[] = [];
    const admitted: NewAdmission[] = [];
    for (const event of events) {
      if ("refusal" in event) {
        results.push(event);
        continue;
      }
      const spaced = spacingMs === null ? event : delayed(event, admitted.length * spacingMs);
      try {
        const admission = this.#acceptance.admit(transaction, organizationId, spaced);
        if (admission.kind === "new") admitted.push(admission);
        results.push({ published: admission.published });
      } catch (error) {
        // A refusal of this item; what is wrong with the disk or with us ends the whole batch.
        if (!(error instanceof AppError)) throw error;
        results.push({ refusal: error });
      }
    }
    if (spacingMs !== null && (admitted.length - 1) * spacingMs > deliverAheadMsMax) throw tooLate();
    const work = collectWork();
    this.makeDeliveries(admitted, work, transaction);
    return { results, work };
  }

  /**
   * In the order of the batch, as many as fit into the transaction; whole events, so that the rest are few chores.
   * @param otherRows that the transaction writes beside the events and their deliveries
   */
  makeDeliveries(
    admitted: readonly NewAdmission[],
    work: NewWork,
    transaction: Transaction,
    otherRows = 0,
  ): void {
    const handedOver = new Map<EndpointKey, number>();
    const lists = new Set(admitted.map(({ recipients }) => recipients));
    const mustOrderedWait =
      [...lists].some((recipients) => recipients.some(isOrdered)) && this.#chores.isFanningOut();
    const rowsOf = rowCounter();
    const all = admitted.reduce((sum, admission) => sum + rowsOf(admission), 0);
    const fits = otherRows + admitted.length + all <= rowsMax;
    let rowsLeft = rowsMax - otherRows - admitted.length - (fits ? 0 : lists.size);
    const nextRowsOf = rowCounter();
    let at = 0;
    for (; at < admitted.length; at++) {
      const { recipients, batch } = admitted[at] as NewAdmission;
      rowsLeft -= nextRowsOf({ recipients, batch });
      if (rowsLeft < 0) break;
      for (const record of recipients) {
        if (mustOrderedWait && isOrdered(record)) continue;
        this.#writer.insert(record, { ...batch, handedOver }, work, transaction);
      }
    }
    const events = admitted.map(({ recipients, batch }) => ({ eventSeq: batch.eventSeq, recipients }));
    const rest = events.slice(at);
    for (const { eventSeqs, recipients } of fanOutsOf({
      ordered: mustOrderedWait ? events : rest,
      others: rest,
    })) {
      this.#chores.addFanOut(eventSeqs, recipients);
      work.chores = true;
    }
  }
}

/** How many rows an event's deliveries are, their endpoints' counters included where no event before had them. */
function rowCounter(): (event: Pick<NewAdmission, "recipients" | "batch">) => number {
  const counted = new Map<NewAdmission["recipients"], Set<number>>();
  return ({ recipients, batch: { typeSeq } }) => {
    const { length } = recipients;
    const types = counted.get(recipients) ?? new Set();
    counted.set(recipients, types);
    if (length <= fewRecipients || types.has(typeSeq)) return length;
    types.add(typeSeq);
    return length * (1 + countersOfEndpoint);
  };
}

/** Its own later time wins. */
function delayed(event: NewEvent, delayMs: number): NewEvent {
  const dueAtMs = Math.max(event.nowMs + Math.round(delayMs), event.deliverAtMs ?? 0);
  return { ...event, deliverAtMs: dueAtMs > event.nowMs ? dueAtMs : null };
}

function tooLate(): AppError {
  const message = "would make the last event due more than 30 days from now; send fewer at a time, or faster";
  return validationFailed([{ path: "throttlePerHour", message }]);
}
