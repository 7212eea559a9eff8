import type { EventType } from "../domain/catalogue.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Page, PageRequest } from "../domain/page.ts";

/** An entry as it is written. Schema and example are JSON texts, kept as they are. */
export interface EventTypeSpec {
  description: string;
  group: string | null;
  schema: string | null;
  example: string | null;
  archived: boolean;
  /** For all organizations; an organization's own entry of the name stands before it. */
  shared: boolean;
}

/**
 * The catalogue of event types. In an organization with the setting `strictEventTypes`, `acceptEvent` and
 * `acceptEvents` refuse what it does not know, what is archived, and data that breaks its schema.
 */
export interface CatalogueVerbs {
  /** Makes the entry, or replaces it whole; a shared one and the organization's own are two. */
  putEventType(
    organizationId: OrganizationId,
    name: string,
    entry: { spec: EventTypeSpec; nowMs: number },
  ): Promise<EventType>;
  /** The organization's own entry, or else the shared one. */
  getEventType(organizationId: OrganizationId, name: string): Promise<EventType>;
  /** Newest first, shared ones included unless the organization has its own of the name. */
  listEventTypes(organizationId: OrganizationId, page: PageRequest): Promise<Page<EventType>>;
  /** The organization's own entry; where there is only a shared one, that, or `forbidden` if it must stay. */
  deleteEventType(
    organizationId: OrganizationId,
    name: string,
    options: { mayDeleteShared: boolean },
  ): Promise<void>;
  /**
   * Makes the schemas of these types ready where the organization is strict, with room for others between: call it before
   * many events are accepted at once. Those that are not ready are made so by whoever needs them.
   */
  prepareSchemas(organizationId: OrganizationId, types: Iterable<string>): Promise<void>;
  /** The JSON text of the entry's example; null when it has none, or there is no entry. */
  findExample(organizationId: OrganizationId, name: string): Promise<string | null>;
}
