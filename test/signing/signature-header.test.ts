import { describe, expect, test } from "bun:test";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { secretOf } from "../../src/domain/signing-secret.ts";
import { type ExpiringSecret, signatureHeader } from "../../src/signing/signature-header.ts";
import { v1 } from "../../src/signing/v1.ts";

const nowMs = Date.now();
const content = {
  id: "evt_1",
  timestamp: Math.floor(nowMs / 1000),
  body: '{"id":"evt_1","data":{"name":"Zoë 🦊"}}',
};

function aSecret(over: Partial<ExpiringSecret> = {}): ExpiringSecret {
  return { secret: secretOf(crypto.getRandomValues(new Uint8Array(32))), expiresAtMs: null, ...over };
}

function headersSignedWith(secrets: readonly ExpiringSecret[]): Record<string, string> {
  return {
    "webhook-id": content.id,
    "webhook-timestamp": String(content.timestamp),
    "webhook-signature": signatureHeader(v1, secrets, content, nowMs),
  };
}

describe("the webhook-signature header", () => {
  test("holds one signature for each secret that still signs, newest first", () => {
    const [newest, older, expired] = [
      aSecret(),
      aSecret({ expiresAtMs: nowMs + 1 }),
      aSecret({ expiresAtMs: nowMs }),
    ];
    const header = signatureHeader(v1, [newest, older, expired], content, nowMs);
    expect(header.split(" ")).toEqual([newest, older].map(({ secret }) => v1.signerOf(secret)(content)));
  });

  test.each([
    { name: "standardwebhooks", verifierOf: (secret: string) => new StandardWebhook(secret) },
    { name: "svix", verifierOf: (secret: string) => new SvixWebhook(secret) },
  ])(
    "is verified by the package $name with the new and the old secret during a rotation",
    ({ verifierOf }) => {
      const [newest, older, foreign] = [aSecret(), aSecret({ expiresAtMs: nowMs + 1000 }), aSecret()];
      const headers = headersSignedWith([newest, older]);
      const verify = ({ secret }: ExpiringSecret) => verifierOf(secret).verify(content.body, headers);
      expect(() => verify(newest)).not.toThrow();
      expect(() => verify(older)).not.toThrow();
      expect(() => verify(foreign)).toThrow();
    },
  );
});
