import { createHash } from "node:crypto";
import { isJsonObject } from "../../domain/json-object.ts";
import type { WrittenJson } from "./written-json.ts";

/** Enough for a key that no two values share by chance. */
const hexDigits = 32;

/** Deeper ones are hashed as they are written: nothing that Meta sends. */
const levelsMax = 60;

/** Names a value by what it says, not by how it is written: order of members, white space and escapes do not count. */
export function canonicalHash(json: WrittenJson): string {
  return hashOf(json.isWithin(levelsMax) ? canonical(json) : json.text);
}

/** The same of a text. */
export function hashOf(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex").slice(0, hexDigits);
}

function canonical(json: WrittenJson): string {
  const { value } = json;
  if (Array.isArray(value)) return `[${json.items().map(canonical).join(",")}]`;
  if (isJsonObject(value)) {
    const members = [...json.members()].sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
  }
  if (typeof value === "number") return isExact(value) ? JSON.stringify(value) : json.text;
  return JSON.stringify(value);
}

/** Beyond, two numbers that are written differently may be parsed as one. */
function isExact(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}
