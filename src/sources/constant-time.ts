import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Whether two texts are the same; how long it takes tells nothing of either but their length. */
export function isSameText(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

/** Whether the bytes are the HMAC of the content under one of the secrets. Every secret is tried, whichever fits. */
export function isHmac(given: Uint8Array, { algorithm, keys, content }: HmacQuestion): boolean {
  let isOne = false;
  for (const key of keys) {
    const hmac = createHmac(algorithm, key);
    for (const part of content) hmac.update(part);
    const expected = hmac.digest();
    if (expected.length === given.length && timingSafeEqual(expected, given)) isOne = true;
  }
  return isOne;
}

interface HmacQuestion {
  algorithm: "sha1" | "sha256" | "sha512";
  keys: readonly (string | Uint8Array)[];
  /** What is signed, in parts that follow each other. */
  content: readonly (string | Uint8Array)[];
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
