import type { components } from "../../api/api-types.d.ts";
import type { Endpoint, Organization } from "../../api/shapes.ts";

type Patch = components["schemas"]["OrganizationPatch"];
type SettingsPatch = NonNullable<Patch["settings"]>;
type DefaultsPatch = NonNullable<SettingsPatch["endpointDefaults"]>;

export const limitNames = ["retentionDays", "rateLimitPerSecond", "endpointsMax"] as const;
export type LimitName = (typeof limitNames)[number];

/** A limit: the instance's, one's own, or none. */
export interface LimitValues {
  of: "instance" | "own" | "none";
  own: number | string;
}

/** The settings as their form has them. */
export interface SettingsValues {
  name: string;
  retentionDays: LimitValues;
  rateLimitPerSecond: LimitValues;
  endpointsMax: LimitValues;
  strictEventTypes: boolean;
  apiVersion: string;
  liveMode: boolean;
  timeoutSeconds: number | string;
  retry: Endpoint["retry"]["preset"];
  autoDisableAfter: number | string;
  endpointRate: number | string;
  ordered: boolean;
  payloadFormat: Endpoint["payloadFormat"];
}

/** What an endpoint gets where neither its creation nor the organization says anything. */
const ofPosthorn = {
  timeoutSeconds: 10,
  retry: "standard",
  autoDisableAfter: 10,
  payloadFormat: "standard",
} as const satisfies Partial<SettingsValues>;

export function valuesOf({ name, settings }: Organization): SettingsValues {
  const { endpointDefaults: given } = settings;
  return {
    name,
    retentionDays: limitOf(settings.retentionDays),
    rateLimitPerSecond: limitOf(settings.rateLimitPerSecond),
    endpointsMax: limitOf(settings.endpointsMax),
    strictEventTypes: settings.strictEventTypes,
    apiVersion: settings.apiVersion,
    liveMode: settings.liveMode,
    timeoutSeconds: given.timeoutSeconds ?? ofPosthorn.timeoutSeconds,
    retry: given.retry?.preset ?? (given.retry ? "custom" : ofPosthorn.retry),
    autoDisableAfter: orEmpty(given.autoDisableAfter, ofPosthorn.autoDisableAfter),
    endpointRate: orEmpty(given.rateLimitPerSecond, ""),
    ordered: given.ordered ?? false,
    payloadFormat: given.payloadFormat ?? ofPosthorn.payloadFormat,
  };
}

function limitOf(value: number | null): LimitValues {
  if (value === null) return { of: "instance", own: "" };
  return value === 0 ? { of: "none", own: "" } : { of: "own", own: value };
}

/** Null is "never" or "no limit": an empty field. Absent is what Posthorn does by itself. */
function orEmpty(value: number | null | undefined, otherwise: number | string): number | string {
  return value === undefined ? otherwise : (value ?? "");
}

/** What differs, as the API takes it. */
export function patchOf(before: SettingsValues, after: SettingsValues): Patch {
  const isChanged = (name: keyof SettingsValues) =>
    JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const settings: SettingsPatch = {};
  for (const name of limitNames) if (isChanged(name)) settings[name] = limitInput(after[name]);
  if (isChanged("strictEventTypes")) settings.strictEventTypes = after.strictEventTypes;
  if (isChanged("apiVersion")) settings.apiVersion = after.apiVersion.trim() || null;
  if (isChanged("liveMode")) settings.liveMode = after.liveMode;
  const defaults: DefaultsPatch = {};
  if (isChanged("timeoutSeconds")) defaults.timeoutSeconds = orNull(after.timeoutSeconds);
  if (isChanged("retry")) defaults.retry = { preset: after.retry };
  if (isChanged("autoDisableAfter")) defaults.autoDisableAfter = orNull(after.autoDisableAfter);
  if (isChanged("endpointRate")) defaults.rateLimitPerSecond = orNull(after.endpointRate);
  if (isChanged("ordered")) defaults.ordered = after.ordered;
  if (isChanged("payloadFormat")) defaults.payloadFormat = after.payloadFormat;
  if (Object.keys(defaults).length > 0) settings.endpointDefaults = defaults;
  return {
    ...(isChanged("name") && { name: after.name.trim() }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}

function limitInput({ of, own }: LimitValues): number | null {
  if (of === "instance") return null;
  return of === "none" ? 0 : Number(own);
}

const orNull = (value: number | string): number | null => (value === "" ? null : Number(value));

/** The form's fields by the paths that the API has for them. */
export const fieldPaths: Record<string, string> = {
  name: "name",
  ...Object.fromEntries(limitNames.map((name) => [`settings.${name}`, `${name}.own`])),
  "settings.apiVersion": "apiVersion",
  "settings.endpointDefaults.timeoutSeconds": "timeoutSeconds",
  "settings.endpointDefaults.retry": "retry",
  "settings.endpointDefaults.autoDisableAfter": "autoDisableAfter",
  "settings.endpointDefaults.rateLimitPerSecond": "endpointRate",
  "settings.endpointDefaults.payloadFormat": "payloadFormat",
};
