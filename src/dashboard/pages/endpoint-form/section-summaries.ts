import { formatCount } from "../../parts/format.ts";
import { waitsOf } from "./changed-fields.ts";
import type { FormValues } from "./form-values.ts";
import { formatNames } from "./payload-formats.ts";
import { readWaits, scheduleWords } from "./wait-words.ts";

const retryNames = {
  standard: "Standard",
  short: "Short",
  extended: "Extended",
  none: "No retries",
  custom: "Own schedule",
} as const;

/** "Standard: 8 attempts over 1 d 3 h; disabled after 10 exhausted in a row". */
export function retrySummary(values: FormValues): string {
  const { retry, disables, autoDisableAfter } = values;
  const isReadable = retry !== "custom" || readWaits(values.waits).ok;
  const schedule = isReadable ? scheduleWords(waitsOf(values)) : "not readable yet";
  const after = formatCount(Number(autoDisableAfter));
  const disabling = disables ? `disabled after ${after} exhausted in a row` : "never disabled by itself";
  return `${retryNames[retry]}: ${schedule}; ${disabling}`;
}

export function paceSummary({ rateLimitPerSecond, timeoutSeconds, ordered }: FormValues): string {
  const limit =
    rateLimitPerSecond === "" ? "No rate limit" : `At most ${formatCount(rateLimitPerSecond)} a second`;
  return `${limit}; ${timeoutSeconds} s to answer; ${ordered ? "one at a time, in order" : "in any order"}`;
}

export function payloadSummary({ payloadFormat }: FormValues): string {
  return formatNames[payloadFormat];
}

export function filterSummary({ filter }: FormValues): string {
  if (filter.trim() === "") return "None: every event of these types";
  try {
    const paths = Object.keys(JSON.parse(filter) as object);
    return paths.length === 0 ? "{}: every event of these types" : `On ${paths.join(", ")}`;
  } catch {
    return "Not valid JSON yet";
  }
}

export function headersSummary({ headers }: FormValues): string {
  const names = headers.map(({ name }) => name.trim()).filter((name) => name !== "");
  return names.length === 0 ? "None" : names.join(", ");
}

export function signingSummary({ scheme, signsBody, bodyHeader }: FormValues): string {
  const standard =
    scheme === "hmac" ? "Standard Webhooks, with a shared secret" : "Ed25519, with a public key";
  return signsBody ? `${standard}; and ${bodyHeader.trim() || "a header"} for the body` : standard;
}

export function referenceSummary({ uid, metadata }: FormValues): string {
  const parts = [
    ...(uid.trim() === "" ? [] : [`uid ${uid.trim()}`]),
    ...(metadata.length === 0 ? [] : [`metadata: ${metadata.map(({ name }) => name).join(", ")}`]),
  ];
  return parts.length === 0 ? "None" : parts.join("; ");
}
