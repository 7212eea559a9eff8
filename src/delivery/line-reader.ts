const lf = 0x0a;

/** Of a head with its status line, or of the trailers. */
const headBytesMax = 16 * 1024;

/**
 * Cuts a head into its lines, however its bytes are split. A bare LF ends none: what one reader takes for a line's end
 * and another does not is how answers are smuggled (RFC 9112, 2.2 leaves it to us).
 */
export class LineReader {
  /** The line that the last call completed, without its end; null where more bytes are needed. */
  line: string | null = null;
  /** The beginning of a line whose end has not arrived. */
  pending = "";
  /** Why no more can be read, or null. */
  problem: string | null = null;
  #headBytes = 0;

  /** Begins another head: what was read counts no more. */
  reset(): void {
    this.#headBytes = 0;
  }

  /** Reads to the end of one line, or of the bytes; gives where it stopped. */
  read(bytes: Buffer, start: number, end: number): number {
    const found = bytes.indexOf(lf, start);
    const isWhole = found >= 0 && found < end;
    const stop = isWhole ? found + 1 : end;
    this.#headBytes += stop - start;
    this.line = null;
    if (this.#headBytes > headBytesMax) {
      this.problem = `its headers are larger than ${headBytesMax / 1024} KiB`;
      return stop;
    }
    const text = this.pending + bytes.toString("latin1", start, stop);
    if (!isWhole) {
      this.pending = text;
      return stop;
    }
    this.pending = "";
    if (text.endsWith("\r\n")) this.line = text.slice(0, -2);
    else this.problem = "a line of its head ends with LF alone";
    return stop;
  }
}
