import { type FieldError, validationFailed } from "../domain/app-error.ts";
import { tooManyHeaders } from "../domain/custom-header.ts";
import {
  autoDisableAfterDefault,
  type EndpointInput,
  type EndpointPatch,
  type EndpointSpec,
  timeoutSecondsDefault,
} from "../domain/endpoint.ts";
import { mergeMetadata } from "../domain/endpoint-defaults.ts";
import { isSensitiveHeader, redacted } from "../domain/header-name.ts";
import { scheduleOf, standardRetry } from "../domain/retry-schedule.ts";
import { standardSigning } from "../domain/signing.ts";
import { patternProblems } from "./filter-patterns.ts";
import { mergeSigning, signingProblems } from "./signing-spec.ts";

const metadataMax = 50;

/** What a new endpoint is told to do: the input, completed with the defaults. Throws `validation_failed`. */
export function specOf(input: EndpointInput): EndpointSpec {
  return checked({
    url: input.url,
    uid: input.uid ?? null,
    description: input.description ?? "",
    eventTypes: input.eventTypes,
    rateLimitPerSecond: input.rateLimitPerSecond ?? null,
    timeoutSeconds: input.timeoutSeconds ?? timeoutSecondsDefault,
    retry: scheduleOf(input.retry ?? { preset: "standard" }),
    autoDisableAfter: input.autoDisableAfter === undefined ? autoDisableAfterDefault : input.autoDisableAfter,
    ordered: input.ordered ?? false,
    headers: mergeHeaders({}, input.headers ?? {}),
    payloadFormat: input.payloadFormat ?? "standard",
    signing: mergeSigning(standardSigning, input.signing ?? {}),
    filter: input.filter ?? null,
    metadata: mergeMetadata({}, input.metadata ?? {}),
  });
}

/** The specification after a merge patch: absent stays, null is the default. Throws `validation_failed`. */
export function patchSpec(current: EndpointSpec, patch: EndpointPatch): EndpointSpec {
  requireSecretsAnew(current, patch);
  return checked({
    url: patch.url ?? current.url,
    uid: patch.uid === undefined ? current.uid : patch.uid,
    description: patched(current.description, patch.description, ""),
    eventTypes: patch.eventTypes ?? current.eventTypes,
    rateLimitPerSecond: patched(current.rateLimitPerSecond, patch.rateLimitPerSecond, null),
    timeoutSeconds: patched(current.timeoutSeconds, patch.timeoutSeconds, timeoutSecondsDefault),
    retry: patched(current.retry, patch.retry && scheduleOf(patch.retry), standardRetry),
    autoDisableAfter:
      patch.autoDisableAfter === undefined ? current.autoDisableAfter : patch.autoDisableAfter,
    ordered: patched(current.ordered, patch.ordered, false),
    headers: patch.headers === null ? {} : mergeHeaders(current.headers, patch.headers ?? {}),
    payloadFormat: patched(current.payloadFormat, patch.payloadFormat, "standard"),
    signing: patched(
      current.signing,
      patch.signing && mergeSigning(current.signing, patch.signing),
      standardSigning,
    ),
    filter: patch.filter === undefined ? current.filter : patch.filter,
    metadata: patch.metadata === null ? {} : mergeMetadata(current.metadata, patch.metadata ?? {}),
  });
}

function patched<T>(current: T, change: T | null | undefined, whenNull: T): T {
  if (change === undefined) return current;
  return change ?? whenNull;
}

/** Header names are the same in any case; the spelling sent last stays. */
function mergeHeaders(
  current: Record<string, string>,
  changes: Record<string, string | null>,
): Record<string, string> {
  const merged = new Map(
    Object.entries(current).map(([name, value]) => [name.toLowerCase(), { name, value }]),
  );
  for (const [name, value] of Object.entries(changes)) {
    const key = name.toLowerCase();
    if (value === null) merged.delete(key);
    else if (!isPlaceholder(name, value)) merged.set(key, { name, value });
    else if (!merged.has(key)) {
      const message = `"${redacted}" keeps a stored value, and there is none; send the value itself`;
      throw validationFailed([{ path: `headers.${name}`, message }]);
    }
  }
  return Object.fromEntries([...merged.values()].map(({ name, value }) => [name, value]));
}

function isPlaceholder(name: string, value: string): boolean {
  return value === redacted && isSensitiveHeader(name);
}

/** Whoever may change the URL, but does not know the stored credentials, must not get them sent elsewhere. */
function requireSecretsAnew(current: EndpointSpec, patch: EndpointPatch): void {
  if (patch.url === undefined || patch.headers === null || isSameOrigin(current.url, patch.url)) return;
  const sent = new Map(
    Object.entries(patch.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const isLeft = (name: string) => {
    const value = sent.get(name.toLowerCase());
    return value === undefined || value === redacted;
  };
  const errors: FieldError[] = Object.keys(current.headers)
    .filter((name) => isSensitiveHeader(name) && isLeft(name))
    .map((name) => ({
      path: `headers.${name}`,
      message: "must be sent anew (or null) when the URL moves to another origin",
    }));
  if (errors.length > 0) throw validationFailed(errors);
}

function isSameOrigin(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin;
}

function checked(spec: EndpointSpec): EndpointSpec {
  const errors: FieldError[] = [...signingProblems(spec), ...patternProblems(spec.filter)];
  const headersProblem = tooManyHeaders(spec.headers);
  if (headersProblem !== null) errors.push({ path: "headers", message: headersProblem });
  if (Object.keys(spec.metadata).length > metadataMax) {
    errors.push({ path: "metadata", message: `must be at most ${metadataMax} entries` });
  }
  if (errors.length > 0) throw validationFailed(errors);
  return spec;
}
