import type { Delivery } from "../domain/delivery.ts";
import type { Event } from "../domain/event.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { NewWork } from "./new-work.ts";
import type { Reference } from "./reference.ts";

export interface ResendEvent {
  /** Ids or uids of endpoints; null: whoever is subscribed now. */
  endpointReferences: readonly Reference[] | null;
  nowMs: number;
}

/** What people do to an event after it was accepted. */
export interface EventChangeVerbs {
  /** Cancels what is pending of it: effective at once, rows beyond the first thousand in steps. */
  cancelEvent(
    organizationId: OrganizationId,
    eventId: string,
    nowMs: number,
  ): Promise<{ event: Event; work: NewWork }>;
  /**
   * Takes away its data, and the headers and bodies of its attempts, and cancels what is pending. Nothing of them is
   * shown any more from then on; the rows are rewritten in steps. The id stays taken.
   */
  eraseEvent(organizationId: OrganizationId, eventId: string, nowMs: number): Promise<NewWork>;
  /**
   * New deliveries with the full schedule and the present format. `endpoint_disabled` when a named endpoint is
   * disabled, or all that subscribed are (else those are passed over); then nothing is queued. An erased event or a
   * test is `validation_failed`; more than 1,000 endpoints are `limit_reached`.
   */
  resendEvent(
    organizationId: OrganizationId,
    eventId: string,
    resend: ResendEvent,
  ): Promise<{ deliveries: Delivery[]; work: NewWork }>;
}
