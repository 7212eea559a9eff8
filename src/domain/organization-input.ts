import { z } from "zod";
import { endpointDefaultsPatch } from "./endpoint-defaults.ts";
import { uid } from "./id.ts";
import { nameText } from "./stored-text.ts";

/** The largest value of each limit. */
const largest = {
  rateLimitPerSecond: 1_000_000,
  retentionDays: 3650,
  endpointsMax: 1_000_000,
};

const name = nameText();

/** Written into payloads as it is: no character that JSON would escape. */
const apiVersion = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, "must be 1 to 64 letters, digits, '.', '_' or '-'");

function limit(max: number, meaning: string) {
  const message = `must be a whole number from 0 to ${max.toLocaleString("en-US")}, or null`;
  return z
    .number({ error: message })
    .int(message)
    .min(0, message)
    .max(max, message)
    .nullable()
    .optional()
    .meta({ description: `${meaning}; null: the instance's value` });
}

function described<T extends z.ZodType>(schema: T, description: string) {
  return schema.nullable().optional().meta({ description });
}

const settings = z
  .strictObject({
    rateLimitPerSecond: limit(largest.rateLimitPerSecond, "API requests a second; 0: no limit"),
    retentionDays: limit(
      largest.retentionDays,
      "Days that events, deliveries and attempts are kept; 0: for ever",
    ),
    strictEventTypes: described(z.boolean(), "Take only events that the catalogue knows; null: no"),
    apiVersion: described(apiVersion, "`api_version` in the payload format `object`"),
    liveMode: described(z.boolean(), "`liveMode` in the payload format `object`; null: true"),
    endpointDefaults: described(
      endpointDefaultsPatch,
      "What a new endpoint gets where its creation is silent; null: nothing",
    ),
    endpointsMax: limit(largest.endpointsMax, "Endpoints that there may be; 0: no limit"),
  })
  .meta({ id: "OrganizationSettingsPatch" });
/** A JSON merge patch: absent stays, null is the default. */
export type OrganizationSettingsPatch = z.infer<typeof settings>;

const nameMeaning = "What people call it";
const fields = {
  uid: described(uid, "A name of the caller's choice that works wherever the id does"),
  settings: settings.optional().meta({ description: "Only what differs from the defaults" }),
};

export const organizationInput = z
  .strictObject({ name: name.meta({ description: nameMeaning }), ...fields })
  .meta({ id: "OrganizationInput", example: { name: "Acme", uid: "acme", settings: { retentionDays: 7 } } });
export type OrganizationInput = z.infer<typeof organizationInput>;

export const organizationPatch = z
  .strictObject({ name: name.optional().meta({ description: nameMeaning }), ...fields })
  .meta({
    id: "OrganizationPatch",
    example: { settings: { endpointDefaults: { retry: { preset: "short" }, timeoutSeconds: 15 } } },
  });
export type OrganizationPatch = z.infer<typeof organizationPatch>;
