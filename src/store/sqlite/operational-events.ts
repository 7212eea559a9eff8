import { isStoredAlways, type OperationalEvent } from "../../domain/operational-event.ts";
import type { NewWork } from "../new-work.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import { codeOf, eventKindCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { DeliveryWriter } from "./delivery-writer.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";
import { subscribersOf } from "./subscribers.ts";

/** Deliveries that are made in the transaction of what the event is about; the rest of a larger fan-out follows. */
const deliveriesAtOnceMax = 100;

const operational = codeOf(eventKindCodes, "operational");

/** What an event is about, as far as it matters to whom it goes. */
type Subject = Pick<EndpointRecord, "organization">;

/** The verb in which something happens that people want to be told of. */
export interface Happening {
  transaction: Transaction;
  nowMs: number;
  /** Collects what the verb means to the engine. */
  work: NewWork;
  /** It follows from an operational event on its way, and those never cause further ones: nobody is told. */
  isSilent: boolean;
}

/** Stores events about Posthorn itself, in the transaction of what they are about. */
export class OperationalEvents {
  readonly #context: SqliteContext;
  readonly #writer: DeliveryWriter;
  readonly #chores: ChoreSteps;
  readonly #insert;

  constructor(context: SqliteContext, parts: { writer: DeliveryWriter; chores: ChoreSteps }) {
    this.#context = context;
    this.#writer = parts.writer;
    this.#chores = parts.chores;
    this.#insert = context.db.prepare(`
      INSERT INTO events (seq, organization_seq, id, type_seq, kind, data, timestamp, is_targeted, delivery_count,
        canceled_count, created_at)
      VALUES (?, ?, ?, ?, ${operational}, ?, ?, 0, ?, ?, ?)`);
  }

  /** Whether anybody subscribed to the type who could get such an event about this endpoint. */
  isWanted(about: EndpointRecord, type: OperationalEvent["type"]): boolean {
    const subscribers = this.#context.directory.recipientsOf(about.organization.id, type);
    return subscribers.some(({ row }) => row.seq !== about.row.seq);
  }

  /** To everybody who subscribed, but for the endpoint that it is about. */
  publish(about: Subject, event: OperationalEvent, happening: Happening): void {
    const { transaction, nowMs, work, isSilent } = happening;
    if (isSilent) return;
    const { directory, sequences, statistics, typeNames, newId } = this.#context;
    const data = JSON.stringify(event.data);
    const content = { id: newId("event"), type: event.type, data, timestampMs: nowMs, createdAtMs: nowMs };
    const recipients = subscribersOf(directory, about.organization.id, content);
    if (recipients.length === 0 && !isStoredAlways(event)) return;
    const eventSeq = sequences.next("events");
    const typeSeq = typeNames.seqOf(event.type, transaction);
    const canceled = recipients.filter(({ row }) => row.status === "disabled").length;
    const { seq: organizationSeq } = about.organization;
    const count = recipients.length - canceled;
    this.#insert.run(eventSeq, organizationSeq, content.id, typeSeq, data, nowMs, count, canceled, nowMs);
    statistics.published(organizationSeq, typeSeq, nowMs);
    const batch = { eventSeq, typeSeq, event: content, trigger: "event", dueAtMs: nowMs, nowMs } as const;
    for (const record of recipients.slice(0, deliveriesAtOnceMax)) {
      this.#writer.insert(record, batch, work, transaction);
    }
    if (recipients.length > deliveriesAtOnceMax) {
      const rest = recipients.slice(deliveriesAtOnceMax).map(({ row }) => row.seq);
      this.#chores.addFanOut([eventSeq], rest);
      work.chores = true;
    }
  }
}
