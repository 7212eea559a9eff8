import { createHash } from "node:crypto";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const characters = 26;

/** What names something within a scope: the same two always give the same text, and no two others do (130 bits of SHA-256). */
export function derivedName(scope: string, name: string): string {
  const digest = createHash("sha256").update(scope).update("\0").update(name).digest();
  let bits = 0;
  let held = 0;
  let text = "";
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < characters) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
