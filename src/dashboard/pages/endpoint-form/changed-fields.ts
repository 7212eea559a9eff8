import { redacted } from "../../../domain/header-name.ts";
import { retryPresets } from "../../../domain/retry-presets.ts";
import type { EndpointInput, FormValues, NamedValue } from "./form-values.ts";
import { readWaits } from "./wait-words.ts";

/** What both a creation and a change of an endpoint take. */
type Fields = Omit<EndpointInput, "url" | "eventTypes" | "secret"> & { url?: string; eventTypes?: string[] };

/**
 * What the form changed, as the API takes it. What was left alone is left out: a new endpoint gets its organization's
 * defaults for it, and nobody's change of it meanwhile is undone.
 */
export function changedFields(before: FormValues, after: FormValues): Fields {
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  const changed = Object.entries(to).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(from[name as keyof Fields]),
  );
  const headers = changedNames(before.headers, after.headers);
  const metadata = changedNames(before.metadata, after.metadata);
  return {
    ...Object.fromEntries(changed),
    ...(headers && { headers }),
    ...(metadata && { metadata }),
  };
}

function fieldsOf(values: FormValues): Fields {
  return {
    url: values.url.trim(),
    eventTypes: values.eventTypes,
    description: values.description.trim(),
    uid: values.uid.trim() === "" ? null : values.uid.trim(),
    rateLimitPerSecond: values.rateLimitPerSecond === "" ? null : values.rateLimitPerSecond,
    ...(values.timeoutSeconds === "" ? {} : { timeoutSeconds: values.timeoutSeconds }),
    retry: retryOf(values),
    autoDisableAfter: values.disables && values.autoDisableAfter !== "" ? values.autoDisableAfter : null,
    ordered: values.ordered,
    payloadFormat: values.payloadFormat,
    signing: signingOf(values),
    filter: values.filter.trim() === "" ? null : (JSON.parse(values.filter) as Record<string, unknown>),
  };
}

/** The waits that the form means, whichever way they were chosen. */
export function waitsOf({ retry, waits }: Pick<FormValues, "retry" | "waits">): readonly number[] {
  if (retry !== "custom") return retryPresets[retry];
  const read = readWaits(waits);
  return read.ok ? read.waits : [];
}

function retryOf(values: FormValues): NonNullable<Fields["retry"]> {
  const { retry } = values;
  return retry === "custom" ? { delaysSeconds: [...waitsOf(values)] } : { preset: retry };
}

function signingOf(values: FormValues): NonNullable<Fields["signing"]> {
  const { scheme, signsBody, bodyHeader, bodyEncoding, bodyPrefix, bodySecret, isBodySecretStored } = values;
  if (!signsBody) return { scheme, bodySignature: null };
  const secret = bodySecret !== "" ? bodySecret : isBodySecretStored ? redacted : null;
  const bodySignature = { header: bodyHeader.trim(), encoding: bodyEncoding, prefix: bodyPrefix, secret };
  return { scheme, bodySignature };
}

/** As a merge patch: what is no longer there is null. */
function changedNames(
  before: readonly NamedValue[],
  after: readonly NamedValue[],
): Record<string, string | null> | null {
  const was = new Map(before.map(({ name, value }) => [name, value]));
  const changes = new Map<string, string | null>();
  const left = new Set<string>();
  for (const { name: typed, value, isStored } of after) {
    const name = typed.trim();
    if (name === "" && value === "") continue;
    left.add(name.toLowerCase());
    const isKept = isStored && value === "";
    if (!isKept && was.get(name) !== value) changes.set(name, value);
  }
  // A name that was only spelled in another case is not gone.
  for (const name of was.keys()) if (!left.has(name.toLowerCase())) changes.set(name, null);
  return changes.size === 0 ? null : Object.fromEntries(changes);
}
