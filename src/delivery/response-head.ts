/** How the end of a body is found (RFC 9112, 6.3). */
export type Framing = { kind: "length"; bytes: number } | { kind: "chunked" } | { kind: "to_the_end" };

/** What a status line says. */
export interface StatusLine {
  status: number;
  /** HTTP/1.0: closes the connection unless it says otherwise, and knows no chunks. */
  isOld: boolean;
}

const statusLineRegex = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r]*)?$/;
/** RFC 9110, 5.6.2 and 5.5. */
const headerRegex = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*$/;

/** Null where the line is none. */
export function readStatusLine(line: string): StatusLine | null {
  const match = statusLineRegex.exec(line);
  return match === null ? null : { status: Number(match[2]), isOld: match[1] === "0" };
}

export const statusLineStart = "HTTP/1.";

/** Whether a status line, or an empty line before it, can begin like that. */
export function canBeginStatusLine(text: string): boolean {
  if (text.startsWith("\r")) return text === "\r" || text.startsWith("\r\n");
  return text.startsWith(statusLineStart) || statusLineStart.startsWith(text);
}

/** The headers of an answer, and what those among them say that decide about body and connection. */
export class ResponseHead {
  readonly status: number;
  /** Name in lower case, value, name, value, … */
  readonly headers: string[] = [];
  /** How long the receiver keeps an idle connection, if it says. */
  keptIdleMs: number | null = null;
  readonly #isOld: boolean;
  #length: string | null = null;
  #codings: string[] | null = null;
  #connection = "";

  constructor({ status, isOld }: StatusLine) {
    this.status = status;
    this.#isOld = isOld;
  }

  /** Takes the line of one header; says what is wrong with it, or null. */
  take(line: string): string | null {
    if (!headerRegex.test(line)) return problemOfHeader(line);
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    const value = withoutBlanks(line, colon + 1);
    this.headers.push(name, value);
    switch (name) {
      case "content-length":
        if (this.#length !== null) return "it has two Content-Lengths";
        this.#length = value;
        return null;
      case "transfer-encoding":
        this.#codings ??= [];
        this.#codings.push(...value.toLowerCase().split(",").map(trimmed));
        return null;
      case "connection":
        this.#connection += `,${value.toLowerCase()}`;
        return null;
      case "keep-alive": {
        const seconds = /(?:^|[,\s])timeout=(\d{1,9})/i.exec(value)?.[1];
        if (seconds !== undefined) this.keptIdleMs = Number(seconds) * 1000;
        return null;
      }
      default:
        return null;
    }
  }

  /** How the body ends, or what is wrong with what is said about it. */
  framing(): Framing | string {
    if (this.#codings !== null) return this.#codedFraming(this.#codings);
    if (this.status === 204 || this.status === 304) return { kind: "length", bytes: 0 };
    if (this.#length === null) return { kind: "to_the_end" };
    const bytes = /^\d+$/.test(this.#length) ? Number(this.#length) : Number.NaN;
    return Number.isSafeInteger(bytes) ? { kind: "length", bytes } : "its Content-Length is not a number";
  }

  #codedFraming(codings: readonly string[]): Framing | string {
    // Whoever stands between may have gone by either: RFC 9112, 6.3 calls it an attempt at smuggling.
    if (this.#length !== null) return "it has both Content-Length and Transfer-Encoding";
    const isChunked = codings.at(-1) === "chunked";
    if (codings.indexOf("chunked") !== (isChunked ? codings.length - 1 : -1)) {
      return "its Transfer-Encoding names chunked other than once and last";
    }
    if (this.status === 204 || this.status === 304) return { kind: "length", bytes: 0 };
    return isChunked ? { kind: "chunked" } : { kind: "to_the_end" };
  }

  /** Whether the connection may be used again once the body has ended. */
  keepsConnection(): boolean {
    const options = this.#connection === "" ? [] : this.#connection.split(",").map(trimmed);
    if (options.includes("close")) return false;
    // RFC 9112, 6.1: an answer of HTTP/1.0 with chunks may have been framed by whoever did not understand them.
    return !this.#isOld || (options.includes("keep-alive") && this.#codings === null);
  }
}

function trimmed(text: string): string {
  return withoutBlanks(text, 0);
}

/** RFC 9110, 5.6.3: spaces and tabs. `trim` would also take the byte A0, with which many a UTF-8 character ends. */
function withoutBlanks(text: string, from: number): string {
  let start = from;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function problemOfHeader(line: string): string {
  if (/^[ \t]/.test(line)) return "a line of its head begins with a space";
  return "a line of its head is not a header";
}
