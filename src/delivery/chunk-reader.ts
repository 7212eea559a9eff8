import type { TakeBody } from "./response-parser.ts";

const lf = 0x0a;
const cr = 0x0d;
const tab = 0x09;
const semicolon = 0x3b;
const del = 0x7f;

type Stage = "size" | "extension" | "size LF" | "data" | "data CR" | "data LF";

/** Takes a chunked body (RFC 9112, 7.1) apart, however its bytes are split, up to where the trailers begin. */
export class ChunkReader {
  /** `trailers`: the last chunk was read; `enough`: the body's reader wants no more. */
  end: "trailers" | "enough" | null = null;
  /** Why no more can be read, or null. */
  problem: string | null = null;
  readonly #takeBody: TakeBody;
  #stage: Stage = "size";
  #hasSize = false;
  /** Of the chunk; then how many of its bytes are still to come. */
  #bytes = 0;

  constructor(takeBody: TakeBody) {
    this.#takeBody = takeBody;
  }

  /** Reads on; gives where it stopped, which is the end of the bytes unless it came to its own. */
  read(bytes: Buffer, start: number, end: number): number {
    let at = start;
    while (at < end && this.end === null && this.problem === null) {
      if (this.#stage === "data") at = this.#readData(bytes, at, end);
      else this.#readByte(bytes[at++] ?? 0);
    }
    return at;
  }

  #readData(bytes: Buffer, start: number, end: number): number {
    const stop = Math.min(end, start + this.#bytes);
    this.#bytes -= stop - start;
    if (this.#bytes === 0) this.#stage = "data CR";
    if (!this.#takeBody(bytes.subarray(start, stop))) this.end = "enough";
    return stop;
  }

  #readByte(byte: number): void {
    switch (this.#stage) {
      case "size":
        this.#readSize(byte);
        return;
      case "extension":
        // Ignored, as RFC 9112, 7.1.1 wants it; only a line's end and what cannot stand in a line matter.
        if (byte === cr) this.#stage = "size LF";
        else if ((byte < 0x20 && byte !== tab) || byte === del)
          this.problem = "a chunk's extension is damaged";
        return;
      case "size LF":
        if (byte !== lf) this.problem = "the line of a chunk's size does not end with CR LF";
        else if (this.#bytes === 0) this.end = "trailers";
        else this.#stage = "data";
        return;
      case "data CR":
        if (byte === cr) this.#stage = "data LF";
        else this.problem = "a chunk is longer than its size";
        return;
      case "data LF":
        if (byte !== lf) this.problem = "a chunk does not end with CR LF";
        this.#stage = "size";
        this.#hasSize = false;
        return;
    }
  }

  #readSize(byte: number): void {
    const digit = hexDigit(byte);
    if (digit >= 0) {
      this.#bytes = this.#bytes * 16 + digit;
      this.#hasSize = true;
      if (!Number.isSafeInteger(this.#bytes)) this.problem = "a chunk's size is too large";
    } else if (this.#hasSize && byte === semicolon) this.#stage = "extension";
    else if (this.#hasSize && byte === cr) this.#stage = "size LF";
    else this.problem = "a chunk's size is not a number";
  }
}

/** -1 where it is none. */
function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}
