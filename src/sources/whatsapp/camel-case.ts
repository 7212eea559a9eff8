import { skipSpace, stringEnd } from "../../domain/json-text.ts";

/** Meta's own names; anything else, such as a name that is data, stays as it is. */
const snakeCase = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;

/** `mime_type` is `mimeType`. */
export function camelCased(name: string): string {
  return snakeCase.test(name)
    ? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    : name;
}

/**
 * The JSON text with its members' names in camelCase and everything else as it is written: numbers keep their digits,
 * texts their escapes. Not recursive, so that no depth is too deep.
 * @param text JSON that `JSON.parse` accepts
 */
export function camelCasedJson(text: string): string {
  const parts: string[] = [];
  let copiedTo = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    const end = stringEnd(text, at);
    const inside = text.slice(at + 1, end - 1);
    if (inside.includes("_") && text[skipSpace(text, end)] === ":") {
      parts.push(text.slice(copiedTo, at + 1), camelCased(inside));
      copiedTo = end - 1;
    }
    at = end;
  }
  if (copiedTo === 0) return text;
  parts.push(text.slice(copiedTo));
  return parts.join("");
}
