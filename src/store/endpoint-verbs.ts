import type {
  DisabledReason,
  Endpoint,
  EndpointSpec,
  EndpointStatus,
  HealthState,
} from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { SignatureSchemeName } from "../domain/signing.ts";
import type { EndpointSecret } from "../domain/signing-secret.ts";
import type { NewWork } from "./new-work.ts";
import type { Reference } from "./reference.ts";

export interface EndpointFilter {
  status?: EndpointStatus | undefined;
  /** Endpoints that fare so now. */
  health?: HealthState | undefined;
  /** Endpoints whose subscription takes this type. */
  eventType?: string | undefined;
  /** Part of the URL, the description or the uid, whatever the case. */
  search?: string | undefined;
}

export interface NewEndpoint {
  id: string;
  spec: EndpointSpec;
  /** One of the scheme that the specification names. */
  secret: string;
  nowMs: number;
  /** The instance's: `limit_reached` when the organization, which may have a limit of its own, has this many. */
  endpointsMax: number;
}

/** What a change makes of an endpoint. */
export interface ChangedSpec extends EndpointSpec {
  /** Signs alone from now on: needed where the signature scheme is another one. */
  newSecret?: string;
}

/** What a changed endpoint means to the engine: hand it to `nudge`. */
export interface EndpointChange {
  endpoint: Endpoint;
  work: NewWork;
}

/** Beside the endpoint, what its secret verifies with, where the scheme has such a key. */
export interface EndpointCreation extends EndpointChange {
  publicKey: string | null;
}

export interface EndpointVerbs {
  createEndpoint(organizationId: OrganizationId, endpoint: NewEndpoint): Promise<EndpointCreation>;
  getEndpoint(organizationId: OrganizationId, reference: Reference, nowMs: number): Promise<Endpoint>;
  listEndpoints(
    organizationId: OrganizationId,
    filter: EndpointFilter,
    page: PageRequest,
    nowMs: number,
  ): Promise<Page<Endpoint>>;
  /** Reads, changes and writes in one step. `change` gets secrets in clear, may throw an `AppError`. */
  updateEndpoint(
    organizationId: OrganizationId,
    reference: Reference,
    change: (current: EndpointSpec) => ChangedSpec,
    nowMs: number,
  ): Promise<EndpointChange>;
  /**
   * Starts the counters anew; sends nothing that was canceled, unless a recovery is asked for: a task of that id queues
   * what was missed while it was disabled. A paused endpoint stays paused.
   */
  enableEndpoint(
    organizationId: OrganizationId,
    reference: Reference,
    nowMs: number,
    recovery?: { taskId: string } | null,
  ): Promise<EndpointChange>;
  /** Cancels what is pending. Disabling a disabled endpoint changes nothing. */
  disableEndpoint(
    organizationId: OrganizationId,
    reference: Reference,
    reason: DisabledReason,
    nowMs: number,
  ): Promise<EndpointChange>;
  /** Nothing more is sent until it is resumed; what is pending waits. `endpoint_disabled` of a disabled one. */
  pauseEndpoint(organizationId: OrganizationId, reference: Reference, nowMs: number): Promise<EndpointChange>;
  /** What is pending goes on. `endpoint_disabled` of a disabled one. */
  resumeEndpoint(
    organizationId: OrganizationId,
    reference: Reference,
    nowMs: number,
  ): Promise<EndpointChange>;
  /** Effective at once; its deliveries and attempts go in small steps (`continueChores`). */
  deleteEndpoint(organizationId: OrganizationId, reference: Reference, nowMs: number): Promise<NewWork>;
  getSecret(organizationId: OrganizationId, reference: Reference, nowMs: number): Promise<EndpointSecret>;
  /**
   * The old secrets keep signing until their end; a sixth active one is `limit_reached`. `secretFor` gets the scheme
   * that the endpoint has at that moment, and may throw an `AppError`.
   */
  rotateSecret(
    organizationId: OrganizationId,
    reference: Reference,
    rotation: {
      secretFor: (scheme: SignatureSchemeName) => string;
      gracePeriodSeconds: number;
      nowMs: number;
    },
  ): Promise<{ secret: EndpointSecret; work: NewWork }>;
}
