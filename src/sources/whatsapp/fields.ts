import { isJsonObject } from "../../domain/json-object.ts";
import type { WrittenJson } from "./written-json.ts";

/**
 * Readings of single members that may be missing or of another type than documented: ids come as numbers, numbers as
 * texts. What cannot be understood is null.
 */

/** Longer ones are no ids. */
const idCharactersMax = 512;
/** Titles, descriptions and the like; Meta's longest text has 4,096 characters. */
const textCharactersMax = 4096;

/** Seconds from here on are milliseconds: the year 5138. */
const secondsMax = 1e11;
const lastMs = Date.parse("9999-12-31T23:59:59.999Z");

/** A text; one that is far too long is cut. Null for an empty one too. */
export function textIn(json: WrittenJson | null, name: string): string | null {
  const value = valueIn(json, name);
  if (typeof value !== "string" || value === "") return null;
  return value.length <= textCharactersMax ? value : value.slice(0, textCharactersMax).toWellFormed();
}

/** An id: a text, or a whole number with all its digits. */
export function idIn(json: WrittenJson | null, name: string): string | null {
  const value = valueIn(json, name);
  if (typeof value === "string") return value === "" || value.length > idCharactersMax ? null : value;
  if (typeof value !== "number") return null;
  const digits = json?.member(name)?.text ?? "";
  return /^\d{1,100}$/.test(digits) ? digits : null;
}

/** A number, or a text that is one. */
export function numberIn(json: WrittenJson | null, name: string): number | null {
  const value = valueIn(json, name);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || !/^-?\d{1,15}(?:\.\d{1,15})?$/.test(value)) return null;
  return Number(value);
}

/** A time in Unix seconds, as Unix ms. */
export function timeIn(json: WrittenJson | null, name: string): number | null {
  const seconds = numberIn(json, name);
  if (seconds === null || seconds < 0) return null;
  const ms = Math.floor(seconds < secondsMax ? seconds * 1000 : seconds);
  return ms <= lastMs ? ms : null;
}

/** The parsed value of a member. */
export function valueIn(json: WrittenJson | null, name: string): unknown {
  return isJsonObject(json?.value) ? json.value[name] : undefined;
}
