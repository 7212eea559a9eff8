import { isJsonObject } from "../../domain/json-object.ts";
import { depthOf, skipSpace, stringEnd, valueEnd } from "../../domain/json-text.ts";

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Containers at most this deep have their end noted, so that none of a notification's levels (body, entry, change,
 * value, list, item) is scanned more than once.
 */
const notedDepthMax = 9;

interface Place {
  start: number;
  end: number;
}

/** A JSON text, where its containers end, and how deep it is nested. */
interface Page {
  text: string;
  ends: ReadonlyMap<number, number>;
  depth: number;
}

/**
 * A JSON value, parsed, together with the place where it is written: what is passed on keeps its bytes, and a number all
 * its digits, which parsing rounds.
 */
export class WrittenJson {
  readonly value: unknown;
  readonly #page: Page;
  readonly #start: number;
  readonly #end: number;

  private constructor(page: Page, place: Place & { value: unknown }) {
    this.#page = page;
    this.value = place.value;
    this.#start = place.start;
    this.#end = place.end;
  }

  /** Null for what is no JSON. */
  static of(text: string): WrittenJson | null {
    try {
      const value: unknown = JSON.parse(text);
      const start = skipSpace(text, 0);
      const page = { text, ...outlineOf(text) };
      return new WrittenJson(page, { value, start, end: endOf(page, start) });
    } catch {
      return null;
    }
  }

  /** Exactly as it is written. */
  get text(): string {
    return this.#page.text.slice(this.#start, this.#end);
  }

  /** Whether it is nested no deeper than so many levels. Mostly the whole text is not. */
  isWithin(levels: number): boolean {
    return this.#page.depth <= levels || depthOf(this.text) <= levels;
  }

  /** Null if there is none of the name, or this is no object. */
  member(name: string): WrittenJson | null {
    if (!isJsonObject(this.value) || !Object.hasOwn(this.value, name)) return null;
    const { text } = this.#page;
    let place = { start: 0, end: 0 };
    this.#eachMember((key, start, end) => {
      // Of duplicates the last counts, as for every JSON parser.
      if (isString(text, key, name)) place = { start, end };
    });
    return new WrittenJson(this.#page, { value: this.value[name], ...place });
  }

  /** Empty for what is no object. */
  members(): Map<string, WrittenJson> {
    const members = new Map<string, WrittenJson>();
    const { value } = this;
    if (!isJsonObject(value)) return members;
    this.#eachMember((key, start, end) => {
      const name = JSON.parse(this.#page.text.slice(key.start, key.end)) as string;
      members.set(name, new WrittenJson(this.#page, { value: value[name], start, end }));
    });
    return members;
  }

  #eachMember(visit: (key: Place, start: number, end: number) => void): void {
    const { text } = this.#page;
    let at = skipSpace(text, this.#start + 1);
    while (text.charCodeAt(at) !== closeBrace) {
      if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
      const key = { start: at, end: stringEnd(text, at) };
      const start = skipSpace(text, skipSpace(text, key.end) + 1);
      const end = endOf(this.#page, start);
      visit(key, start, end);
      at = skipSpace(text, end);
    }
  }

  /** Empty for what is no list. */
  items(): WrittenJson[] {
    if (!Array.isArray(this.value)) return [];
    const { text } = this.#page;
    const items: WrittenJson[] = [];
    let at = skipSpace(text, this.#start + 1);
    for (const value of this.value) {
      if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
      const end = endOf(this.#page, at);
      items.push(new WrittenJson(this.#page, { value, start: at, end }));
      at = skipSpace(text, end);
    }
    return items;
  }
}

/** One pass over the text. */
function outlineOf(text: string): Pick<Page, "ends" | "depth"> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at) - 1;
    else if (code === openBrace || code === openBracket) {
      depth++;
      if (depth > deepest) deepest = depth;
      if (depth <= notedDepthMax) open.push(at);
    } else if (code === closeBrace || code === closeBracket) {
      if (depth <= notedDepthMax) ends.set(open.pop() ?? 0, at + 1);
      depth--;
    }
  }
  return { ends, depth: deepest };
}

function endOf({ text, ends }: Page, at: number): number {
  return ends.get(at) ?? valueEnd(text, at);
}

/** Whether the quoted text at the place says just this. */
function isString(text: string, { start, end }: Place, said: string): boolean {
  if (end - start - 2 === said.length && text.startsWith(said, start + 1)) return true;
  const quoted = text.slice(start, end);
  // Few names have an escape in them.
  return quoted.includes("\\") && JSON.parse(quoted) === said;
}
