import { idPrefixes, type NewId } from "../domain/id.ts";
import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";

/** Crockford's alphabet in lower case: its order is that of its characters. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const timeDigits = 10;
/** The random part has 16 digits: the first ones are text, the last ones a number that is counted up. */
const fixedDigits = 12;
const countEnd = 32 ** 4;

/** Two digits for each number below 1,024. */
const pairs: readonly string[] = Array.from(
  { length: 1024 },
  (_, n) => alphabet.charAt(n >> 5) + alphabet.charAt(n & 31),
);

/**
 * Ids as a prefix and a lower-case ULID: 48 bits of time, 80 bits of chance. Within one millisecond, and after
 * the wall clock stepped back, the random part is counted up, so that ids of one process never go back. Where the
 * count ends, the next millisecond is begun early.
 */
export function createIdGenerator(clock: Pick<Clock, "now">, random: Pick<Random, "bytes">): NewId {
  let lastMs = -1;
  let head = "";
  let count = 0;

  function begin(ms: number): void {
    lastMs = ms;
    const bytes = random.bytes(fixedDigits + 3);
    // Flat text: a sum of texts would be put together anew in every id.
    head = textOf(ms, bytes);
    const [a = 0, b = 0, c = 0] = bytes.subarray(fixedDigits);
    count = (a * 65_536 + b * 256 + c) % countEnd;
  }

  return (kind) => {
    const nowMs = clock.now();
    if (nowMs > lastMs) begin(nowMs);
    else if (++count === countEnd) begin(lastMs + 1);
    return `${idPrefixes[kind]}${head}${pairs[count >> 10]}${pairs[count & 1023]}`;
  };
}

/** The digits of the time and of the chance that does not change with it. */
function textOf(ms: number, bytes: Uint8Array): string {
  const text = Buffer.allocUnsafe(timeDigits + fixedDigits);
  let rest = ms;
  for (let at = timeDigits - 1; at >= 0; at--) {
    text[at] = alphabet.charCodeAt(rest % 32);
    rest = Math.floor(rest / 32);
  }
  for (let at = 0; at < fixedDigits; at++)
    text[timeDigits + at] = alphabet.charCodeAt((bytes[at] as number) & 31);
  return text.toString("latin1");
}
