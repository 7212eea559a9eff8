import { Lane } from "../../src/delivery/lane.ts";
import type { OrganizationId } from "../../src/domain/id.ts";
import { defaultOrganizationSettings } from "../../src/domain/organization.ts";
import type { DueDelivery } from "../../src/store/new-work.ts";
import { anEventContent } from "./a-store.ts";

export function aLane({ endpoint = 1, organization = "org_a", inFlightMax = 64 } = {}): Lane {
  return new Lane(endpoint, organization as OrganizationId, inFlightMax);
}

export function aDueDelivery(over: Partial<DueDelivery> = {}): DueDelivery {
  return {
    key: 1,
    id: "dlv_1",
    organizationId: "org_a" as OrganizationId,
    endpoint: 1,
    trigger: "event",
    share: "first",
    attemptCount: 0,
    dueAtMs: 0,
    event: anEventContent(),
    payloadFormat: "standard",
    settings: defaultOrganizationSettings,
    ...over,
  };
}
