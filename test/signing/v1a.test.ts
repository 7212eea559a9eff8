import { expect, test } from "bun:test";
import { createPublicKey, verify } from "node:crypto";
import fc from "fast-check";
import { decodePrivateKey, publicKeyOf } from "../../src/domain/signing-secret.ts";
import { signatureSchemes } from "../../src/signing/signature-schemes.ts";
import { v1a } from "../../src/signing/v1a.ts";
import { describeSignatureScheme } from "../support/describe-signature-scheme.ts";
import vectors from "./vectors.json";

describeSignatureScheme("ed25519", signatureSchemes.ed25519, {
  vectors: vectors.filter(({ scheme }) => scheme === "v1a"),
  version: "v1a",
  foreignSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
});

const [vector] = vectors.filter(({ scheme }) => scheme === "v1a");

test("the public key of the vector's secret is the vector's", () => {
  expect(publicKeyOf(vector?.secret ?? "")).toBe(vector?.publicKey ?? "");
});

/** As a receiver does it, with the public key alone. */
function verifies(publicKey: string, content: string, signature: string): boolean {
  const x = Buffer.from(publicKey.slice("whpk_".length), "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return verify(null, Buffer.from(content), key, Buffer.from(signature.slice("v1a,".length), "base64"));
}

test("a receiver verifies with the public key what a new secret signed, and nothing else", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (seed, body) => {
      const secret = v1a.newSecret(seed);
      const signature = v1a.signerOf(secret)({ id: "evt_1", timestamp: 7, body });
      const publicKey = publicKeyOf(secret) ?? "";
      expect(verifies(publicKey, `evt_1.7.${body}`, signature)).toBe(true);
      expect(verifies(publicKey, `evt_1.8.${body}`, signature)).toBe(false);
    }),
    { numRuns: 20 },
  );
});

test("a secret whose halves are of two pairs is refused: what it signs would never verify", () => {
  const [one, other] = [1, 2].map((n) => v1a.newSecret(new Uint8Array(32).fill(n)));
  const seed = decodePrivateKey(one ?? "")?.seed ?? new Uint8Array();
  const publicKey = decodePrivateKey(other ?? "")?.publicKey ?? new Uint8Array();
  const mixed = `whsk_${Buffer.concat([seed, publicKey]).toString("base64")}`;
  expect(v1a.problemWith(mixed)).toContain("must end with the public key");
});
