import { AppError, validationFailed } from "../../domain/app-error.ts";
import type { PublishedEvent } from "../../domain/event.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { toIso } from "../../domain/time.ts";
import type { AcceptedEvent, EventVerbs, NewEvent } from "../event-verbs.ts";
import type { Reference } from "../reference.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import { codeOf, eventKindCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import { collectWork, type DeliveryWriter } from "./delivery-writer.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";
import { readEvent } from "./read-events.ts";
import { subscribersOf } from "./subscribers.ts";

/** Deliveries that are made in the transaction of their event; the rest of a larger fan-out follows in steps. */
const deliveriesAtOnceMax = 1000;

const published = codeOf(eventKindCodes, "published");

interface StoredEvent {
  type_seq: number;
  timestamp: number;
  created_at: number;
  delivery_count: number;
  canceled_count: number;
}

/** Accepting events and reading the log. */
export function eventVerbs(context: SqliteContext, writer: DeliveryWriter, chores: ChoreSteps): EventVerbs {
  const { db, directory, sequences, typeNames, commits, reader } = context;
  const find = db.prepare<StoredEvent, [number, string]>(
    "SELECT type_seq, timestamp, created_at, delivery_count, canceled_count FROM events WHERE organization_seq = ? AND id = ?",
  );
  const insert = db.prepare(`
    INSERT INTO events (seq, organization_seq, id, type_seq, kind, data, timestamp, deliver_at, is_targeted, tags,
      delivery_count, canceled_count, created_at)
    VALUES (?, ?, ?, ?, ${published}, ?, ?, ?, ?, ?, ?, ?, ?)`);

  function accept(transaction: Transaction, organizationId: OrganizationId, event: NewEvent): AcceptedEvent {
    const organization = directory.organization(organizationId);
    const first = find.get(organization.seq, event.id);
    if (first) return { published: duplicateOf(event.id, first), work: collectWork() };
    const recipients = recipientsOf(organizationId, event);
    const canceled = recipients.reduce((count, { row }) => count + (row.status === "disabled" ? 1 : 0), 0);
    const eventSeq = sequences.next("events");
    const typeSeq = typeNames.seqOf(event.type, transaction);
    insert.run(
      eventSeq,
      organization.seq,
      event.id,
      typeSeq,
      event.data,
      event.timestampMs,
      event.deliverAtMs,
      event.endpointReferences === null ? 0 : 1,
      event.tags.length === 0 ? null : JSON.stringify(event.tags),
      recipients.length - canceled,
      canceled,
      event.nowMs,
    );
    const work = collectWork();
    const batch = {
      eventSeq,
      typeSeq,
      event: {
        id: event.id,
        type: event.type,
        data: event.data,
        timestampMs: event.timestampMs,
        createdAtMs: event.nowMs,
      },
      trigger: "event",
      dueAtMs: Math.max(event.deliverAtMs ?? event.nowMs, event.nowMs),
      nowMs: event.nowMs,
    } as const;
    for (const record of recipients.slice(0, deliveriesAtOnceMax))
      writer.insert(record, batch, work, transaction);
    if (recipients.length > deliveriesAtOnceMax) {
      chores.addFanOut(
        eventSeq,
        recipients.slice(deliveriesAtOnceMax).map(({ row }) => row.seq),
      );
      work.chores = true;
    }
    return {
      published: {
        id: event.id,
        type: event.type,
        timestamp: toIso(event.timestampMs),
        createdAt: toIso(event.nowMs),
        deliveries: recipients.length - canceled,
        canceled,
        duplicate: false,
      },
      work,
    };
  }

  function recipientsOf(organizationId: OrganizationId, event: NewEvent): readonly EndpointRecord[] {
    if (event.endpointReferences === null) return subscribersOf(directory, organizationId, event);
    return [
      ...new Set(event.endpointReferences.map((reference, i) => namedEndpoint(organizationId, reference, i))),
    ];
  }

  function namedEndpoint(
    organizationId: OrganizationId,
    reference: Reference,
    index: number,
  ): EndpointRecord {
    const record = directory.find(organizationId, reference);
    if (record) return record;
    const message = `there is no endpoint "${reference}" in this organization`;
    throw validationFailed([{ path: `endpointIds.${index}`, message }]);
  }

  function duplicateOf(id: string, first: StoredEvent): PublishedEvent {
    return {
      id,
      type: typeNames.nameOf(first.type_seq),
      timestamp: toIso(first.timestamp),
      createdAt: toIso(first.created_at),
      deliveries: first.delivery_count,
      canceled: first.canceled_count,
      duplicate: true,
    };
  }

  return {
    acceptEvent: (organizationId, event) =>
      commits.run((transaction) => accept(transaction, organizationId, event)),
    async getEvent(organizationId, eventId) {
      const found = readEvent(context.orm, directory.organization(organizationId).seq, eventId);
      if (!found)
        throw new AppError("not_found", `There is no event "${eventId}" in this organization. Check the id.`);
      return found;
    },
    listEvents: async (organizationId, filter, page) =>
      reader.read("events", directory.organization(organizationId).seq, filter, page),
  };
}
