import { expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import type { BodySignature } from "../../src/domain/signing.ts";
import { bodySignatureOf } from "../../src/signing/body-signature.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

function aForm(over: Partial<BodySignature> = {}): BodySignature {
  return { header: "X-Signature", encoding: "hex", prefix: "", secret: null, ...over };
}

test("Meta's form, with a secret of its own", () => {
  const form = aForm({ prefix: "sha256=", secret: "test_app_secret" });
  expect(bodySignatureOf(form, secret, '{"object":"whatsapp_business_account","entry":[]}')).toBe(
    "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756",
  );
});

test.each(["hex", "base64"] as const)(
  "is keyed with the newest signing secret as text, in %s",
  (encoding) => {
    const body = '{"name":"Zoë 🦊"}';
    const expected = createHmac("sha256", secret).update(body, "utf8").digest(encoding);
    expect(bodySignatureOf(aForm({ encoding }), secret, body)).toBe(expected);
  },
);
