import { camelCasedJson } from "./camel-case.ts";
import type { WrittenJson } from "./written-json.ts";

/** JSON that goes into an event's data as it is written. */
export class Verbatim {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** How deep what is passed on may be nested: data may be 64 levels deep, and up to four are around it. */
const levelsMax = 60;

/** Prints a value as JSON. Members that are undefined are left out; names are ours, and need no escapes. */
export function printed(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (value instanceof Verbatim) return value.json;
  if (Array.isArray(value)) return `[${value.map(printed).join(",")}]`;
  let text = "";
  for (const name in value) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) text += `${text === "" ? "" : ","}"${name}":${printed(member)}`;
  }
  return `{${text}}`;
}

/** What Meta sent, untouched; nested too deep for an event's data, it is a text of JSON. */
export function asSent(json: WrittenJson): Verbatim {
  return new Verbatim(json.isWithin(levelsMax) ? json.text : JSON.stringify(json.text));
}

/** An object or a list of Meta's, untouched; null for anything else, and for what is nested too deep. */
export function objectAsSent(json: WrittenJson | null): Verbatim | null {
  const isContainer = typeof json?.value === "object" && json.value !== null;
  return isContainer && json.isWithin(levelsMax) ? new Verbatim(json.text) : null;
}

/** The same with its names in camelCase. */
export function passedOn(json: WrittenJson | null): Verbatim | null {
  const sent = objectAsSent(json);
  return sent === null ? null : new Verbatim(camelCasedJson(sent.json));
}
