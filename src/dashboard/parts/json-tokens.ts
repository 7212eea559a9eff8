/** A piece of a JSON text: what kind it is, and its very characters. */
export interface JsonToken {
  kind: "key" | "string" | "number" | "word" | "mark" | "space";
  text: string;
}

const tokenRegex =
  /("(?:[^"\\]|\\.)*")(?=(\s*:)?)|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],:])|(\s+)|(.)/gsu;

/**
 * What lies deeper stays on one line: indented, a few kilobytes of brackets from a stranger would be gigabytes. What is
 * published through the API is no deeper.
 */
const indentedLevelsMax = 64;

/**
 * A JSON text on several lines, as pieces to colour. Every name, string and number keeps its characters: printing the
 * parsed value again would round large numbers and reorder names, and show something else than what was sent. What is
 * no JSON comes back as it is.
 */
export function jsonTokens(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let depth = 0;
  /** @param level of what the line stands in */
  const newLine = (level: number): void => {
    if (level <= indentedLevelsMax) tokens.push({ kind: "space", text: `\n${"  ".repeat(depth)}` });
  };
  const pieces = [...text.matchAll(tokenRegex)].filter((match) => match[6] === undefined);
  for (const [index, [whole, quoted, colon, number, word, mark]] of pieces.entries()) {
    if (mark === undefined) {
      const kind =
        quoted !== undefined ? (colon === undefined ? "string" : "key") : number ? "number" : "word";
      tokens.push({ kind: word === undefined && kind === "word" ? "mark" : kind, text: whole });
      continue;
    }
    const isEmpty = opens(mark) && closes(pieces[index + 1]?.[0]);
    const closesEmpty = closes(mark) && opens(pieces[index - 1]?.[0]);
    if (closes(mark)) {
      const level = depth;
      depth = Math.max(0, depth - 1);
      if (!closesEmpty) newLine(level);
    }
    tokens.push({ kind: "mark", text: mark === ":" ? ": " : mark });
    if (opens(mark)) depth++;
    if ((opens(mark) && !isEmpty) || mark === ",") newLine(depth);
  }
  return tokens;
}

const opens = (piece: string | undefined): boolean => piece === "{" || piece === "[";
const closes = (piece: string | undefined): boolean => piece === "}" || piece === "]";

/** Whether a text is worth being shown as JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
