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
  { vectors, version }: { vectors: readonly SignatureVector[]; version: string },
): void {
  describe(`the signature scheme ${name}`, () => {
    test.each([...vectors])("signs $id as the vector says", ({ secret, id, timestamp, body, signature }) => {
      expect(scheme.sign(scheme.keyOf(secret), { id, timestamp, body })).toBe(signature);
    });

    const [vector] = vectors;
    if (vector === undefined) throw new Error(`${name} has no vectors`);
    const { secret, signature, ...content } = vector;
    const key = scheme.keyOf(secret);

    test("starts its signatures with its version", () => {
      expect(signature).toStartWith(`${version},`);
    });

    test("gives the same signature for the same content", () => {
      expect(scheme.sign(key, content)).toBe(scheme.sign(key, content));
    });

    test.each([
      { what: "id", other: { ...content, id: `${content.id}x` } },
      { what: "timestamp", other: { ...content, timestamp: content.timestamp + 1 } },
      { what: "body", other: { ...content, body: `${content.body} ` } },
    ])("gives another signature for another $what", ({ other }) => {
      expect(scheme.sign(key, other)).not.toBe(signature);
    });

    test("signs a body that is not ASCII by its UTF-8 bytes, and takes nothing that a header could not carry", () => {
      expect(scheme.sign(key, { ...content, body: '{"name":"Zoë 🦊"}' })).toMatch(/^[\x21-\x7e]+$/);
    });

    test("refuses a secret that is not one of its own", () => {
      expect(() => scheme.keyOf("not a secret")).toThrow("Invariant broken");
    });
  });
}
