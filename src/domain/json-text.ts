/**
 * Finds things in a JSON text without printing it again: printing would reorder integer-like keys, round
 * large integers and drop duplicate ones. The text must already have been accepted by `JSON.parse`.
 */

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;

/** One member of a JSON object, as positions in the text. `end` is exclusive. */
export interface MemberRange {
  key: string;
  /** Where the key's opening quote is: from here to `end` is the whole member. */
  keyStart: number;
  /** Where the value begins. */
  start: number;
  end: number;
}

/** The members of the object that begins in the text at or after `from`, in their order, duplicate keys included. */
export function membersOf(text: string, from = 0): MemberRange[] {
  const members: MemberRange[] = [];
  let at = skipSpace(text, skipSpace(text, from) + 1);
  while (text.charCodeAt(at) !== closeBrace) {
    if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
    const keyStart = at;
    const keyEnd = stringEnd(text, keyStart);
    const key = keyOf(text.slice(keyStart, keyEnd));
    const start = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = valueEnd(text, start);
    members.push({ key, keyStart, start, end });
    at = skipSpace(text, end);
  }
  return members;
}

/** What the quoted text says; few keys have an escape in them. */
function keyOf(quoted: string): string {
  return quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}

/** The text of the object's member with the key, exactly as written; of duplicates the last, as `JSON.parse` takes it. */
export function memberText(text: string, key: string): string | null {
  const range = membersOf(text).findLast((member) => member.key === key);
  return range === undefined ? null : text.slice(range.start, range.end);
}

/**
 * In the object's list with the name `list`, the text of each item's member with the key; null for an item that has
 * none or is no object. Empty where there is no such list.
 */
export function memberTexts(text: string, list: string, key: string): (string | null)[] {
  const range = membersOf(text).findLast((member) => member.key === list);
  if (range === undefined || text.charCodeAt(range.start) !== openBracket) return [];
  const texts: (string | null)[] = [];
  let at = skipSpace(text, range.start + 1);
  while (text.charCodeAt(at) !== closeBracket) {
    if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
    const members = text.charCodeAt(at) === openBrace ? membersOf(text, at) : [];
    const found = members.findLast((member) => member.key === key);
    texts.push(found === undefined ? null : text.slice(found.start, found.end));
    const last = members.at(-1);
    at = skipSpace(text, last === undefined ? valueEnd(text, at) : skipSpace(text, last.end) + 1);
  }
  return texts;
}

/** Where the items of the list are that begins in the text at or after `from`. `end` is exclusive. */
export function itemsOf(text: string, from = 0): { start: number; end: number }[] {
  const items: { start: number; end: number }[] = [];
  let at = skipSpace(text, skipSpace(text, from) + 1);
  while (text.charCodeAt(at) !== closeBracket) {
    if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
    const end = valueEnd(text, at);
    items.push({ start: at, end });
    at = skipSpace(text, end);
  }
  return items;
}

/** Of ECMAScript 2026; browsers of before 2025 lack both, and read numbers as they always did. */
interface ExactJson {
  rawJSON?(text: string): unknown;
}

/** Above this a text is parsed the quick way: a mebibyte parsed exactly would hold up everybody for half a second. */
const exactCharactersMax = 65_536;

/**
 * Parses a text so that `JSON.stringify` prints its numbers as they were written: 12345678901234567890 is not rounded,
 * 1.0 is no 1, and 1e400 no null. A number that JavaScript would print otherwise becomes a `rawJSON` object. Of a text
 * of more than 65,536 characters the numbers are JavaScript's.
 */
export function parseExactly(text: string): unknown {
  const { rawJSON } = JSON as ExactJson;
  if (rawJSON === undefined || text.length > exactCharactersMax) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    const isAsWritten = typeof value !== "number" || source === undefined || String(value) === source;
    return isAsWritten ? value : rawJSON(source);
  });
}

/** How deep arrays and objects are nested: 0 for a bare value, 1 for `{}`. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at) - 1;
    else if (code === openBrace || code === openBracket) deepest = Math.max(deepest, ++depth);
    else if (code === closeBrace || code === closeBracket) depth--;
  }
  return deepest;
}

/** Where the next character is that is no white space. */
export function skipSpace(text: string, at: number): number {
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at++;
  }
  return at;
}

/** Where the string ends that begins at the place. `indexOf` runs in native code: far faster than a loop over long strings. */
export function stringEnd(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
  return backslashes % 2 === 1;
}

/** Where the value ends that begins at the place. */
export function valueEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === quote) return stringEnd(text, at);
  if (code === openBrace || code === openBracket) return containerEnd(text, at);
  let end = at;
  while (end < text.length && !/[,\]}\s]/.test(text[end] as string)) end++;
  return end;
}

function containerEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at) - 1;
    else if (code === openBrace || code === openBracket) depth++;
    else if ((code === closeBrace || code === closeBracket) && --depth === 0) return at + 1;
  }
}
