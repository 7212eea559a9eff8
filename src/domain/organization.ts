import { z } from "zod";
import { endpointDefaults } from "./endpoint-defaults.ts";
import { organizationId } from "./id.ts";
import { isoTime } from "./time.ts";

/** The organization that exists from the start. */
export const defaultOrganizationUid = "default";

/** What a tenant may set for itself. `null`: the instance's value; `0`: no limit, or keep for ever. */
export const organizationSettings = z
  .object({
    rateLimitPerSecond: z.int().nullable().meta({ description: "API requests a second" }),
    retentionDays: z
      .int()
      .nullable()
      .meta({ description: "How long events, deliveries and attempts are kept" }),
    strictEventTypes: z.boolean().meta({ description: "Only events that the catalogue knows are taken" }),
    apiVersion: z.string().meta({ description: "`api_version` in the payload format `object`" }),
    liveMode: z.boolean().meta({ description: "`liveMode` in the payload format `object`" }),
    endpointDefaults,
    endpointsMax: z.int().nullable().meta({ description: "Endpoints that there may be" }),
  })
  .meta({ id: "OrganizationSettings" });
export type OrganizationSettings = z.infer<typeof organizationSettings>;

export const defaultOrganizationSettings: OrganizationSettings = {
  rateLimitPerSecond: null,
  retentionDays: null,
  strictEventTypes: false,
  apiVersion: "2026-02-04",
  liveMode: true,
  endpointDefaults: {},
  endpointsMax: null,
};

/** What a payload shows of its organization. */
export type PayloadSettings = Pick<OrganizationSettings, "apiVersion" | "liveMode">;

/** A tenant: owns endpoints, event types, events, sources and API keys. */
export const organization = z
  .object({
    id: organizationId,
    uid: z.string().nullable(),
    name: z.string(),
    settings: organizationSettings,
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({
    id: "Organization",
    example: {
      id: "org_01kq8v4z6t8m5n2p7r9s3w1x0y",
      uid: "acme",
      name: "Acme",
      settings: { ...defaultOrganizationSettings, endpointDefaults: { timeoutSeconds: 15 } },
      createdAt: "2026-05-13T12:46:25.000Z",
      updatedAt: "2026-05-13T12:46:25.000Z",
    },
  });
export type Organization = z.infer<typeof organization>;

/** The limit that holds: an organization's own or the instance's; null: none. */
export function limitInForce(own: number | null, instance: number): number | null {
  const limit = own ?? instance;
  return limit === 0 ? null : limit;
}
