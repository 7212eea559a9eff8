import type { Attempt, AttemptWithRequest, StatusClass } from "../domain/attempt.ts";
import type { Delivery, DeliveryStatus, DeliveryWithRequest, Trigger } from "../domain/delivery.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { NewWork } from "./new-work.ts";
import type { Reference } from "./reference.ts";

export interface DeliveryFilter {
  endpointId?: Reference | undefined;
  eventId?: string | undefined;
  eventType?: string | undefined;
  status?: DeliveryStatus | undefined;
  /** From this time on. */
  sinceMs?: number | undefined;
  /** Before this time. */
  untilMs?: number | undefined;
}

export interface AttemptFilter {
  endpointId?: Reference | undefined;
  eventId?: string | undefined;
  eventType?: string | undefined;
  outcome?: Outcome | undefined;
  statusClass?: StatusClass | undefined;
  trigger?: Trigger | undefined;
  /** From this time on. */
  sinceMs?: number | undefined;
  /** Before this time. */
  untilMs?: number | undefined;
}

export interface DeliveryVerbs {
  getDelivery(organizationId: OrganizationId, deliveryId: string): Promise<DeliveryWithRequest>;
  listDeliveries(
    organizationId: OrganizationId,
    filter: DeliveryFilter,
    page: PageRequest,
  ): Promise<Page<Delivery>>;
  /** Oldest first. */
  listAttemptsOfDelivery(
    organizationId: OrganizationId,
    deliveryId: string,
    page: PageRequest,
  ): Promise<Page<Attempt>>;
  listAttempts(
    organizationId: OrganizationId,
    filter: AttemptFilter,
    page: PageRequest,
  ): Promise<Page<Attempt>>;
  getAttempt(organizationId: OrganizationId, attemptId: string): Promise<AttemptWithRequest>;
  /**
   * A new delivery of the same event to the same endpoint, with the full schedule. Of a pending one: its next
   * attempt becomes due now, no new delivery. `endpoint_disabled` where nothing would be sent.
   */
  resendDelivery(
    organizationId: OrganizationId,
    deliveryId: string,
    resend: { newDeliveryId: string; nowMs: number },
  ): Promise<{ delivery: Delivery; isNew: boolean; work: NewWork }>;
  /** `delivery_not_pending` when it has ended already. An attempt in flight ends and is recorded. */
  cancelDelivery(
    organizationId: OrganizationId,
    deliveryId: string,
    nowMs: number,
  ): Promise<{ delivery: Delivery; work: NewWork }>;
}
