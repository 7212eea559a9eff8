import { ResponseParser } from "../../src/delivery/response-parser.ts";

/** An answer as the parser read it. */
export interface Parsed {
  progress: string;
  status: number | null;
  headers: readonly string[];
  body: string;
  /** Whether the connection may be used again: bytes that follow the answer forbid it also where they come later. */
  isReusable: boolean;
  reason: string | null;
}

/**
 * Reads the pieces one after another, as a connection does.
 * @param bodyMax how many bytes of the body are wanted
 */
export function parseAll(pieces: readonly Buffer[], { closes = false, bodyMax = 65_536 } = {}): Parsed {
  let body = "";
  const parser = new ResponseParser((bytes) => {
    body += bytes.toString("latin1");
    return body.length < bodyMax;
  });
  let progress = "unfinished";
  let used = 0;
  for (const piece of pieces) {
    if (progress !== "unfinished") break;
    progress = parser.parse(piece);
    used += 1;
  }
  if (progress === "unfinished" && closes) progress = parser.close();
  const hasMore = pieces.slice(used).some((piece) => piece.length > 0);
  const { head, trouble } = parser;
  return {
    progress,
    status: head?.status ?? null,
    headers: head?.headers ?? [],
    body: body.slice(0, bodyMax),
    isReusable: progress === "complete" && parser.isReusable && !hasMore,
    reason: trouble === null ? null : trouble.kind === "malformed" ? trouble.reason : trouble.kind,
  };
}

export function parseText(text: string, options: Parameters<typeof parseAll>[1] = {}): Parsed {
  return parseAll([Buffer.from(text, "latin1")], options);
}
