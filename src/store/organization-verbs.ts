import type { OrganizationId } from "../domain/id.ts";
import type { Organization, OrganizationSettings } from "../domain/organization.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { NewWork } from "./new-work.ts";
import type { Reference } from "./reference.ts";

/** What an organization is told to be. */
export type OrganizationSpec = Pick<Organization, "uid" | "name" | "settings">;

export interface NewOrganization {
  id: string;
  uid: string | null;
  name: string;
  settings: OrganizationSettings;
  nowMs: number;
}

export interface OrganizationVerbs {
  /** Null if there is none. */
  findOrganization(reference: Reference): Promise<Organization | null>;
  listOrganizations(page: PageRequest): Promise<Page<Organization>>;
  /** `conflict` when the uid is taken. */
  createOrganization(organization: NewOrganization): Promise<Organization>;
  /**
   * Reads, changes and writes in one step. `change` is pure and may throw an `AppError`. Another `apiVersion` or
   * `liveMode` holds for the deliveries that are made from then on.
   */
  updateOrganization(
    organizationId: OrganizationId,
    change: (current: Organization) => OrganizationSpec,
    nowMs: number,
  ): Promise<Organization>;
  /** Effective at once: it is not found, its keys end, nothing is sent. Its rows go in small steps (`continueChores`). */
  deleteOrganization(organizationId: OrganizationId, nowMs: number): Promise<NewWork>;
}
