import type { Endpoint } from "../../api/shapes.ts";
import { formatCount } from "../../parts/format.ts";

const formats: Readonly<Record<Endpoint["payloadFormat"], string>> = {
  standard: "Standard Webhooks",
  event: "Event, with its id in the data",
  object: "Object",
  raw: "Data alone",
  text: "Text for a chat tool",
};
export const formatWords = (format: Endpoint["payloadFormat"]): string => formats[format];

const presets: Readonly<Record<Endpoint["retry"]["preset"], string>> = {
  standard: "Standard",
  short: "Short",
  extended: "Extended",
  none: "None",
  custom: "Own schedule",
};

const units = [
  [86_400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

/** `1 d 3 h 35 min`: exactly. */
export function spanWords(seconds: number): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [length, unit] of units) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${count} ${unit}`);
    rest -= count * length;
  }
  return parts.length === 0 ? "0 s" : parts.join(" ");
}

/** `Standard: 8 attempts over 1 d 3 h 35 min`. */
export function retryWords({ preset, delaysSeconds }: Endpoint["retry"]): string {
  if (delaysSeconds.length === 0) return "One attempt, no retry";
  const whole = delaysSeconds.reduce((sum, delay) => sum + delay, 0);
  return `${presets[preset]}: ${delaysSeconds.length + 1} attempts over ${spanWords(whole)}`;
}

export function paceWords({ rateLimitPerSecond, ordered }: Endpoint): string {
  const limit =
    rateLimitPerSecond === null ? "No rate limit" : `At most ${formatCount(rateLimitPerSecond)} a second`;
  return ordered ? `${limit}; one at a time, in order` : limit;
}

export function disablingWords(after: Endpoint["autoDisableAfter"]): string {
  return after === null ? "Never by itself" : `After ${formatCount(after)} exhausted deliveries in a row`;
}

export function signatureWords({ scheme, bodySignature }: Endpoint["signing"]): string {
  const standard = scheme === "ed25519" ? "Ed25519 (v1a)" : "HMAC-SHA256 (v1)";
  return bodySignature === null ? standard : `${standard}, and ${bodySignature.header} for the body`;
}
