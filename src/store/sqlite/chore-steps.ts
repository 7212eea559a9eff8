import { fromIso } from "../../domain/time.ts";
import type { EndpointKey, NewWork } from "../new-work.ts";
import { choreKindCodes, codeOf, deliveryReasonCodes, deliveryStatusCodes, meaningOf } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import { collectWork, type DeliveryWriter } from "./delivery-writer.ts";
import type { Transaction } from "./group-commit.ts";
import { organizationDeletion } from "./organization-deletion.ts";
import { readContent } from "./read-events.ts";

/** Rows that one step writes. */
const rowsPerStep = 1000;

const canceled = codeOf(deliveryStatusCodes, "canceled");
const endpointDisabled = codeOf(deliveryReasonCodes, "endpoint_disabled");

const deletions = [codeOf(choreKindCodes, "delete_endpoint"), codeOf(choreKindCodes, "delete_organization")];

interface Chore {
  seq: number;
  kind: number;
  organization_seq: number;
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
    this.#add("fan_out", { eventSeq, recipients: JSON.stringify(recipients) });
  }

  addDeletion(endpointSeq: EndpointKey): void {
    this.#add("delete_endpoint", { endpointSeq });
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
        return this.#fanOutStep(chore, nowMs, work, transaction);
      case "cancel_pending":
        return this.#cancelStep(chore.endpoint_seq, nowMs);
      case "delete_endpoint":
        return this.#deleteStep(chore.endpoint_seq);
      case "delete_organization":
        return this.#statements.deleteOrganizationStep(chore.organization_seq);
    }
  }

  #add(
    kind: (typeof choreKindCodes)[number],
    about: { organizationSeq?: number; endpointSeq?: number; eventSeq?: number; recipients?: string },
  ): void {
    const seq = this.#context.sequences.next("chores");
    this.#statements.add.run(
      seq,
      codeOf(choreKindCodes, kind),
      about.organizationSeq ?? null,
      about.endpointSeq ?? null,
      about.eventSeq ?? null,
      about.recipients ?? null,
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
    const { deleteMany, deleteEndpoint } = this.#statements;
    for (const statement of deleteMany) if (statement.run(endpointSeq).changes > 0) return false;
    for (const statement of deleteEndpoint) statement.run(endpointSeq);
    return true;
  }
}

function prepare({ db }: SqliteContext) {
  const some = (table: string) =>
    `DELETE FROM ${table} WHERE seq IN (SELECT seq FROM ${table} WHERE endpoint_seq = ? LIMIT ${rowsPerStep})`;
  return {
    add: db.prepare(
      "INSERT INTO chores (seq, kind, organization_seq, endpoint_seq, event_seq, recipients, position) VALUES (?, ?, ?, ?, ?, ?, 0)",
    ),
    // Deletions, which may take hours and which nobody waits for, do not hold up anybody's deliveries.
    first: db.prepare<Chore, []>(`SELECT * FROM chores ORDER BY kind IN (${deletions}), seq LIMIT 1`),
    remove: db.prepare("DELETE FROM chores WHERE seq = ?"),
    advance: db.prepare("UPDATE chores SET position = ? WHERE seq = ?"),
    // By its own choice SQLite would walk all that ever went to the endpoint, in the thread that accepts and delivers.
    cancel: db.prepare(`
      UPDATE deliveries SET status = ${canceled}, reason = ${endpointDisabled}, due_at = NULL, completed_at = ?
      WHERE seq IN (
        SELECT seq FROM deliveries INDEXED BY deliveries_waiting
        WHERE endpoint_seq = ? AND status = 0 AND seq <= (SELECT canceled_through FROM endpoints WHERE seq = ?)
        LIMIT ${rowsPerStep})`),
    deleteMany: ["attempts", "deliveries", "endpoint_revisions"].map((table) => db.prepare(some(table))),
    deleteEndpoint: [
      db.prepare("DELETE FROM endpoint_secrets WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM endpoint_health WHERE endpoint_seq = ?"),
      db.prepare("DELETE FROM endpoints WHERE seq = ?"),
    ],
    deleteOrganizationStep: organizationDeletion(db),
  };
}
