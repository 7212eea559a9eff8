import { itemsOf, membersOf } from "./json-text.ts";

/**
 * The text of the value that a JSON pointer (RFC 6901) leads to, as it is written; null if there is none. So a number
 * keeps all its digits.
 * @param text JSON that `JSON.parse` accepts
 */
export function textAt(text: string, pointer: string): string | null {
  let at = text.trim();
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = childOf(at, name);
    if (next === null) return null;
    at = next;
  }
  return at;
}

function childOf(text: string, name: string): string | null {
  if (text.startsWith("{")) {
    const member = membersOf(text).findLast(({ key }) => key === name);
    return member === undefined ? null : text.slice(member.start, member.end);
  }
  if (!text.startsWith("[") || !/^(?:0|[1-9]\d{0,8})$/.test(name)) return null;
  const item = itemsOf(text)[Number(name)];
  return item === undefined ? null : text.slice(item.start, item.end);
}

/** A text, number, true or false as plain text; null for whatever else it is. */
export function scalarText(json: string | null): string | null {
  if (json === null || json === "null" || json.startsWith("{") || json.startsWith("[")) return null;
  return json.startsWith('"') ? (JSON.parse(json) as string) : json;
}
