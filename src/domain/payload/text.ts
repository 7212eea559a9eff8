import type { EventContent } from "../event.ts";
import { membersOf } from "../json-text.ts";

/** What a person reads at a glance. */
const membersShownMax = 5;
const nameLengthMax = 40;
const valueLengthMax = 80;
const sentenceLengthMax = 400;

/** What is looked at for that, whatever the size of the data. */
const membersReadMax = 50;
const charactersReadMax = 400;

/**
 * `{"text": "<one readable sentence>"}` for the incoming webhook of a chat tool: the type and the first few plain
 * members of `data`, those one level down by their dotted path.
 * @example {"text":"message.failed – to: +4915112345678, error.code: 131047, …"}
 */
export function renderText({ type, data }: EventContent): string {
  const parts = plainMembers(data, "", true);
  const shown = parts.slice(0, membersShownMax).map(({ name, value }) => `${name}: ${value}`);
  if (parts.length > shown.length) shown.push("…");
  const sentence = shown.length === 0 ? type : `${type} – ${shown.join(", ")}`;
  return JSON.stringify({ text: cut(sentence, sentenceLengthMax) });
}

interface PlainMember {
  name: string;
  value: string;
}

/** Texts, numbers, true and false in the order of the producer; what is nested deeper is not for a glance. */
function plainMembers(text: string, prefix: string, descend: boolean): PlainMember[] {
  const members = membersOf(text).slice(0, membersReadMax);
  return members.flatMap((member): PlainMember[] => {
    const value = text.slice(member.start, member.end);
    if (value.startsWith("{")) return descend ? plainMembers(value, `${member.key}.`, false) : [];
    const words = plainValue(value);
    return words === null ? [] : [{ name: cut(harmless(prefix + member.key), nameLengthMax), value: words }];
  });
}

/** Numbers as written: a parse would round large ones. */
function plainValue(value: string): string | null {
  if (value.startsWith("[") || value === "null") return null;
  const words = value.startsWith('"') ? harmless(JSON.parse(value) as string) : value;
  return words === "" ? null : cut(words, valueLengthMax);
}

/**
 * Data comes from strangers, the chat is full of colleagues: nothing in it may call a whole channel (`@all`,
 * `@channel`, Slack's `<!here>`), pass for a link to somewhere else (`[text](url)`), or break the line. Half a character
 * has no UTF-8 form: a receiver may refuse the whole message for it.
 */
function harmless(text: string): string {
  return text
    .slice(0, charactersReadMax)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/gu, " ")
    .trim()
    .replaceAll("<", "‹")
    .replaceAll(">", "›")
    .replace(/[@\uff20\ufe6b]/g, "$&\u200b")
    .replaceAll("](", "]\u200b(");
}

/** Cut at a character, not inside one. */
function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const start = text.slice(0, lengthMax - 1);
  return `${/[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start}…`;
}
