import type { AppError } from "../domain/app-error.ts";
import type { Event, EventSummary, PublishedEvent } from "../domain/event.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { NewWork } from "./new-work.ts";
import type { Reference } from "./reference.ts";

export interface NewEvent {
  /** The caller's or a generated one. */
  id: string;
  type: string;
  /** JSON text of an object, kept byte for byte. */
  data: string;
  timestampMs: number;
  /** Null: at once. */
  deliverAtMs: number | null;
  /** Ids or uids of endpoints, whatever they subscribe to; null: whoever subscribed and lets the data through. An unknown one is `validation_failed` at its path. */
  endpointReferences: readonly Reference[] | null;
  tags: readonly string[];
  nowMs: number;
}

export interface AcceptedEvent {
  published: PublishedEvent;
  work: NewWork;
}

export interface NewBatch {
  events: readonly NewEvent[];
  /** The i-th event that is new (from 0) is due i times this later than now, or at its own later time; null: at once. */
  spacingMs: number | null;
}

/** What became of one event of a batch. */
export type BatchResult = { published: PublishedEvent } | { refusal: AppError };

export interface AcceptedBatch {
  /** In the order of the batch. */
  results: BatchResult[];
  work: NewWork;
}

export interface EventFilter {
  type?: string | undefined;
  tag?: string | undefined;
  /** From this time on. */
  sinceMs?: number | undefined;
  /** Before this time. */
  untilMs?: number | undefined;
}

export interface EventVerbs {
  /** Stores the event and one delivery per recipient, as one. A repeated id stores nothing: `duplicate`. */
  acceptEvent(organizationId: OrganizationId, event: NewEvent): Promise<AcceptedEvent>;
  /**
   * Stores up to 1,000 events, each judged on its own, as one. `validation_failed` for all of them when the last one
   * would be due more than 30 days from now.
   */
  acceptEvents(organizationId: OrganizationId, batch: NewBatch): Promise<AcceptedBatch>;
  getEvent(organizationId: OrganizationId, eventId: string): Promise<Event>;
  /** Tests are left out. */
  listEvents(
    organizationId: OrganizationId,
    filter: EventFilter,
    page: PageRequest,
  ): Promise<Page<EventSummary>>;
}
