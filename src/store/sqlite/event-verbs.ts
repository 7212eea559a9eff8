import { notFound } from "../../domain/app-error.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { AcceptedEvent, EventVerbs, NewEvent } from "../event-verbs.ts";
import { collectWork } from "../new-work.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import type { SqliteContext } from "./context.ts";
import type { DeliveryWriter } from "./delivery-writer.ts";
import { EventAcceptance } from "./event-acceptance.ts";
import type { EventBatches } from "./event-batches.ts";
import { splitFanOut } from "./fan-outs.ts";
import type { Transaction } from "./group-commit.ts";
import { readEvent } from "./read-events.ts";

/**
 * Deliveries that are made in the transaction of their event, each with two counters of its endpoint; the rest of a
 * larger fan-out follows in steps.
 */
const deliveriesAtOnceMax = 600;

/** Accepting events and reading the log. */
export function eventVerbs(
  context: SqliteContext,
  { writer, chores, batches }: { writer: DeliveryWriter; chores: ChoreSteps; batches: EventBatches },
): EventVerbs {
  const { directory, commits, reader } = context;
  const acceptance = new EventAcceptance(context);

  function accept(transaction: Transaction, organizationId: OrganizationId, event: NewEvent): AcceptedEvent {
    const work = collectWork();
    const admission = acceptance.admit(transaction, organizationId, event);
    const { published } = admission;
    if (admission.kind === "duplicate") return { published, work };
    const { recipients, batch } = admission;
    const { atOnce, later } = splitFanOut(recipients, deliveriesAtOnceMax, chores);
    for (const record of atOnce) writer.insert(record, batch, work, transaction);
    if (later.length > 0) {
      chores.addFanOut(
        [batch.eventSeq],
        later.map(({ row }) => row.seq),
      );
      work.chores = true;
    }
    return { published, work };
  }

  /** Before the transaction, which would hold up everybody. */
  function prepareSchema(organizationId: OrganizationId, type: string): void {
    const organization = directory.organizations.find(organizationId);
    if (organization?.settings.strictEventTypes) context.eventTypeChecks.prepare(organization.seq, type);
  }

  return {
    acceptEvent(organizationId, event) {
      prepareSchema(organizationId, event.type);
      return commits.run((transaction) => accept(transaction, organizationId, event));
    },
    acceptEvents: (organizationId, batch) =>
      commits.run((transaction) => batches.accept(transaction, organizationId, batch)),
    async getEvent(organizationId, eventId) {
      const found = readEvent(context.orm, directory.organization(organizationId).seq, eventId);
      if (!found) throw notFound("event", eventId);
      return found;
    },
    listEvents: async (organizationId, filter, page) =>
      reader.read("events", directory.organization(organizationId).seq, filter, page),
  };
}
