import { collectWork, type EndpointKey, type NewWork } from "../new-work.ts";
import { choreKindCodes, codeOf, deliveryReasonCodes, deliveryStatusCodes, meaningOf } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { DeliveryBatch, DeliveryWriter } from "./delivery-writer.ts";
import { contentReader } from "./event-contents.ts";
import { type EventSteps, eventSteps } from "./event-steps.ts";
import type { Transaction } from "./group-commit.ts";
import { organizationDeletion } from "./organization-deletion.ts";
import { sourceDeletion } from "./source-deletion.ts";

/** Rows that one step writes. */
const rowsPerStep = 1000;
/** Deliveries that one step makes, each with two counters of its endpoint. */
const madePerStep = 600;

const pending = codeOf(deliveryStatusCodes, "pending");
const canceled = codeOf(deliveryStatusCodes, "canceled");
const endpointDisabled = codeOf(deliveryReasonCodes, "endpoint_disabled");

/** Effective long before their steps have done their work. */
const deletions = (["delete_endpoint", "delete_source", "delete_organization", "erase_event"] as const).map(
  (kind) => codeOf(choreKindCodes, kind),
);

interface Chore {
  seq: number;
  kind: number;
  organization_seq: number;
  endpoint_seq: number;
  event_seq: number;
  event_seqs: string;
  recipients: string;
  position: number;
  source_seq: number;
}

/**
 * What one transaction must not do at once. A row in `chores` makes it effective; steps of at most 1,000 rows,
 * each a transaction, do the work between other traffic, and go on after a crash.
 */
export class ChoreSteps {
  readonly #context: SqliteContext;
  readonly #writer: DeliveryWriter;
  readonly #statements;
  readonly #readContent;
  readonly #events: EventSteps;

  constructor(context: SqliteContext, writer: DeliveryWriter) {
    this.#context = context;
    this.#writer = writer;
    this.#readContent = contentReader(context);
    this.#events = eventSteps(context);
    this.#statements = prepare(context);
  }

  /** Whether deliveries of events accepted before are still to be made. */
  isFanningOut(): boolean {
    return this.#statements.anyFanOut.get() !== null;
  }

  /** Makes the deliveries of each of these events to each of these endpoints later. */
  addFanOut(eventSeqs: readonly number[], recipients: readonly EndpointKey[]): void {
    const [events, endpoints] = [JSON.stringify(eventSeqs), JSON.stringify(recipients)];
    this.#add("fan_out", { eventSeqs: events, recipients: endpoints });
  }

  addDeletion(endpointSeq: EndpointKey): void {
    this.#add("delete_endpoint", { endpointSeq });
  }

  addSourceDeletion(sourceSeq: number): void {
    this.#add("delete_source", { sourceSeq });
  }

  addOrganizationDeletion(organizationSeq: number): void {
    this.#add("delete_organization", { organizationSeq });
  }

  /** Cancels what is pending of the endpoint up to its `canceled_through`: the first step now, the rest later. */
  cancelPending(endpointSeq: EndpointKey, nowMs: number): { done: boolean } {
    const done = this.#cancelStep(endpointSeq, nowMs);
    if (!done) this.#add("cancel_pending", { endpointSeq });
    return { done };
  }

  /** Cancels what is pending of the event up to its `canceled_through`: the first step now, the rest later. */
  cancelEvent(eventSeq: number, nowMs: number, transaction: Transaction): { done: boolean } {
    const next = this.#events.cancel({ eventSeq, position: 0, nowMs }, transaction);
    return this.#begin("cancel_event", eventSeq, next);
  }

  /** Takes away what the event's attempts show of its data: the first step now, the rest later. */
  eraseEvent(eventSeq: number): { done: boolean } {
    return this.#begin("erase_event", eventSeq, this.#events.erase(eventSeq, 0));
  }

  /** Does one step of the most urgent chore. */
  next(transaction: Transaction, nowMs: number): { done: boolean; work: NewWork } {
    const chore = this.#statements.first.get();
    const work = collectWork();
    if (!chore) return { done: true, work };
    if (this.#step(chore, nowMs, work, transaction)) this.#statements.remove.run(chore.seq);
    return { done: this.#statements.first.get() === null, work };
  }

  #step(chore: Chore, nowMs: number, work: NewWork, transaction: Transaction): boolean {
    switch (meaningOf(choreKindCodes, chore.kind)) {
      case "fan_out":
        return this.#fanOutStep(chore, work, transaction);
      case "cancel_pending":
        return this.#goOnCanceling(chore.endpoint_seq, nowMs, transaction);
      case "delete_endpoint":
        return this.#deleteStep(chore.endpoint_seq);
      case "cancel_event": {
        const { event_seq: eventSeq, position } = chore;
        return this.#goOn(chore, this.#events.cancel({ eventSeq, position, nowMs }, transaction));
      }
      case "erase_event":
        return this.#goOn(chore, this.#events.erase(chore.event_seq, chore.position));
      case "delete_organization":
        this.#context.sequences.remember();
        return this.#statements.deleteOrganizationStep(chore.organization_seq);
      case "delete_source":
        this.#context.sequences.remember();
        return this.#statements.deleteSourceStep(chore.source_seq);
    }
  }

  #begin(kind: "cancel_event" | "erase_event", eventSeq: number, next: number | null): { done: boolean } {
    if (next !== null) this.#add(kind, { eventSeq, position: next });
    return { done: next === null };
  }

  #goOn(chore: Chore, next: number | null): boolean {
    if (next !== null) this.#statements.advance.run(next, chore.seq);
    return next === null;
  }

  #add(
    kind: (typeof choreKindCodes)[number],
    about: {
      organizationSeq?: number;
      endpointSeq?: number;
      eventSeq?: number;
      eventSeqs?: string;
      recipients?: string;
      position?: number;
      sourceSeq?: number;
    },
  ): void {
    const seq = this.#context.sequences.next("chores");
    this.#statements.add.run(
      seq,
      codeOf(choreKindCodes, kind),
      about.organizationSeq ?? null,
      about.endpointSeq ?? null,
      about.eventSeq ?? null,
      about.eventSeqs ?? null,
      about.recipients ?? null,
      about.position ?? 0,
      about.sourceSeq ?? null,
    );
  }

  #fanOutStep(chore: Chore, work: NewWork, transaction: Transaction): boolean {
    const events = JSON.parse(chore.event_seqs) as number[];
    const recipients = JSON.parse(chore.recipients) as EndpointKey[];
    const end = Math.min(chore.position + madePerStep, events.length * recipients.length);
    const handedOver = new Map<EndpointKey, number>();
    for (let at = chore.position; at < end; ) {
      const from = at % recipients.length;
      const some = recipients.slice(from, from + end - at);
      const batch = this.#restOf(events[Math.floor(at / recipients.length)] as number, handedOver);
      for (const endpointSeq of some) {
        const record = this.#context.directory.bySeq(endpointSeq);
        if (record) this.#writer.insert(record, batch, work, transaction);
      }
      at += some.length;
    }
    this.#statements.advance.run(end, chore.seq);
    return end === events.length * recipients.length;
  }

  /** As if made together with the event: due since its acceptance, so that it stands before what came later. */
  #restOf(eventSeq: number, handedOver: Map<EndpointKey, number>): DeliveryBatch {
    const { event, typeSeq, deliverAtMs, canceledThrough } = this.#readContent(eventSeq);
    const nowMs = event.createdAtMs;
    const dueAtMs = Math.max(deliverAtMs ?? nowMs, nowMs);
    const isCanceled = canceledThrough !== null;
    return { event, typeSeq, eventSeq, trigger: "event", dueAtMs, nowMs, handedOver, isCanceled };
  }

  #goOnCanceling(endpointSeq: EndpointKey, nowMs: number, transaction: Transaction): boolean {
    const isDone = this.#cancelStep(endpointSeq, nowMs);
    if (isDone) transaction.afterCommit(() => this.#context.fronts.forget(endpointSeq));
    return isDone;
  }

  #cancelStep(endpointSeq: EndpointKey, nowMs: number): boolean {
    const canceled = this.#statements.cancel.all(nowMs, endpointSeq, endpointSeq);
    this.#countCanceled(endpointSeq, canceled);
    return canceled.length < rowsPerStep;
  }

  #countCanceled(endpointSeq: EndpointKey, rows: readonly EndedRow[]): void {
    for (const { organization_seq, type_seq, created_at } of rows) {
      this.#context.statistics.moved(
        { organizationSeq: organization_seq, endpointSeq, typeSeq: type_seq, createdAtMs: created_at },
        "pending",
        "canceled",
      );
    }
  }

  /** Children before parents: attempts, deliveries, counters, then the endpoint itself. */
  #deleteStep(endpointSeq: EndpointKey): boolean {
    const { deleteAttempts, deleteDeliveries, deleteMany, deleteEndpoint } = this.#statements;
    this.#context.sequences.remember();
    if (deleteAttempts.run(endpointSeq).changes > 0) return false;
    const deleted = deleteDeliveries.all(endpointSeq);
    // What was still pending ends here for the counters that outlive the endpoint.
    this.#countCanceled(
      endpointSeq,
      deleted.filter(({ status }) => status === pending),
    );
    if (deleted.length > 0) return false;
    for (const statement of deleteMany) if (statement.run(endpointSeq).changes > 0) return false;
    for (const statement of deleteEndpoint) statement.run(endpointSeq);
    return true;
  }
}

interface EndedRow {
  organization_seq: number;
  type_seq: number;
  created_at: number;
}

function prepare({ db }: SqliteContext) {
  const some = (table: string) =>
    `DELETE FROM ${table} WHERE seq IN (SELECT seq FROM ${table} WHERE endpoint_seq = ? LIMIT ${rowsPerStep})`;
  return {
    add: db.prepare(
      "INSERT INTO chores (seq, kind, organization_seq, endpoint_seq, event_seq, event_seqs, recipients, position, source_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    // Deletions, which may take hours and which nobody waits for, do not hold up anybody's deliveries.
    first: db.prepare<Chore, []>(`SELECT * FROM chores ORDER BY kind IN (${deletions}), seq LIMIT 1`),
    anyFanOut: db.prepare(`SELECT 1 FROM chores WHERE kind = ${codeOf(choreKindCodes, "fan_out")} LIMIT 1`),
    remove: db.prepare("DELETE FROM chores WHERE seq = ?"),
    advance: db.prepare("UPDATE chores SET position = ? WHERE seq = ?"),
    // By its own choice SQLite would walk all that ever went to the endpoint, in the thread that accepts and delivers.
    cancel: db.prepare<EndedRow, [number, number, number]>(`
      UPDATE deliveries SET status = ${canceled}, reason = ${endpointDisabled}, due_at = NULL, completed_at = ?
      WHERE seq IN (
        SELECT seq FROM deliveries INDEXED BY deliveries_waiting
        WHERE endpoint_seq = ? AND status = 0 AND seq <= (SELECT canceled_through FROM endpoints WHERE seq = ?)
        LIMIT ${rowsPerStep})
      RETURNING organization_seq, type_seq, created_at`),
    deleteAttempts: db.prepare(some("attempts")),
    deleteDeliveries: db.prepare<EndedRow & { status: number }, [number]>(
      `${some("deliveries")} RETURNING organization_seq, type_seq, created_at, status`,
    ),
    deleteMany: [
      db.prepare(some("endpoint_revisions")),
      db.prepare(some("alerts")),
      db.prepare(`
        DELETE FROM statistics WHERE (organization_seq, span, endpoint_seq, start_at, type_seq) IN (
          SELECT s.organization_seq, s.span, s.endpoint_seq, s.start_at, s.type_seq
          FROM endpoints e CROSS JOIN statistics s
          WHERE e.seq = ? AND s.organization_seq = e.organization_seq AND s.span IN (0, 1) AND s.endpoint_seq = e.seq
          LIMIT ${rowsPerStep})`),
    ],
    deleteEndpoint: [
      db.prepare("DELETE FROM tasks WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM endpoint_secrets WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM congested_endpoints WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM endpoint_health WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM endpoints WHERE seq = ?"),
    ],
    deleteSourceStep: sourceDeletion(db),
    deleteOrganizationStep: organizationDeletion(db),
  };
}
