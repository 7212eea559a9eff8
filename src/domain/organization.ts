import { z } from "zod";
import { organizationId } from "./id.ts";
import { isoTime } from "./time.ts";

/** The organization that exists from the start. */
export const defaultOrganizationUid = "default";

/** What an endpoint's revision takes from its organization for the payload formats that show it. */
export const organizationSettings = z.object({
  apiVersion: z.string(),
  liveMode: z.boolean(),
});
export type OrganizationSettings = z.infer<typeof organizationSettings>;

export const defaultOrganizationSettings: OrganizationSettings = { apiVersion: "2026-02-04", liveMode: true };

/** A tenant: owns endpoints, event types, events, sources and API keys. */
export const organization = z.object({
  id: organizationId,
  uid: z.string().nullable(),
  name: z.string(),
  createdAt: isoTime,
  updatedAt: isoTime,
});
export type Organization = z.infer<typeof organization>;
