import { responseHeaderBytesMax, responseReadBytesMax, responseStoredBytesMax } from "../domain/attempt.ts";
import { isSensitiveHeader, redacted } from "../domain/custom-header.ts";

/** Collects the start of a body and counts the rest. */
export class BodyReader {
  readonly #kept: Buffer[] = [];
  #keptBytes = 0;
  #readBytes = 0;

  /** Takes the next chunk; false once as much was read as ever is. */
  take(chunk: Buffer): boolean {
    const room = responseStoredBytesMax - this.#keptBytes;
    if (room > 0) {
      // Copied: a slice would keep the whole chunk, up to 512 KiB, in memory.
      const part = Buffer.from(chunk.subarray(0, room));
      this.#kept.push(part);
      this.#keptBytes += part.length;
    }
    this.#readBytes += chunk.length;
    return this.#readBytes < responseReadBytesMax;
  }

  /** The first 1,024 bytes as text. */
  text(): { body: string; bodyTruncated: boolean } {
    const bytes = Buffer.concat(this.#kept);
    const isCut = this.#readBytes > bytes.length;
    // `stream` leaves out a character whose end was cut off; without it, it would read U+FFFD.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: isCut });
    const body = cutToBytes(text, responseStoredBytesMax);
    return { body, bodyTruncated: isCut || body.length < text.length };
  }
}

/**
 * The beginning of the text that has so many bytes at most, cut at a character. A byte that is not UTF-8 becomes a
 * U+FFFD of three bytes, so that a text can exceed what is stored.
 */
export function cutToBytes(text: string, bytesMax: number): string {
  if (text.length * 3 <= bytesMax || Buffer.byteLength(text) <= bytesMax) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytesMax));
  return text.slice(0, read);
}

/**
 * The response headers that are kept: lower-case names, repeated ones joined, secrets redacted, at most 4 KiB
 * in all. `retry-after` comes first, because it decides when to try again.
 * @param rawHeaders name, value, name, value, …
 */
export function readHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const joined = new Map<string, string>();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? "").toLowerCase();
    const value = rawHeaders[i + 1] ?? "";
    const before = joined.get(name);
    if (isSensitiveHeader(name)) joined.set(name, redacted);
    else joined.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return withinBytes(joined);
}

function withinBytes(headers: ReadonlyMap<string, string>): Record<string, string> {
  const kept = new Map<string, string>();
  let room = responseHeaderBytesMax;
  const names = [...headers.keys()];
  for (const name of headers.has("retry-after") ? ["retry-after", ...names] : names) {
    const value = headers.get(name) ?? "";
    const bytes = Buffer.byteLength(name) + Buffer.byteLength(value);
    if (kept.has(name) || bytes > room) continue;
    kept.set(name, value);
    room -= bytes;
  }
  return Object.fromEntries(kept);
}
