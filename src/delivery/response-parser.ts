import { ChunkReader } from "./chunk-reader.ts";
import { LineReader } from "./line-reader.ts";
import {
  canBeginStatusLine,
  type Framing,
  ResponseHead,
  readStatusLine,
  statusLineStart,
} from "./response-head.ts";

/** Why the bytes are no answer. `reason` ends the sentence `… is not valid HTTP/1.1: …`. */
export type ParseTrouble = { kind: "malformed"; reason: string } | { kind: "switched" } | { kind: "flooded" };

/** Takes a piece of the body; false once it wants no more. The bytes must not be kept: the buffer is large. */
export type TakeBody = (bytes: Buffer) => boolean;

/** After `complete` or `failed` nothing more is parsed. */
export type ParseProgress = "unfinished" | "complete" | "failed";

/**
 * What an answer may take on the wire: far more than 16 KiB of headers and 64 KiB of a body, even in chunks of one
 * byte. Beyond the body there are bytes without end that no other bound sees (1xx answers, the digits of a chunk's
 * size, empty lines), and parsing them at full speed until the timeout would hold up everybody else.
 */
export const wireBytesMax = 1024 * 1024;

type Stage = "status line" | "headers" | "length" | "chunked" | "to_the_end" | "trailers" | "done";

/**
 * Reads one HTTP/1.1 answer (RFC 9112) out of bytes; the result is the same however they are split. Strict where
 * leniency has let answers be smuggled, and bounded: a line that is not complete is all that it keeps.
 *
 * @example
 * const parser = new ResponseParser((bytes) => body.push(bytes) < 10);
 * parser.parse(bytes) === "complete" && parser.head?.status // 200
 */
export class ResponseParser {
  /** Of the final answer; null before it is complete. */
  head: ResponseHead | null = null;
  trouble: ParseTrouble | null = null;
  /** Whether the connection can carry another request; known when the answer is complete. */
  isReusable = false;

  readonly #takeBody: TakeBody;
  readonly #method: "POST" | "CONNECT";
  readonly #lines = new LineReader();
  #stage: Stage = "status line";
  #arriving: ResponseHead | null = null;
  #chunks: ChunkReader | null = null;
  /** Bytes of a body of known length that are still to come. */
  #left = 0;
  #wireBytes = 0;

  /** @param method of the request: a 2xx to `CONNECT` has no body, whatever its headers say */
  constructor(takeBody: TakeBody, method: "POST" | "CONNECT" = "POST") {
    this.#takeBody = takeBody;
    this.#method = method;
  }

  parse(bytes: Buffer): ParseProgress {
    const end = Math.min(bytes.length, wireBytesMax - this.#wireBytes);
    let at = 0;
    while (at < end && !this.#hasEnded()) at = this.#read(bytes, at, end);
    this.#wireBytes += at;
    if (this.#stage === "done" && at < bytes.length) this.isReusable = false; // No request asked for what follows.
    if (!this.#hasEnded() && end < bytes.length) this.trouble = { kind: "flooded" };
    return this.#progress();
  }

  /** The receiver closed its side in order, which ends an answer that has no other end. */
  close(): ParseProgress {
    if (this.#stage === "to_the_end") this.#stage = "done";
    return this.#progress();
  }

  #progress(): ParseProgress {
    if (this.trouble !== null) return "failed";
    return this.#stage === "done" ? "complete" : "unfinished";
  }

  #hasEnded(): boolean {
    return this.trouble !== null || this.#stage === "done";
  }

  /** Reads on in the stage that it is in; gives where it stopped. */
  #read(bytes: Buffer, at: number, end: number): number {
    switch (this.#stage) {
      case "length": {
        const stop = Math.min(end, at + this.#left);
        this.#left -= stop - at;
        this.#give(bytes.subarray(at, stop));
        if (this.#left === 0) this.#stage = "done";
        return stop;
      }
      case "to_the_end":
        this.#give(bytes.subarray(at, end));
        return end;
      case "chunked":
        return this.#readChunks(bytes, at, end);
      default:
        return this.#readLine(bytes, at, end);
    }
  }

  #give(body: Buffer): void {
    if (this.#takeBody(body)) return;
    this.#stage = "done";
    this.isReusable = false;
  }

  #readChunks(bytes: Buffer, at: number, end: number): number {
    this.#chunks ??= new ChunkReader(this.#takeBody);
    const stop = this.#chunks.read(bytes, at, end);
    if (this.#chunks.problem !== null) this.#refuse(this.#chunks.problem);
    else if (this.#chunks.end === "trailers") this.#beginLines("trailers");
    else if (this.#chunks.end === "enough") {
      this.#stage = "done";
      this.isReusable = false;
    }
    return stop;
  }

  #readLine(bytes: Buffer, at: number, end: number): number {
    const before = this.#lines.pending;
    const stop = this.#lines.read(bytes, at, end);
    const { line, problem } = this.#lines;
    if (line !== null) this.#takeLine(line);
    // Something else that speaks first, as SMTP does, may never come to the end of a line.
    else if (this.#stage === "status line" && !canBeginStatusLine(before + startOf(bytes, at, end))) {
      this.#refuseStatusLine();
    } else if (problem !== null) this.#refuse(problem);
    return stop;
  }

  #takeLine(line: string): void {
    if (this.#stage === "status line") this.#takeStatusLine(line);
    else if (line !== "") this.#takeHeader(line);
    else if (this.#stage === "trailers") this.#stage = "done";
    else this.#endHead();
  }

  #takeStatusLine(line: string): void {
    // What is left of an answer before, by a server that ends its bodies with an empty line.
    if (line === "") {
      this.#lines.reset();
      return;
    }
    const statusLine = readStatusLine(line);
    if (statusLine === null) this.#refuseStatusLine();
    else {
      this.#arriving = new ResponseHead(statusLine);
      this.#stage = "headers";
    }
  }

  #takeHeader(line: string): void {
    // Trailers are checked and forgotten: merging them would let them change what the head said (RFC 9110, 6.5.1).
    const head = this.#stage === "trailers" ? new ResponseHead({ status: 0, isOld: false }) : this.#arriving;
    const problem = head?.take(line) ?? null;
    if (problem !== null) this.#refuse(problem);
  }

  #endHead(): void {
    const head = this.#arriving;
    if (head === null) return;
    if (head.status === 101) this.trouble = { kind: "switched" };
    else if (head.status < 200) this.#beginLines("status line");
    else {
      const framing = this.#framingOf(head);
      if (typeof framing === "string") this.#refuse(framing);
      else this.#beginBody(head, framing);
    }
  }

  #beginBody(head: ResponseHead, framing: Framing): void {
    this.head = head;
    // A tunnel stays open whatever the answer says of the connection: many proxies answer CONNECT with HTTP/1.0.
    this.isReusable = this.#isTunnel(head) || (framing.kind !== "to_the_end" && head.keepsConnection());
    this.#stage = framing.kind;
    if (framing.kind !== "length") return;
    this.#left = framing.bytes;
    if (framing.bytes === 0) this.#stage = "done";
  }

  #framingOf(head: ResponseHead): Framing | string {
    return this.#isTunnel(head) ? { kind: "length", bytes: 0 } : head.framing();
  }

  /** RFC 9110, 9.3.6. */
  #isTunnel(head: ResponseHead): boolean {
    return this.#method === "CONNECT" && head.status < 300;
  }

  #beginLines(stage: "status line" | "trailers"): void {
    this.#lines.reset();
    this.#stage = stage;
  }

  #refuseStatusLine(): void {
    this.#refuse("it does not begin with HTTP/1.1 and a status");
  }

  #refuse(reason: string): void {
    this.trouble = { kind: "malformed", reason };
  }
}

/** As much as a status line's beginning needs. */
function startOf(bytes: Buffer, at: number, end: number): string {
  return bytes.toString("latin1", at, Math.min(end, at + statusLineStart.length));
}
