import type { Alert, AlertData, AlertState } from "../domain/alert.ts";
import type { AlertChange, AlertLimit } from "../domain/alert-rule.ts";
import type { AttemptCell } from "../domain/attempt-cell.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { EndpointKey, NewWork } from "./new-work.ts";
import type { Reference } from "./reference.ts";

export interface AlertFilter {
  endpointId?: Reference | undefined;
  state?: AlertState | undefined;
}

/** A place among the attempts in the order in which they were recorded: behind this one. */
export type AttemptPlace = number;

/** Attempts of an endpoint that ended in the same second and are alike. */
export interface AttemptTally {
  endpoint: EndpointKey;
  /** Unix seconds. */
  endedAtSeconds: number;
  cell: AttemptCell;
  count: number;
}

/** An endpoint that alerts may begin or end for. */
export interface AlertSubject {
  endpoint: EndpointKey;
  endpointId: string;
  url: string;
  /** Null when there never was one. */
  lastAttemptAtMs: number | null;
  /** Its alerts that are active. */
  active: AlertLimit[];
}

/** A change with what is told of it. */
export type ToldAlertChange = AlertChange & { data: AlertData };

export interface AlertVerbs {
  /** The newest first, by when they were activated. */
  listAlerts(organizationId: OrganizationId, filter: AlertFilter, page: PageRequest): Promise<Page<Alert>>;
  /** Behind the attempts that started before that time. Roughly, where the wall clock was stepped. */
  findAttemptPlace(startedAtMs: number): Promise<AttemptPlace>;
  /**
   * A bounded portion of the attempts behind a place, of all organizations; tests, and what follows from operational
   * events, are left out. `done`: there were no more.
   */
  tallyAttempts(
    after: AttemptPlace,
  ): Promise<{ tallies: AttemptTally[]; place: AttemptPlace; done: boolean }>;
  /** Of these endpoints, and of all that have active alerts, those that exist and are not disabled. */
  findAlertSubjects(endpoints: readonly EndpointKey[]): Promise<AlertSubject[]>;
  /**
   * Begins and ends alerts of an endpoint, each with the operational event that tells of it, as one. Leaves out what is
   * so already, and everything if the endpoint is disabled or gone by now.
   */
  changeAlerts(
    endpoint: EndpointKey,
    changes: readonly ToldAlertChange[],
    nowMs: number,
  ): Promise<{ changed: ToldAlertChange[]; work: NewWork }>;
}
