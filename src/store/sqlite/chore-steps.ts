import { fromIso } from "../../domain/time.ts";
import type { EndpointKey, NewWork } from "../new-work.ts";
import { choreKindCodes, codeOf, deliveryReasonCodes, deliveryStatusCodes, meaningOf } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import { collectWork, type DeliveryWriter } from "./delivery-writer.ts";
import type { Transaction } from "./group-commit.ts";
import { readContent } from "./read-events.ts";

/** Rows that one step writes. */
const rowsPerStep = 1000;

const canceled = codeOf(deliveryStatusCodes, "canceled");
const endpointDisabled = codeOf(deliveryReasonCodes, "endpoint_disabled");

interface Chore {
  seq: number;
  kind: number;
  endpoint_seq: number;
  event_seq: number;
  recipients: string;
  position: number;
}

/**
 * What one transaction must not do at once. A row in `chores` makes it effective; steps of at most 1,000 rows,
 * each a transaction, do the work between other traffic, and go on after a crash.
 */
export class ChoreSteps {
  readonly #context: SqliteContext;
  readonly #writer: DeliveryWriter;
  readonly #statements;

  constructor(context: SqliteContext, writer: DeliveryWriter) {
    this.#context = context;
    this.#writer = writer;
    this.#statements = prepare(context);
  }

  /** Makes the deliveries for these endpoints later. */
  addFanOut(eventSeq: number, recipients: readonly EndpointKey[]): void {
    this.#add("fan_out", { endpointSeq: null, eventSeq, recipients: JSON.stringify(recipients) });
  }

  addDeletion(endpointSeq: EndpointKey): void {
    this.#add("delete_endpoint", { endpointSeq, eventSeq: null, recipients: null });
  }

  /** Cancels what is pending of the endpoint up to its `canceled_through`: the first step now, the rest later. */
  cancelPending(endpointSeq: EndpointKey, nowMs: number): { done: boolean } {
    const done = this.#cancelStep(endpointSeq, nowMs);
    if (!done) this.#add("cancel_pending", { endpointSeq, eventSeq: null, recipients: null });
    return { done };
  }

  /** Does one step of the oldest chore. */
  next(transaction: Transaction, nowMs: number): { done: boolean; work: NewWork } {
    const chore = this.#statements.oldest.get();
    const work = collectWork();
    if (!chore) return { done: true, work };
    if (this.#step(chore, nowMs, work, transaction)) this.#statements.remove.run(chore.seq);
    return { done: this.#statements.oldest.get() === null, work };
  }

  #step(chore: Chore, nowMs: number, work: NewWork, transaction: Transaction): boolean {
    switch (meaningOf(choreKindCodes, chore.kind)) {
      case "fan_out":
        return this.#fanOutStep(chore, nowMs, work, transaction);
      case "cancel_pending":
        return this.#cancelStep(chore.endpoint_seq, nowMs);
      case "delete_endpoint":
        return this.#deleteStep(chore.endpoint_seq);
    }
  }

  #add(
    kind: (typeof choreKindCodes)[number],
    about: { endpointSeq: number | null; eventSeq: number | null; recipients: string | null },
  ): void {
    const seq = this.#context.sequences.next("chores");
    this.#statements.add.run(
      seq,
      codeOf(choreKindCodes, kind),
      about.endpointSeq,
      about.eventSeq,
      about.recipients,
    );
  }

  #fanOutStep(chore: Chore, nowMs: number, work: NewWork, transaction: Transaction): boolean {
    const recipients = JSON.parse(chore.recipients) as EndpointKey[];
    const position = chore.position + rowsPerStep;
    const content = readContent(this.#context.orm, chore.event_seq);
    const dueAtMs = Math.max(content.deliverAt === null ? nowMs : fromIso(content.deliverAt), nowMs);
    const batch = { ...content, eventSeq: chore.event_seq, trigger: "event", dueAtMs, nowMs } as const;
    for (const endpointSeq of recipients.slice(chore.position, position)) {
      const record = this.#context.directory.bySeq(endpointSeq);
      if (record) this.#writer.insert(record, batch, work, transaction);
    }
    this.#statements.advance.run(position, chore.seq);
    return position >= recipients.length;
  }

  #cancelStep(endpointSeq: EndpointKey, nowMs: number): boolean {
    return this.#statements.cancel.run(nowMs, endpointSeq, endpointSeq).changes < rowsPerStep;
  }

  /** Children before parents: attempts, deliveries, then the endpoint itself. */
  #deleteStep(endpointSeq: EndpointKey): boolean {
    const { deleteAttempts, deleteDeliveries, deleteAlerts, deleteEndpoint } = this.#statements;
    if (deleteAttempts.run(endpointSeq).changes > 0) return false;
    if (deleteDeliveries.run(endpointSeq).changes > 0) return false;
    if (deleteAlerts.run(endpointSeq).changes > 0) return false;
    for (const statement of deleteEndpoint) statement.run(endpointSeq);
    return true;
  }
}

function prepare({ db }: SqliteContext) {
  const some = (table: string) =>
    `DELETE FROM ${table} WHERE seq IN (SELECT seq FROM ${table} WHERE endpoint_seq = ? LIMIT ${rowsPerStep})`;
  return {
    add: db.prepare(
      "INSERT INTO chores (seq, kind, endpoint_seq, event_seq, recipients, position) VALUES (?, ?, ?, ?, ?, 0)",
    ),
    oldest: db.prepare<Chore, []>("SELECT * FROM chores ORDER BY seq LIMIT 1"),
    remove: db.prepare("DELETE FROM chores WHERE seq = ?"),
    advance: db.prepare("UPDATE chores SET position = ? WHERE seq = ?"),
    // By its own choice SQLite would walk all that ever went to the endpoint, in the thread that accepts and delivers.
    cancel: db.prepare(`
      UPDATE deliveries SET status = ${canceled}, reason = ${endpointDisabled}, due_at = NULL, completed_at = ?
      WHERE seq IN (
        SELECT seq FROM deliveries INDEXED BY deliveries_waiting
        WHERE endpoint_seq = ? AND status = 0 AND seq <= (SELECT canceled_through FROM endpoints WHERE seq = ?)
        LIMIT ${rowsPerStep})`),
    deleteAttempts: db.prepare(some("attempts")),
    deleteDeliveries: db.prepare(some("deliveries")),
    deleteAlerts: db.prepare(some("alerts")),
    deleteEndpoint: [
      db.prepare("DELETE FROM endpoint_secrets WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM endpoint_revisions WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM congested_endpoints WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM endpoint_health WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM endpoints WHERE seq = ?"),
    ],
  };
}
