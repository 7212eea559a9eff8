import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { decodeSecret, secretOf, signingSecretInput } from "../../src/domain/signing-secret.ts";
import { refusals } from "../support/refusals.ts";

const sentence = 'must be "whsec_" followed by the padded base64 of 24 to 64 bytes';
const key = (length: number) => new Uint8Array(length).fill(0xfb);

describe("a signing secret", () => {
  test.each([24, 25, 26, 32, 63, 64])("may have %i bytes", (length) => {
    expect(refusals(signingSecretInput, secretOf(key(length)))).toEqual([]);
  });

  test.each([0, 1, 23, 65, 1000])("may not have %i bytes", (length) => {
    expect(refusals(signingSecretInput, secretOf(key(length)))[0]).toStartWith(`: ${sentence}`);
    expect(decodeSecret(secretOf(key(length)))).toBeNull();
  });

  const base64 = secretOf(key(32)).slice("whsec_".length);
  test.each([
    ["without its prefix", base64],
    ["with another prefix", `whsk_${base64}`],
    ["with the prefix in capitals", `WHSEC_${base64}`],
    ["without its padding", `whsec_${base64.replace(/=+$/, "")}`],
    ["with too much padding", `whsec_${base64}=`],
    ["in the alphabet for URLs", `whsec_${base64.replaceAll("+", "-").replaceAll("/", "_")}`],
    ["with a line break", `whsec_${base64.slice(0, 20)}\n${base64.slice(20)}`],
    ["with a space at its end", `whsec_${base64} `],
    ["in hexadecimal digits", `whsec_${"ab".repeat(33)}`],
    ["of nothing", "whsec_"],
  ])("is refused %s", (_, text) => {
    expect(decodeSecret(text)).toBeNull();
    expect(refusals(signingSecretInput, text)[0]).toStartWith(`: ${sentence}`);
  });

  test("is the bytes it was made from", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 24, maxLength: 64 }), (bytes) => {
        expect(decodeSecret(secretOf(bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test("of any text is refused or has 24 to 64 bytes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ maxLength: 100 })), (text) => {
        const bytes = decodeSecret(`whsec_${text}`);
        expect(bytes === null || (bytes.length >= 24 && bytes.length <= 64)).toBe(true);
        if (bytes !== null) expect(Buffer.from(bytes).toString("base64")).toHaveLength(text.length);
      }),
    );
  });
});
