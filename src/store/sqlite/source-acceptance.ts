import { idPrefixes } from "../../domain/id.ts";
import { sourceTag } from "../../domain/source.ts";
import type { SourceEvent, StateDecision } from "../../domain/source-event.ts";
import { derivedName } from "../../platform/derived-id.ts";
import type { NewEvent } from "../event-verbs.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type { DueDecision, InboundSource, ReceivedEvents, StoredEvents } from "../source-verbs.ts";
import type { SqliteContext } from "./context.ts";
import { EventAcceptance } from "./event-acceptance.ts";
import type { EventBatches, NewAdmission } from "./event-batches.ts";
import type { Transaction } from "./group-commit.ts";
import type { SourceRecord } from "./source-directory.ts";
import type { SourceKeys } from "./source-keys.ts";
import type { SourceRequests } from "./source-requests.ts";
import type { DueState, SourceStates } from "./source-states.ts";

/** What one verb stores. */
interface Intake {
  nowMs: number;
  admitted: NewAdmission[];
  /** Ids of events, in order. */
  made: string[];
  repeated: string[];
  /** Rows beside events and deliveries. */
  otherRows: number;
}

/** An event, and the source that it comes from. */
interface Received {
  record: SourceRecord;
  event: SourceEvent;
}

/** States that one step asks about. */
const statesPerStep = 100;

/** Makes events of what sources receive: each with its key, its deliveries and what its rule decides, in one transaction. */
export class SourceAcceptance {
  readonly #context: SqliteContext;
  readonly #acceptance: EventAcceptance;
  readonly #batches: EventBatches;
  readonly #keys: SourceKeys;
  readonly #states: SourceStates;
  readonly #requests: SourceRequests;

  constructor(
    context: SqliteContext,
    parts: { batches: EventBatches; keys: SourceKeys; states: SourceStates; requests: SourceRequests },
  ) {
    this.#context = context;
    this.#acceptance = new EventAcceptance(context);
    this.#batches = parts.batches;
    this.#keys = parts.keys;
    this.#states = parts.states;
    this.#requests = parts.requests;
  }

  receive(transaction: Transaction, record: SourceRecord, received: ReceivedEvents): StoredEvents {
    const { events, bodyKey, request, nowMs } = received;
    const intake = newIntake(nowMs);
    for (const event of events) this.#take(transaction, intake, { record, event });
    if (bodyKey !== null && this.#keys.add(record.seq, bodyKey, nowMs)) intake.otherRows++;
    const { made, repeated } = intake;
    if (request !== null) this.#requests.log(record, request, { made, repeated });
    return { made, repeated, work: this.#deliver(transaction, intake) };
  }

  /** Asks about states whose time has come. Says whether there are none left. */
  continueStates(
    transaction: Transaction,
    nowMs: number,
    decide: DueDecision,
  ): { done: boolean; work: NewWork } {
    const due = this.#states.due(nowMs, statesPerStep);
    // One for all sources: only so do their deliveries fit into one transaction.
    const intake = newIntake(nowMs);
    for (const one of due) {
      const record = this.#context.sources.find(one.source_id);
      // It is on its way out.
      if (record === null) {
        this.#states.leave(one.seq);
        continue;
      }
      const decision = this.#decideDue(record, one, decide);
      this.#states.applyDue(record.seq, one, decision, nowMs);
      for (const event of decision.events) this.#takeOne(transaction, intake, { record, event });
    }
    return { done: due.length < statesPerStep, work: this.#deliver(transaction, intake) };
  }

  #decideDue(record: SourceRecord, { state }: DueState, decide: DueDecision): StateDecision {
    return decide(inboundOf(record), state, (type) => this.isNamed(record, type));
  }

  /** Whether an endpoint subscribed to just this type, not by a pattern that it happens to fit. */
  isNamed({ organizationId }: Pick<SourceRecord, "organizationId">, type: string): boolean {
    const subscribed = this.#context.directory.recipientsOf(organizationId, type);
    return subscribed.some(({ row }) => row.eventTypes.includes(type));
  }

  #take(transaction: Transaction, intake: Intake, { record, event }: Received): void {
    const isNew = this.#takeOne(transaction, intake, { record, event });
    if (!isNew || event.rule === undefined) return;
    const { seq } = record;
    const decision = event.rule.decide((name) => this.#states.find(seq, name));
    this.#states.apply(seq, decision);
    intake.otherRows += decision.put.length + decision.remove.length;
    for (const further of decision.events) this.#takeOne(transaction, intake, { record, event: further });
  }

  /** Says whether the event is new. */
  #takeOne(transaction: Transaction, intake: Intake, { record, event }: Received): boolean {
    const { nowMs } = intake;
    const made = newEventOf(record, event, nowMs);
    if (!this.#keys.add(record.seq, `event:${event.dedupKey}`, nowMs)) {
      intake.repeated.push(made.id);
      return false;
    }
    intake.otherRows++;
    const admission = this.#acceptance.admit(transaction, record.organizationId, made, record.source.id);
    if (admission.kind === "duplicate") {
      intake.repeated.push(made.id);
      return false;
    }
    intake.admitted.push(admission);
    intake.made.push(made.id);
    return true;
  }

  #deliver(transaction: Transaction, { admitted, otherRows }: Intake): NewWork {
    const work = collectWork();
    this.#batches.makeDeliveries(admitted, work, transaction, otherRows);
    return work;
  }
}

/** The source as those outside of the store know it. */
export function inboundOf({ organizationId, source }: SourceRecord): InboundSource {
  return { organizationId, source };
}

function newIntake(nowMs: number): Intake {
  return { nowMs, admitted: [], made: [], repeated: [], otherRows: 0 };
}

/** Its id follows from its key: a repetition that comes when the key is forgotten still has the same. */
function newEventOf({ source }: SourceRecord, event: SourceEvent, nowMs: number): NewEvent {
  const { type, dedupKey, data, timestampMs } = event;
  return {
    id: idPrefixes.event + derivedName(source.id, dedupKey),
    type,
    data,
    timestampMs,
    deliverAtMs: null,
    endpointReferences: null,
    tags: [sourceTag(source.name)],
    nowMs,
  };
}
