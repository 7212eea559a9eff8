import type { OrganizationId } from "../domain/id.ts";
import type { SourceRejection } from "../domain/operational-event.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { RequestVerdict, Source, SourceKind, SourceRequest, SourceSpec } from "../domain/source.ts";
import type { SourceEvent, SourceState, StateDecision } from "../domain/source-event.ts";
import type { EventTypeSpec } from "./catalogue-verbs.ts";
import type { NewWork } from "./new-work.ts";

/** A source's fields as the audit log may show them. */
export type ShownFields = (source: Source) => Record<string, unknown>;

/** What the catalogue gets with a source, unless it has an entry of that name. */
export interface SourceCatalogueEntry {
  name: string;
  spec: EventTypeSpec;
}

export interface NewSource {
  id: string;
  kind: SourceKind;
  spec: SourceSpec;
  eventTypes: readonly SourceCatalogueEntry[];
  shown: ShownFields;
  sourcesMax: number;
  nowMs: number;
}

export interface SourceChange {
  /** Runs inside of the transaction: what it throws refuses the change. */
  change(current: Source): { spec: SourceSpec; eventTypes: readonly SourceCatalogueEntry[] };
  shown: ShownFields;
  nowMs: number;
}

/** A source as an inbound request finds it, by its id alone. */
export interface InboundSource {
  organizationId: OrganizationId;
  source: Source;
}

/** An inbound request as the log keeps it. */
export interface NewSourceRequest {
  id: string;
  atMs: number;
  address: string | null;
  /** Null: `accepted` with a new event or none at all, `duplicate` where all were known. */
  verdict: RequestVerdict | null;
  reason: string | null;
  /** Kept where it is accepted. */
  body: string | null;
  /** Ids of events of the same request that were stored, or known, before: by earlier calls. */
  made: readonly string[];
  repeated: readonly string[];
}

/** What is stored as one. */
export interface ReceivedEvents {
  events: readonly SourceEvent[];
  /** Names the whole body, as `isKnown` is asked for it; null: nothing is remembered of it. */
  bodyKey: string | null;
  /** Null: not logged, because more of the request follows. */
  request: NewSourceRequest | null;
  nowMs: number;
}

export interface StoredEvents {
  /** Ids of new events, in order. */
  made: string[];
  /** Ids of events that were known. */
  repeated: string[];
  work: NewWork;
}

/** Answers for a source's adapter what follows from a state whose time has come. Synchronous and pure. */
export type DueDecision = (
  inbound: InboundSource,
  state: SourceState,
  isNamed: (type: string) => boolean,
) => StateDecision;

export interface SourceVerbs {
  /** `conflict` for a name that is taken, `limit_reached` beyond the limit. */
  createSource(organizationId: OrganizationId, source: NewSource): Promise<Source>;
  getSource(organizationId: OrganizationId, sourceId: string): Promise<Source>;
  listSources(organizationId: OrganizationId, page: PageRequest): Promise<Page<Source>>;
  updateSource(organizationId: OrganizationId, sourceId: string, change: SourceChange): Promise<Source>;
  /** Takes nothing more at once; what it remembers goes in steps, its events stay. */
  deleteSource(
    organizationId: OrganizationId,
    sourceId: string,
    removal: { shown: ShownFields; nowMs: number },
  ): Promise<NewWork>;
  /** Null where there is none, or no more. */
  findSource(sourceId: string): Promise<InboundSource | null>;
  /** Those of the types that an endpoint of the organization names in full. */
  findNamedTypes(organizationId: OrganizationId, types: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether the source has received this before. */
  isKnown(sourceId: string, bodyKey: string): Promise<boolean>;
  /**
   * Stores events with their keys and deliveries, what their rules decide, and the log's entry, as one. An event whose
   * key is known, or whose id is taken, is left out. Nobody's schema is asked: an upstream cannot mend what it sends.
   */
  receiveEvents(sourceId: string, received: ReceivedEvents): Promise<StoredEvents>;
  /** Requests that were taken, newest first, of the last thousand. */
  listSourceRequests(
    organizationId: OrganizationId,
    sourceId: string,
    filter: { verdict?: RequestVerdict | undefined; beforeId: string | null; limit: number },
  ): Promise<SourceRequest[]>;
  /** One bounded step with the states whose time has come. */
  continueSourceStates(nowMs: number, decide: DueDecision): Promise<{ done: boolean; work: NewWork }>;
  /** Tells whoever wants to know that a source refuses what comes. */
  tellSourceRejecting(sourceId: string, rejection: SourceRejection, nowMs: number): Promise<NewWork>;
}
