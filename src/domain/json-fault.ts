/** Where a text stops being JSON, in words: the runtime's own message names no position. */
export function describeJsonFault(text: string): string {
  const at = jsonFaultAt(text);
  if (at >= text.length) return "it ends too early";
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const column = at - before.lastIndexOf("\n");
  const [character] = text.slice(at, at + 2);
  return `unexpected ${JSON.stringify(character)} at line ${line}, column ${column}`;
}

type Expecting = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "nothing";

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The offset of the first character that cannot stand there (RFC 8259); the text's length if it ends too early. */
function jsonFaultAt(text: string): number {
  const closers: ("}" | "]")[] = [];
  let expecting: Expecting = "value";
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    const character = text[at];
    if (character === undefined) return text.length;
    if (expecting === "nothing") return at;
    if (expecting === "colon") {
      if (character !== ":") return at;
      expecting = "value";
      at++;
      continue;
    }
    if (expecting === "comma or end") {
      const closer = closers.at(-1);
      if (character === ",") expecting = closer === "}" ? "key" : "value";
      else if (character === closer) expecting = closed(closers);
      else return at;
      at++;
      continue;
    }
    if (character === closers.at(-1) && (expecting === "value or ]" || expecting === "key or }")) {
      expecting = closed(closers);
      at++;
      continue;
    }
    const isKey: boolean = expecting === "key" || expecting === "key or }";
    if (character === '"') {
      const end = stringEnd(text, at);
      if (end.fault) return end.at;
      at = end.at;
      expecting = isKey ? "colon" : afterValue(closers);
    } else if (isKey) {
      return at;
    } else if (character === "{" || character === "[") {
      closers.push(character === "{" ? "}" : "]");
      expecting = character === "{" ? "key or }" : "value or ]";
      at++;
    } else {
      scalar.lastIndex = at;
      const match = scalar.exec(text);
      if (match === null) return at;
      at += match[0].length;
      expecting = afterValue(closers);
    }
  }
}

function closed(closers: unknown[]): Expecting {
  closers.pop();
  return afterValue(closers);
}

function afterValue(closers: readonly unknown[]): Expecting {
  return closers.length === 0 ? "nothing" : "comma or end";
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \n\r\t".includes(text[at] as string)) at++;
  return at;
}

function stringEnd(text: string, from: number): { at: number; fault: boolean } {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { at: at + 1, fault: false };
    if (code < 0x20) return { at, fault: true };
    if (code !== 0x5c) continue;
    const escaped = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (escaped === null) return { at: at + 1, fault: true };
    at += escaped[0].length - 1;
  }
  return { at: text.length, fault: true };
}
