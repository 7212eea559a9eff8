import { AppError, notFound } from "../../domain/app-error.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { attemptsMax } from "../../domain/retry-schedule.ts";
import { toIso } from "../../domain/time.ts";
import type { EventChangeVerbs, ResendEvent } from "../event-change-verbs.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import type { SqliteContext } from "./context.ts";
import { erasing } from "./database.ts";
import { endpointDisabled, requireSendable } from "./delivery-verbs.ts";
import type { DeliveryWriter } from "./delivery-writer.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import { EventAcceptance } from "./event-acceptance.ts";
import { contentReader } from "./event-contents.ts";
import type { Transaction } from "./group-commit.ts";
import { readEvent } from "./read-events.ts";
import type { SourceRequests } from "./source-requests.ts";

/** More would neither fit into a transaction nor into a reply. */
const resentMax = 1000;

/** Canceling, erasing and sending events again. */
export function eventChangeVerbs(
  context: SqliteContext,
  parts: { writer: DeliveryWriter; chores: ChoreSteps; requests: SourceRequests },
): EventChangeVerbs {
  const { orm, db, directory, commits, sequences, newId } = context;
  const { writer, chores, requests } = parts;
  const acceptance = new EventAcceptance(context);
  const readContent = contentReader(context);
  const find = db.prepare<{ seq: number; source_id: string | null }, [number, string]>(
    "SELECT seq, source_id FROM events WHERE organization_seq = ? AND id = ?",
  );
  const markCanceled = db.prepare("UPDATE events SET canceled_through = ? WHERE seq = ?");
  const erase = db.prepare("UPDATE events SET data = NULL WHERE seq = ?");
  const forgetReplies = db.prepare(
    "DELETE FROM idempotency_keys WHERE organization_seq = ? AND event_id = ?",
  );
  const pendingEndpoints = db.prepare<{ endpoint_seq: number }, [number]>(
    "SELECT endpoint_seq FROM deliveries INDEXED BY deliveries_by_event WHERE event_seq = ? AND status = 0",
  );

  function requireEvent(organizationId: OrganizationId, eventId: string) {
    const row = find.get(directory.organization(organizationId).seq, eventId);
    if (!row) throw notFound("event", eventId);
    return row;
  }

  /** Those that the engine holds of it are given back: it reads the endpoints anew. */
  function cancelPending(transaction: Transaction, eventSeq: number, nowMs: number): NewWork {
    const changed = new Set(pendingEndpoints.all(eventSeq).map((row) => row.endpoint_seq));
    markCanceled.run(sequences.last("deliveries"), eventSeq);
    sequences.remember();
    const { done } = chores.cancelEvent(eventSeq, nowMs, transaction);
    return { ...collectWork(), changed: [...changed], chores: !done };
  }

  function cancel(transaction: Transaction, organizationId: OrganizationId, eventId: string, nowMs: number) {
    const work = cancelPending(transaction, requireEvent(organizationId, eventId).seq, nowMs);
    const event = readEvent(orm, directory.organization(organizationId).seq, eventId);
    if (!event) throw notFound("event", eventId);
    transaction.noteChange({ objectId: eventId, changes: {} });
    return { event, work };
  }

  function eraseOne(
    transaction: Transaction,
    organizationId: OrganizationId,
    eventId: string,
    nowMs: number,
  ): NewWork {
    const { seq, source_id } = requireEvent(organizationId, eventId);
    erasing(db, () => {
      erase.run(seq);
      if (source_id !== null) requests.erase(source_id, eventId);
      forgetReplies.run(directory.organization(organizationId).seq, eventId);
    });
    transaction.noteChange({ objectId: eventId, changes: {} });
    const work = cancelPending(transaction, seq, nowMs);
    const { done } = chores.eraseEvent(seq);
    return { ...work, chores: work.chores || !done };
  }

  function resend(
    transaction: Transaction,
    organizationId: OrganizationId,
    eventId: string,
    { endpointReferences, nowMs }: ResendEvent,
  ) {
    const { seq: eventSeq } = requireEvent(organizationId, eventId);
    const content = readContent(eventSeq);
    requireSendable(content);
    const { event, typeSeq } = content;
    const wanted = acceptance.recipientsOf(organizationId, event, endpointReferences);
    const recipients = enabledOf(wanted, endpointReferences !== null);
    transaction.noteChange({ objectId: eventId, changes: {} });
    const work = collectWork();
    const batch = { eventSeq, typeSeq, event, trigger: "resend", dueAtMs: nowMs, nowMs } as const;
    const deliveries = recipients.map((record) => {
      const id = newId("delivery");
      writer.insert(record, batch, work, transaction, id);
      return resentDelivery(id, event, record, nowMs);
    });
    return { deliveries, work };
  }

  return {
    cancelEvent: (organizationId, eventId, nowMs) =>
      commits.run((transaction) => cancel(transaction, organizationId, eventId, nowMs)),
    eraseEvent: (organizationId, eventId, nowMs) =>
      commits.run((transaction) => eraseOne(transaction, organizationId, eventId, nowMs)),
    resendEvent: (organizationId, eventId, input) =>
      commits.run((transaction) => resend(transaction, organizationId, eventId, input)),
  };
}

/** Whoever names an endpoint must learn that nothing is sent to it; one that only subscribed is passed over. */
function enabledOf(wanted: readonly EndpointRecord[], areNamed: boolean): readonly EndpointRecord[] {
  const enabled = wanted.filter(({ row }) => row.status !== "disabled");
  const disabled = wanted.find(({ row }) => row.status === "disabled");
  if (disabled && (areNamed || enabled.length === 0)) throw endpointDisabled(disabled);
  if (enabled.length > resentMax) throw tooMany(enabled.length);
  return enabled;
}

/** As it was just inserted: reading a thousand rows back would hold up the commit. */
function resentDelivery(
  id: string,
  event: { id: string; type: string },
  { row }: EndpointRecord,
  nowMs: number,
): Delivery {
  return {
    id,
    eventId: event.id,
    eventType: event.type,
    endpointId: row.id,
    status: "pending",
    reason: null,
    attemptCount: 0,
    maxAttempts: attemptsMax(row.retry),
    nextAttemptAt: toIso(nowMs),
    trigger: "resend",
    lastResponseStatus: null,
    lastOutcome: null,
    createdAt: toIso(nowMs),
    completedAt: null,
  };
}

function tooMany(count: number): AppError {
  return new AppError(
    "limit_reached",
    `The event would go to ${count} endpoints, more than ${resentMax} at a time. Name some of them in endpointIds.`,
  );
}
