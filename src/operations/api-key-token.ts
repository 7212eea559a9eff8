import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Random } from "../platform/random.ts";

const tokenPrefix = "phk_";
const randomBytesCount = 32;
const prefixLength = 8;

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62^43 > 2^256, and 62^6 > 2^32. */
const secretLength = 43;
const checksumLength = 6;

/**
 * A new bearer token: `phk_`, 256 random bits, and a CRC-32 over both, all in base62, so that one double click
 * selects it and a secret scanner can tell a real one from a look-alike. The login does not check the checksum.
 */
export function newToken(random: Random): string {
  const secret = base62(BigInt(`0x${Buffer.from(random.bytes(randomBytesCount)).toString("hex")}`));
  const body = tokenPrefix + secret.padStart(secretLength, "0");
  return body + base62(BigInt(crc32(body))).padStart(checksumLength, "0");
}

/** What is stored and looked up instead of the token: SHA-256, hex. No salt: the token has 256 random bits. */
export function tokenHash(token: string): string {
  return hash("sha256", token, "hex");
}

/** The first characters, shown in lists so that people can tell keys apart. */
export function tokenPrefixOf(token: string): string {
  return token.slice(0, prefixLength);
}

function base62(value: bigint): string {
  let digits = "";
  for (let rest = value; rest > 0n; rest /= 62n) digits = alphabet[Number(rest % 62n)] + digits;
  return digits;
}
