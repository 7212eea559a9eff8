import type { FieldError } from "../domain/app-error.ts";
import { redacted } from "../domain/header-name.ts";
import { isJsonObject } from "../domain/json-object.ts";
import type { SourceConfig } from "./source-adapter.ts";

type Members = Readonly<Record<string, unknown>>;

/**
 * A stored configuration after a merge patch: absent members stay, null takes one away; lists and whatever has another
 * `kind` are replaced whole, else objects with a `kind` merge by member. `[redacted]` keeps the secret that stands in the
 * same place.
 */
export function patchedConfig(
  adapter: { config: Pick<SourceConfig<object>, "redacted" | "adminsOnly" | "resets"> },
  stored: object,
  patch: Members,
): Members {
  const merged: Record<string, unknown> = { ...stored };
  for (const member of Object.keys(patch)) {
    if (patch[member] === null || patch[member] === merged[member]) continue;
    for (const reset of adapter.config.resets?.[member] ?? []) delete merged[reset];
  }
  for (const [member, value] of Object.entries(patch)) {
    if (value === null) delete merged[member];
    else merged[member] = mergedMember(merged[member], value);
  }
  return withSecrets(merged, stored, hiddenConfig(adapter, stored)) as Members;
}

/** As those see it who are no admins: every secret as `[redacted]`, and what is for admins alone as well. */
export function hiddenConfig(
  { config }: { config: Pick<SourceConfig<object>, "redacted" | "adminsOnly"> },
  stored: object,
): Members {
  const hidden = config.adminsOnly.map((member) => [member, redacted]);
  return { ...config.redacted(stored), ...Object.fromEntries(hidden) };
}

/** `[redacted]` where a secret should be: there was none to keep. */
export function missingSecrets(shown: unknown, config: unknown, path = ""): FieldError[] {
  if (shown === redacted && config === redacted) {
    return [
      { path, message: `"${redacted}" keeps a stored value, and there is none; send the value itself` },
    ];
  }
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  return entriesOf(config).flatMap(([name, value]) => missingSecrets(childOf(shown, name), value, at(name)));
}

function mergedMember(stored: unknown, value: unknown): unknown {
  if (!isJsonObject(stored) || !isJsonObject(value)) return value;
  const isSameKind = "kind" in stored && (value.kind === undefined || value.kind === stored.kind);
  if (!isSameKind) return value;
  return Object.fromEntries(Object.entries({ ...stored, ...value }).filter(([, one]) => one !== null));
}

/** Puts stored secrets in the place of `[redacted]`. */
function withSecrets(value: unknown, stored: unknown, shown: unknown): unknown {
  if (value === redacted && shown === redacted) return stored;
  const child = ([name, one]: [string, unknown]) =>
    [name, withSecrets(one, childOf(stored, name), childOf(shown, name))] as const;
  if (Array.isArray(value)) return entriesOf(value).map((entry) => child(entry)[1]);
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(child)) : value;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function childOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Members)[name];
}
