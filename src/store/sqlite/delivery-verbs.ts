import { eq } from "drizzle-orm";
import { AppError, notFound } from "../../domain/app-error.ts";
import { changesBetween } from "../../domain/audit-entry.ts";
import { type Delivery, shareOf } from "../../domain/delivery.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { PayloadSettings } from "../../domain/organization.ts";
import { fromIso } from "../../domain/time.ts";
import type { DeliveryVerbs } from "../delivery-verbs.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type { Reference } from "../reference.ts";
import { codeOf, deliveryReasonCodes, deliveryStatusCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { DeliveryWriter } from "./delivery-writer.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import { contentReader, type StoredContent } from "./event-contents.ts";
import type { Transaction } from "./group-commit.ts";
import { payloadSettingsAt } from "./organization-directory.ts";
import { readAttempt, readLatestAttempt } from "./read-attempts.ts";
import { readDelivery } from "./read-deliveries.ts";
import { emptyPage } from "./reader.ts";
import { deliveries } from "./schema.ts";
import { requestBeforeFirst, requestOfAttempt } from "./sent-requests.ts";
import type { CountedDelivery } from "./statistics-writer.ts";

interface DeliveryParts {
  endpoint: EndpointRecord;
  eventSeq: number;
  bodyRevisionSeq: number;
  settings: PayloadSettings;
  counted: CountedDelivery;
}

/** Deliveries and their attempts: reading, sending again, canceling. */
export function deliveryVerbs(
  context: SqliteContext,
  writer: DeliveryWriter,
  version: string,
): DeliveryVerbs {
  const { orm, db, directory, commits, reader, statistics, backlog, fronts } = context;
  const readContent = contentReader(context);
  const findEvent = db.prepare<{ seq: number }, [number, string]>(
    "SELECT seq FROM events WHERE organization_seq = ? AND id = ?",
  );
  // One that was not due at all is due for the first time by this, which is its place at an ordered endpoint.
  const makeDue = db.prepare(`
    UPDATE deliveries SET due_at = min(due_at, ?1), first_due_at = iif(attempt_count = 0, min(first_due_at, ?1), first_due_at)
    WHERE seq = ?2`);
  const cancel = db.prepare(`
    UPDATE deliveries SET status = ${codeOf(deliveryStatusCodes, "canceled")},
      reason = ${codeOf(deliveryReasonCodes, "manual")}, due_at = NULL, completed_at = ? WHERE seq = ?`);

  function requireDelivery(organizationId: OrganizationId, id: string) {
    const found = readDelivery(orm, directory.organization(organizationId).seq, id);
    if (!found) throw notFound("delivery", id);
    return found;
  }

  /** The delivery's endpoint, its event, and what it is rendered with. */
  function requireParts(seq: number): DeliveryParts {
    const row = orm
      .select({
        endpointSeq: deliveries.endpointSeq,
        eventSeq: deliveries.eventSeq,
        revisionSeq: deliveries.revisionSeq,
        organizationSeq: deliveries.organizationSeq,
        typeSeq: deliveries.typeSeq,
        createdAt: deliveries.createdAt,
        trigger: deliveries.trigger,
      })
      .from(deliveries)
      .where(eq(deliveries.seq, seq))
      .get();
    const endpoint = row && directory.bySeq(row.endpointSeq);
    if (!endpoint) throw new Error(`Invariant broken: delivery ${seq} has an endpoint`);
    const { eventSeq, revisionSeq: bodyRevisionSeq, trigger, createdAt, ...counted } = row;
    const { apiVersion, liveMode } = payloadSettingsAt(endpoint.organization, seq);
    const settings = { apiVersion, liveMode: liveMode && trigger !== "test" };
    const createdAtMs = fromIso(createdAt);
    return { endpoint, eventSeq, bodyRevisionSeq, settings, counted: { ...counted, createdAtMs } };
  }

  /**
   * Its share and when it is due; null when it has ended. One that was canceled with its endpoint or event has, though
   * the steps may not have come to its row.
   */
  function waitOf(seq: number, delivery: Delivery, { row }: EndpointRecord, eventSeq: number) {
    const { status, nextAttemptAt, trigger, attemptCount } = delivery;
    if (status !== "pending" || nextAttemptAt === null) return null;
    const isCanceled = seq <= row.canceledThrough || seq <= (readContent(eventSeq).canceledThrough ?? 0);
    return isCanceled ? null : { share: shareOf(trigger, attemptCount), dueAtMs: fromIso(nextAttemptAt) };
  }

  function resend(
    transaction: Transaction,
    organizationId: OrganizationId,
    id: string,
    { newDeliveryId, nowMs }: { newDeliveryId: string; nowMs: number },
  ): { delivery: Delivery; isNew: boolean; work: NewWork } {
    const { seq, delivery } = requireDelivery(organizationId, id);
    const { endpoint, eventSeq } = requireParts(seq);
    if (endpoint.row.status === "disabled") throw endpointDisabled(endpoint);
    transaction.noteChange({ objectId: id, changes: {} });
    const work = collectWork();
    const waits = waitOf(seq, delivery, endpoint, eventSeq);
    if (waits !== null) {
      makeDue.run(nowMs, seq);
      transaction.afterCommit(() => {
        backlog.remove(endpoint.row.seq, waits.share, waits.dueAtMs);
        backlog.add(endpoint.row.seq, waits.share, Math.min(waits.dueAtMs, nowMs));
        fronts.note(endpoint.row.seq, nowMs);
      });
      work.waiting.push({ endpoint: endpoint.row.seq, organizationId, share: null, dueAtMs: nowMs });
      return { delivery: requireDelivery(organizationId, id).delivery, isNew: false, work };
    }
    const content = readContent(eventSeq);
    requireSendable(content);
    const { event, typeSeq } = content;
    const batch = { eventSeq, typeSeq, event, trigger: "resend", dueAtMs: nowMs, nowMs } as const;
    writer.insert(endpoint, batch, work, transaction, newDeliveryId);
    return { delivery: requireDelivery(organizationId, newDeliveryId).delivery, isNew: true, work };
  }

  function cancelOne(transaction: Transaction, organizationId: OrganizationId, id: string, nowMs: number) {
    const { seq, delivery } = requireDelivery(organizationId, id);
    const { endpoint, eventSeq, counted } = requireParts(seq);
    const waits = waitOf(seq, delivery, endpoint, eventSeq);
    if (waits === null) {
      const status = delivery.status === "pending" ? "canceled" : delivery.status;
      const detail = `Delivery ${id} has ended already: it is ${status}. Only a pending one can be canceled.`;
      throw new AppError("delivery_not_pending", detail);
    }
    cancel.run(nowMs, seq);
    transaction.noteChange({
      objectId: id,
      changes: changesBetween({ from: { status: "pending" }, to: { status: "canceled" } }),
    });
    statistics.moved(counted, "pending", "canceled");
    transaction.afterCommit(() => backlog.remove(endpoint.row.seq, waits.share, waits.dueAtMs));
    const work: NewWork = { ...collectWork(), changed: [endpoint.row.seq] };
    return { delivery: requireDelivery(organizationId, id).delivery, work };
  }

  /** The numbers of what a filter names; null where it names something unknown or foreign. */
  function resolve(
    organizationId: OrganizationId,
    { endpointId, eventId }: { endpointId?: Reference | undefined; eventId?: string | undefined },
  ) {
    const organizationSeq = directory.organization(organizationId).seq;
    const endpointSeq =
      endpointId === undefined ? undefined : directory.find(organizationId, endpointId)?.row.seq;
    const eventSeq = eventId === undefined ? undefined : findEvent.get(organizationSeq, eventId)?.seq;
    const isUnknown =
      (endpointId !== undefined && endpointSeq === undefined) ||
      (eventId !== undefined && eventSeq === undefined);
    return isUnknown ? null : { organizationSeq, endpointSeq, eventSeq };
  }

  return {
    async getDelivery(organizationId, deliveryId) {
      const { seq, delivery } = requireDelivery(organizationId, deliveryId);
      const parts = { ...requireParts(seq), version };
      const latest = readLatestAttempt(orm, seq);
      if (latest) return { ...delivery, request: requestOfAttempt(orm, { ...latest, ...parts }) };
      // One that was canceled before its first attempt would have gone where the endpoint was when it was made.
      const { endpoint, bodyRevisionSeq } = parts;
      const revisionSeq = delivery.status === "pending" ? endpoint.row.revisionSeq : bodyRevisionSeq;
      return { ...delivery, request: requestBeforeFirst(orm, { ...parts, revisionSeq }) };
    },
    async listDeliveries(organizationId, { endpointId, eventId, ...rest }, page) {
      const resolved = resolve(organizationId, { endpointId, eventId });
      if (!resolved) return emptyPage("deliveries", page);
      const { organizationSeq, endpointSeq, eventSeq } = resolved;
      return reader.read("deliveries", organizationSeq, { ...rest, endpointSeq, eventSeq }, page);
    },
    async listAttemptsOfDelivery(organizationId, deliveryId, page) {
      const { seq } = requireDelivery(organizationId, deliveryId);
      return reader.read("attemptsOfDelivery", directory.organization(organizationId).seq, seq, page);
    },
    async listAttempts(organizationId, { endpointId, eventId, ...rest }, page) {
      const resolved = resolve(organizationId, { endpointId, eventId });
      if (!resolved) return emptyPage("attempts", page);
      const { organizationSeq, endpointSeq, eventSeq } = resolved;
      return reader.read("attempts", organizationSeq, { ...rest, endpointSeq, eventSeq }, page);
    },
    async getAttempt(organizationId, attemptId) {
      const found = readAttempt(orm, directory.organization(organizationId).seq, attemptId);
      if (!found) throw notFound("attempt", attemptId);
      const parts = requireParts(found.deliverySeq);
      return { ...found.attempt, request: requestOfAttempt(orm, { ...found, ...parts, version }) };
    },
    resendDelivery: (organizationId, deliveryId, input) =>
      commits.run((transaction) => resend(transaction, organizationId, deliveryId, input)),
    cancelDelivery: (organizationId, deliveryId, nowMs) =>
      commits.run((transaction) => cancelOne(transaction, organizationId, deliveryId, nowMs)),
  };
}

/** Refuses an event of which nothing is left, and a test: that is one attempt, which counts nowhere. */
export function requireSendable({ event: { id }, isErased, isTest }: StoredContent): void {
  if (isErased) {
    throw new AppError(
      "validation_failed",
      `Event "${id}" was erased: there is nothing left of it to send. Publish it anew, under another id.`,
    );
  }
  if (isTest) {
    throw new AppError(
      "validation_failed",
      `Event "${id}" was a test of one endpoint. Send another one with POST /endpoints/:id/test.`,
    );
  }
}

export function endpointDisabled({ row }: EndpointRecord): AppError {
  return new AppError(
    "endpoint_disabled",
    `Endpoint ${row.id} is disabled (${row.disabledReason}): nothing is sent to it. Enable it first.`,
  );
}
