import type { Share, Trigger } from "../domain/delivery.ts";
import type { PayloadFormat } from "../domain/endpoint.ts";
import type { EventContent } from "../domain/event.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { PayloadSettings } from "../domain/organization.ts";

/** The store's own number of an endpoint: what the engine's lanes are keyed by. */
export type EndpointKey = number;
/** The store's own number of a delivery. */
export type DeliveryKey = number;

/** What a commit means to the engine. Handed over by `nudge`, so that nothing waits for a poll. */
export interface NewWork {
  /** Claimed for the engine and due now: it starts these or gives them back with `release`. */
  due: DueDelivery[];
  /**
   * Endpoints whose table has work at that time: look there (`claimDue`) once it has come. In that share, if it is
   * known; else in all of them.
   */
  waiting: {
    endpoint: EndpointKey;
    organizationId: OrganizationId;
    share: Share | null;
    dueAtMs: number;
  }[];
  /** Endpoints whose target, policy or status changed (or that are gone): read them anew. */
  changed: EndpointKey[];
  /** There are steps left to do: call `continueChores` until it says it is done. */
  chores: boolean;
  /** There are recoveries or replays to go on with: call `continueTasks` until it says it is done. */
  tasks: boolean;
}

/** A fresh collection of what the engine must know. */
export function collectWork(): NewWork {
  return { due: [], waiting: [], changed: [], chores: false, tasks: false };
}

/** A claimed delivery with all that its attempt needs of the event. */
export interface DueDelivery {
  key: DeliveryKey;
  id: string;
  organizationId: OrganizationId;
  endpoint: EndpointKey;
  trigger: Trigger;
  share: Share;
  /** Attempts made so far. */
  attemptCount: number;
  dueAtMs: number;
  event: EventContent;
  payloadFormat: PayloadFormat;
  settings: PayloadSettings;
}
