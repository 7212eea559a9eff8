import { responseHeaderBytesMax, responseReadBytesMax, responseStoredBytesMax } from "../domain/attempt.ts";
import { isSensitiveHeader, redacted } from "../domain/header-name.ts";

/** Collects the start of a body and counts the rest. */
export class BodyReader {
  #kept: Buffer | null = null;
  #readBytes = 0;

  /** Takes the next chunk; false once as much was read as ever is. */
  take(chunk: Buffer): boolean {
    const room = responseStoredBytesMax - (this.#kept?.length ?? 0);
    if (room > 0) {
      const part = chunk.length <= room ? chunk : chunk.subarray(0, room);
      // Copied: a slice would keep the whole chunk, up to 512 KiB, in memory.
      this.#kept = this.#kept === null ? Buffer.from(part) : Buffer.concat([this.#kept, part]);
    }
    this.#readBytes += chunk.length;
    return this.#readBytes < responseReadBytesMax;
  }

  /** The first 1,024 bytes as text. */
  text(): { body: string; bodyTruncated: boolean } {
    if (this.#kept === null) return { body: "", bodyTruncated: false };
    const isCut = this.#readBytes > this.#kept.length;
    const text = isCut ? textOfStart(this.#kept) : this.#kept.toString("utf8");
    const body = cutToBytes(text, responseStoredBytesMax);
    return { body, bodyTruncated: isCut || body.length < text.length };
  }
}

/** Leaves out a character whose end was cut off, which would read U+FFFD. */
function textOfStart(bytes: Buffer): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true });
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
 * The response headers that are kept: repeated ones joined, secrets redacted, at most 4 KiB in all.
 * @param headers name in lower case, value, name, value, …
 */
export function readHeaders(headers: readonly string[]): Record<string, string> {
  // Without a prototype, so that a header may have any name.
  const joined: Record<string, string> = Object.create(null);
  let bytes = 0;
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i] ?? "";
    const value = isSensitiveHeader(name) ? redacted : (headers[i + 1] ?? "");
    const before = joined[name];
    joined[name] = before === undefined || value === redacted ? value : `${before}, ${value}`;
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value) + 2;
  }
  return bytes <= responseHeaderBytesMax ? joined : withinBytes(joined);
}

/** What has room in its turn; `retry-after` before all others, because it decides when to try again. */
function withinBytes(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = Object.create(null);
  let room = responseHeaderBytesMax;
  const names = Object.keys(headers);
  for (const name of "retry-after" in headers ? ["retry-after", ...names] : names) {
    const value = headers[name] ?? "";
    const bytes = Buffer.byteLength(name) + Buffer.byteLength(value);
    if (name in kept || bytes > room) continue;
    kept[name] = value;
    room -= bytes;
  }
  return kept;
}
