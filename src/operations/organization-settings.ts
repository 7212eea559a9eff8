import { AppError, validationFailed } from "../domain/app-error.ts";
import { type EndpointDefaults, patchEndpointDefaults } from "../domain/endpoint-defaults.ts";
import { defaultOrganizationSettings, type OrganizationSettings } from "../domain/organization.ts";
import type { OrganizationSettingsPatch } from "../domain/organization-input.ts";
import { allows } from "../domain/permission.ts";
import type { Caller } from "./caller.ts";
import type { OperationContext } from "./context.ts";
import { specOf } from "./endpoint-spec.ts";

const defaultsPath = "settings.endpointDefaults";
const limits = ["rateLimitPerSecond", "retentionDays", "endpointsMax"] as const;
type Limit = (typeof limits)[number];

/** What the instance grants to organizations that set nothing; `0`: no limit. */
export type InstanceLimits = Pick<OperationContext, Limit>;

/**
 * The settings after a merge patch: absent stays, null is the default. Throws `forbidden` where only an operator may
 * set a limit so high.
 */
export function patchSettings(
  current: OrganizationSettings,
  patch: OrganizationSettingsPatch,
  { caller, instance }: { caller: Caller; instance: InstanceLimits },
): OrganizationSettings {
  const patched = <Name extends Exclude<keyof OrganizationSettings, "endpointDefaults">>(name: Name) => {
    const value = patch[name] as OrganizationSettings[Name] | null | undefined;
    return value === undefined ? current[name] : (value ?? defaultOrganizationSettings[name]);
  };
  const settings: OrganizationSettings = {
    rateLimitPerSecond: patched("rateLimitPerSecond"),
    retentionDays: patched("retentionDays"),
    strictEventTypes: patched("strictEventTypes"),
    apiVersion: patched("apiVersion"),
    liveMode: patched("liveMode"),
    endpointDefaults:
      patch.endpointDefaults === null
        ? {}
        : checked(patchEndpointDefaults(current.endpointDefaults, patch.endpointDefaults ?? {})),
    endpointsMax: patched("endpointsMax"),
  };
  if (!allows("operate", caller.key.role)) {
    for (const name of limits) requireWithinReach(name, current[name], settings[name], instance[name]);
  }
  return settings;
}

/** Refuses what no endpoint could have, and what only one may: a secret would be shown to all who read the settings. */
function checked(defaults: EndpointDefaults): EndpointDefaults {
  if (defaults.signing?.bodySignature?.secret != null) {
    const message = "cannot be a default, as it would be shown with the settings; give it to each endpoint";
    throw validationFailed([{ path: `${defaultsPath}.signing.bodySignature.secret`, message }]);
  }
  try {
    specOf({ url: "https://hooks.example.com/", eventTypes: ["*"], ...defaults });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "validation_failed") throw error;
    throw validationFailed(
      error.errors.map(({ path, message }) => ({ path: `${defaultsPath}.${path}`, message })),
    );
  }
  return defaults;
}

/** A tenant may lower a limit, and go up to the instance's; what it has beyond that it may keep. */
function requireWithinReach(
  name: Limit,
  before: number | null,
  after: number | null,
  instance: number,
): void {
  if (after === before) return;
  const reach = Math.max(sizeOf(before ?? instance), sizeOf(instance));
  if (after !== 0 && sizeOf(after ?? instance) <= reach) return;
  const message =
    after === 0 ? "can be set to 0 by an operator alone" : `can be set above ${reach} by an operator alone`;
  throw new AppError("forbidden", `settings.${name} ${message}. Ask whoever runs this Posthorn.`, {
    errors: [{ path: `settings.${name}`, message }],
  });
}

function sizeOf(limit: number): number {
  return limit === 0 ? Number.POSITIVE_INFINITY : limit;
}
