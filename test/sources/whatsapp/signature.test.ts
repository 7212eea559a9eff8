import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { whatsapp } from "../../../src/sources/whatsapp/whatsapp.ts";
import { anInboundRequest } from "../../support/describe-source-adapter.ts";
import { appSecret, signatureOf } from "./a-notification.ts";

interface SignatureVector {
  name: string;
  app_secrets: string[];
  body_base64: string;
  header: string | null;
  valid: boolean;
}

interface HandshakeVector {
  name: string;
  query: string;
  verify_token: string;
  expect_status: number;
  expect_body: string | null;
}

function vectors<Vector>(file: string): Vector[] {
  const text = readFileSync(join(import.meta.dir, "vectors", file), "utf8");
  return (JSON.parse(text) as { vectors: Vector[] }).vectors;
}

const config = { verifyToken: "a token", appSecrets: [appSecret], includeRaw: true };
const unauthorized = { kind: "refused", status: 401 };

describe("a notification's signature", () => {
  test.each(vectors<SignatureVector>("signature-vectors.json"))("$name", (vector) => {
    const request = anInboundRequest({
      body: Buffer.from(vector.body_base64, "base64"),
      headers: vector.header === null ? {} : { "x-hub-signature-256": vector.header },
    });
    const settings = { ...config, appSecrets: vector.app_secrets };
    const refusal = whatsapp.screen(request, settings) ?? whatsapp.verify(request, settings);
    if (vector.valid) expect(refusal).toBeNull();
    else expect(refusal).toMatchObject(unauthorized);
  });

  test.each([
    ["missing", null],
    ["empty", ""],
    ["too short", `sha256=${"a".repeat(63)}`],
    ["of another scheme", `sha1=${"a".repeat(40)}`],
    ["given twice", `sha256=${"a".repeat(64)}, sha256=${"a".repeat(64)}`],
  ])("is refused before the body is read when it is %s", (_, header) => {
    const headers = header === null ? {} : { "x-hub-signature-256": header };
    expect(whatsapp.screen(anInboundRequest({ headers }), config)).toMatchObject(unauthorized);
  });

  test("counts no escaped form where the body is no UTF-8", () => {
    const body = Buffer.from([0x7b, 0xff, 0x7d]);
    const headers = { "x-hub-signature-256": signatureOf("{\\u00ff}") };
    expect(whatsapp.verify(anInboundRequest({ body, headers }), config)).toMatchObject(unauthorized);
  });

  test("counts over the escaped form, whatever is to be escaped, under either secret", () => {
    const body = "\ufeff\u0080é€\uffff😀/@ and plain";
    const escaped = "\\ufeff\\u0080\\u00e9\\u20ac\\uffff\\ud83d\\ude00/@ and plain";
    const headers = { "x-hub-signature-256": signatureOf(escaped) };
    const settings = { ...config, appSecrets: ["another secret", appSecret] };
    expect(whatsapp.verify(anInboundRequest({ body, headers }), settings)).toBeNull();
  });

  test("costs little to refuse, however much there is to escape", () => {
    const body = Buffer.from("é".repeat(2 * 1024 * 1024));
    const request = anInboundRequest({
      body,
      headers: { "x-hub-signature-256": `sha256=${"0".repeat(64)}` },
    });
    const msOf = () => {
      const startedAtMs = performance.now();
      expect(whatsapp.verify(request, config)).toMatchObject(unauthorized);
      return performance.now() - startedAtMs;
    };
    // The best of five, because the machine may be busy; by a regular expression it was 600 ms.
    expect(Math.min(...Array.from({ length: 5 }, msOf))).toBeLessThan(200);
  });

  test("says neither the secret nor what was expected when it is refused", () => {
    const headers = { "x-hub-signature-256": signatureOf("other") };
    const refusal = whatsapp.verify(anInboundRequest({ body: "body", headers }), config);
    expect(JSON.stringify(refusal)).not.toContain(appSecret);
    expect(JSON.stringify(refusal)).not.toContain(signatureOf("body").slice(7));
  });
});

describe("Meta's handshake", () => {
  test.each(vectors<HandshakeVector>("handshake-vectors.json"))("$name", (vector) => {
    const { query, verify_token: verifyToken, expect_status: status, expect_body: body } = vector;
    const request = anInboundRequest({ method: "GET", query });
    const settings = { ...config, verifyToken };
    const refusal = whatsapp.screen(request, settings) ?? whatsapp.verify(request, settings);
    if (status !== 200) {
      expect(refusal).toMatchObject({ kind: "refused", status });
      return;
    }
    expect(refusal).toBeNull();
    const context = { sourceId: "src_1", config: settings, wanted: new Set<string>() };
    expect(whatsapp.read(request, context)).toEqual({
      kind: "answered",
      reply: { status: 200, body: body ?? "", contentType: "text/plain; charset=utf-8" },
    });
  });

  test("needs no signature, and a notification needs no token", () => {
    const handshake = anInboundRequest({
      method: "GET",
      query: "hub.mode=subscribe&hub.challenge=1&hub.verify_token=a%20token",
    });
    expect(whatsapp.screen(handshake, config)).toBeNull();
    const notification = anInboundRequest({
      body: "{}",
      headers: { "x-hub-signature-256": signatureOf("{}") },
    });
    expect(whatsapp.screen(notification, config) ?? whatsapp.verify(notification, config)).toBeNull();
  });

  test("says no token when it is refused", () => {
    const query = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess";
    const refusal = whatsapp.screen(anInboundRequest({ method: "GET", query }), config);
    expect(JSON.stringify(refusal)).not.toContain("guess");
    expect(JSON.stringify(refusal)).not.toContain("a token");
  });
});
