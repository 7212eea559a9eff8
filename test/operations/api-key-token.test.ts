import { expect, test } from "bun:test";
import { crc32 } from "node:zlib";
import { newToken, tokenHash, tokenPrefixOf } from "../../src/operations/api-key-token.ts";
import { systemRandom } from "../../src/platform/random.ts";

test("a token is phk_ with 43 random and 6 checking characters that one double click selects", () => {
  for (let i = 0; i < 100; i++) expect(newToken(systemRandom)).toMatch(/^phk_[0-9A-Za-z]{49}$/);
});

test("even all-zero chance gives a token of full length", () => {
  const zeros = { fraction: () => 0, bytes: (count: number) => new Uint8Array(count) };
  expect(newToken(zeros)).toMatch(/^phk_0{43}[0-9A-Za-z]{6}$/);
});

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** As a secret scanner checks it: the last six characters are the CRC-32 of all before them. */
function hasValidChecksum(token: string): boolean {
  const checksum = [...token.slice(-6)].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
  return checksum === crc32(token.slice(0, -6));
}

test("the checksum fits the token and no typing error of one character", () => {
  const token = newToken(systemRandom);
  expect(hasValidChecksum(token)).toBe(true);
  const swapped = token[10] === "a" ? "b" : "a";
  expect(hasValidChecksum(token.slice(0, 10) + swapped + token.slice(11))).toBe(false);
});

test("the hash is SHA-256 in hex, and the prefix the first eight characters", () => {
  expect(tokenHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(tokenPrefixOf("phk_Zk3vT8m5")).toBe("phk_Zk3v");
});
