import type { SourceEvent, StateRule } from "../../domain/source-event.ts";
import type { DataOf, WhatsappType } from "./event-types.ts";
import { printed, Verbatim } from "./verbatim.ts";

/** An event before its data is printed. */
export interface Draft<T extends WhatsappType> {
  type: T;
  dedupKey: string;
  data: DataOf<T>;
  timestampMs: number;
  rule?: StateRule;
}

/** Meta sends up to 3 MB. */
export const bodyBytesMax = 4 * 1024 * 1024;

/** A whole notification has room in an event; but what is passed on in two spellings could make more of it. */
export const dataBytesMax = bodyBytesMax + 65_536;

/** A part larger than this is left out where the whole is too large. */
const partCharactersMax = 4096;

/** Prints the data. Should it be too large, `raw` is left out of it, and then every part that is large by itself. */
export function eventOf<T extends WhatsappType>(draft: Draft<T>): SourceEvent {
  const { data, ...event } = draft;
  const whole = printed(data);
  if (isWithin(whole)) return { ...event, data: whole };
  const withoutRaw = printed({ ...data, raw: null });
  return { ...event, data: isWithin(withoutRaw) ? withoutRaw : printed(withoutLarge(data)) };
}

/** Three bytes are the most that one character of a text takes. */
function isWithin(text: string): boolean {
  return text.length * 3 <= dataBytesMax || Buffer.byteLength(text) <= dataBytesMax;
}

function withoutLarge(value: unknown): unknown {
  if (value instanceof Verbatim) return value.json.length > partCharactersMax ? null : value;
  if (typeof value === "string") return value.length > partCharactersMax ? null : value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutLarge(member)]));
}
