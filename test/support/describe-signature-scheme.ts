import { describe, expect, test } from "bun:test";
import type { SignatureScheme } from "../../src/signing/signature-scheme.ts";

/** A signature known to be right. */
export interface SignatureVector {
  secret: string;
  id: string;
  timestamp: number;
  body: string;
  signature: string;
}

/** What every signature scheme must do. */
export function describeSignatureScheme(
  name: string,
  scheme: SignatureScheme,
  {
    vectors,
    version,
    foreignSecret,
  }: { vectors: readonly SignatureVector[]; version: string /** Another scheme's. */; foreignSecret: string },
): void {
  describe(`the signature scheme ${name}`, () => {
    test.each([...vectors])("signs $id as the vector says", ({ secret, id, timestamp, body, signature }) => {
      expect(scheme.signerOf(secret)({ id, timestamp, body })).toBe(signature);
    });

    const [vector] = vectors;
    if (vector === undefined) throw new Error(`${name} has no vectors`);
    const { secret, signature, ...content } = vector;
    const sign = scheme.signerOf(secret);

    test("starts its signatures with its version", () => {
      expect(signature).toStartWith(`${version},`);
    });

    test("gives the same signature for the same content", () => {
      expect(sign(content)).toBe(sign(content));
      expect(scheme.signerOf(secret)(content)).toBe(signature);
    });

    test.each([
      { what: "id", other: { ...content, id: `${content.id}x` } },
      { what: "timestamp", other: { ...content, timestamp: content.timestamp + 1 } },
      { what: "body", other: { ...content, body: `${content.body} ` } },
    ])("gives another signature for another $what", ({ other }) => {
      expect(sign(other)).not.toBe(signature);
    });

    test("signs a body that is not ASCII by its UTF-8 bytes, and takes nothing that a header could not carry", () => {
      expect(sign({ ...content, body: '{"name":"Zoë 🦊"}' })).toMatch(/^[\x21-\x7e]+$/);
    });

    test.each(["not a secret", "", foreignSecret])(
      "refuses a secret that is not one of its own: %s",
      (other) => {
        expect(scheme.problemWith(other)).toBeString();
        expect(() => scheme.signerOf(other)).toThrow("Invariant broken");
      },
    );

    test("takes the vectors' secrets, and those that it makes", () => {
      const bytes = new Uint8Array(32).fill(7);
      const made = scheme.newSecret(bytes);
      for (const one of [made, ...vectors.map((vector) => vector.secret)]) {
        expect(scheme.problemWith(one)).toBeNull();
      }
      expect(scheme.newSecret(bytes)).toBe(made);
      expect(scheme.newSecret(bytes.fill(8))).not.toBe(made);
      expect(scheme.signerOf(made)(content)).toStartWith(`${version},`);
    });
  });
}
