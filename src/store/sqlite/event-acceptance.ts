import { validationFailed } from "../../domain/app-error.ts";
import type { PublishedEvent } from "../../domain/event.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { toIso } from "../../domain/time.ts";
import type { NewEvent } from "../event-verbs.ts";
import type { Reference } from "../reference.ts";
import { codeOf, eventKindCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { DeliveryBatch } from "./delivery-writer.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";
import { subscribersOf } from "./subscribers.ts";

const published = codeOf(eventKindCodes, "published");

/** An event that is stored now, whose deliveries are still to be made; or one that was there already. */
export type Admission =
  | { kind: "duplicate"; published: PublishedEvent }
  | {
      kind: "new";
      published: PublishedEvent;
      recipients: readonly EndpointRecord[];
      batch: DeliveryBatch;
    };

interface StoredEvent {
  type_seq: number;
  timestamp: number;
  created_at: number;
  delivery_count: number;
  canceled_count: number;
}

/** Decides who gets an event, and stores it. */
export class EventAcceptance {
  readonly #context: SqliteContext;
  readonly #find;
  readonly #insert;

  constructor(context: SqliteContext) {
    this.#context = context;
    this.#find = context.db.prepare<StoredEvent, [number, string]>(
      "SELECT type_seq, timestamp, created_at, delivery_count, canceled_count FROM events WHERE organization_seq = ? AND id = ?",
    );
    this.#insert = context.db.prepare(`
      INSERT INTO events (seq, organization_seq, id, type_seq, kind, data, timestamp, deliver_at, is_targeted, tags,
        delivery_count, canceled_count, created_at, source_id)
      VALUES (?, ?, ?, ?, ${published}, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  }

  /**
   * Refuses before it writes anything, so that a batch can go on with the next event.
   * @param sourceId the source that it came from, whose sender could not mend what a strict organization refuses
   */
  admit(
    transaction: Transaction,
    organizationId: OrganizationId,
    event: NewEvent,
    sourceId: string | null = null,
  ): Admission {
    const organization = this.#context.directory.organization(organizationId);
    const first = this.#find.get(organization.seq, event.id);
    if (first) return { kind: "duplicate", published: this.#duplicateOf(event.id, first) };
    if (organization.settings.strictEventTypes && sourceId === null) {
      this.#context.eventTypeChecks.require(organization.seq, event);
    }
    const recipients = this.recipientsOf(organizationId, event, event.endpointReferences);
    const canceled = recipients.reduce((count, { row }) => count + (row.status === "disabled" ? 1 : 0), 0);
    const eventSeq = this.#context.sequences.next("events");
    const typeSeq = this.#context.typeNames.seqOf(event.type, transaction);
    const { id, type, data, timestampMs, nowMs } = event;
    this.#insert.run(
      eventSeq,
      organization.seq,
      id,
      typeSeq,
      data,
      timestampMs,
      event.deliverAtMs,
      event.endpointReferences === null ? 0 : 1,
      event.tags.length === 0 ? null : JSON.stringify(event.tags),
      recipients.length - canceled,
      canceled,
      nowMs,
      sourceId,
    );
    this.#context.statistics.published(organization.seq, typeSeq, nowMs);
    return {
      kind: "new",
      recipients,
      batch: {
        eventSeq,
        typeSeq,
        event: { id, type, data, timestampMs, createdAtMs: nowMs },
        trigger: "event",
        dueAtMs: Math.max(event.deliverAtMs ?? nowMs, nowMs),
        nowMs,
      },
      published: {
        id,
        type,
        timestamp: toIso(timestampMs),
        createdAt: toIso(nowMs),
        deliveries: recipients.length - canceled,
        canceled,
        duplicate: false,
      },
    };
  }

  /** The named endpoints, each once; or, when none are named, those that subscribed, disabled ones included. */
  recipientsOf(
    organizationId: OrganizationId,
    event: { type: string; data: string },
    references: readonly Reference[] | null,
  ): readonly EndpointRecord[] {
    if (references === null) return subscribersOf(this.#context.directory, organizationId, event);
    return [...new Set(references.map((reference, i) => this.#named(organizationId, reference, i)))];
  }

  #named(organizationId: OrganizationId, reference: Reference, index: number): EndpointRecord {
    const record = this.#context.directory.find(organizationId, reference);
    if (record) return record;
    const message = `there is no endpoint "${reference}" in this organization`;
    throw validationFailed([{ path: `endpointIds.${index}`, message }]);
  }

  #duplicateOf(id: string, first: StoredEvent): PublishedEvent {
    return {
      id,
      type: this.#context.typeNames.nameOf(first.type_seq),
      timestamp: toIso(first.timestamp),
      createdAt: toIso(first.created_at),
      deliveries: first.delivery_count,
      canceled: first.canceled_count,
      duplicate: true,
    };
  }
}
