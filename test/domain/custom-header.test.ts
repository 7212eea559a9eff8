import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { z } from "zod";
import { headersInput, tooManyHeaders } from "../../src/domain/custom-header.ts";
import { headerNameProblem, isSensitiveHeader } from "../../src/domain/header-name.ts";
import { refusals } from "../support/refusals.ts";

/** As they stand in a request, where their values are not repeated. */
const refused = (headers: unknown) => refusals(z.strictObject({ headers: headersInput }), { headers });

const notOurs = "is set by Posthorn or by HTTP itself and cannot be a custom header";
const noToken = "is not a header name (RFC 9110: letters, digits and !#$%&'*+-.^_`|~)";
const badValue = "must have no control characters, no surrounding spaces, and Latin-1 characters only";

describe("a custom header's name", () => {
  test.each([
    "X-Env",
    "authorization",
    "x",
    "!#$%&'*+-.^_`|~09",
    "x".repeat(128),
    "x-webhook-id",
    "contents",
  ])("may be %s", (name) => expect(headerNameProblem(name)).toBeNull());

  test.each([
    "Host",
    "connection",
    "Transfer-Encoding",
    "TE",
    "trailer",
    "upgrade",
    "expect",
    "User-Agent",
    "Content-Type",
    "content-length",
    "content-anything",
    "webhook-id",
    "Webhook-Signature",
    "webhook-anything",
    "X-Posthorn-Event",
    "x-posthorn-anything",
    "keep-alive",
    "proxy-connection",
  ])("may not be %s, in any case", (name) => {
    for (const spelling of [name, name.toLowerCase(), name.toUpperCase()]) {
      expect(headerNameProblem(spelling)).toBe(notOurs);
    }
  });

  test.each(["", "a b", "a:b", "a\r\nb", "é", "a\0", "(a)", 'a"', "a,b", "x".repeat(129)])(
    "may not be %p",
    (name) => expect(headerNameProblem(name)).toBe(noToken),
  );
});

describe("a custom header's value", () => {
  test.each(["", "v", "a b\tc", "Zoë", "\xff", "~!@#", "x".repeat(4096), "ÿ".repeat(2048)])(
    "may be %p",
    (value) => expect(refused({ "X-A": value })).toEqual([]),
  );

  test.each(["a\r\nX-Evil: 1", "a\nb", "a\0b", "\x7f", "\u0100", "🦊", " a", "a ", "\t", " "])(
    "may not be %p",
    (value) => expect(refused({ "X-A": value })).toEqual([`headers.X-A: ${badValue}`]),
  );

  test("has at most 4 KiB, counted in bytes", () => {
    const sentence = "headers.X-A: must be at most 4096 bytes";
    expect(refused({ "X-A": "x".repeat(4097) })).toEqual([sentence]);
    expect(refused({ "X-A": "ÿ".repeat(2049) })).toEqual([sentence]);
  });

  test("may be null, which removes the header in a PATCH", () => {
    expect(refused({ "X-A": null })).toEqual([]);
  });

  test("is text", () => expect(refused({ "X-A": {} })).toEqual(["headers.X-A: must be text"]));

  test("that is accepted is one that the runtime's client can send", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0x120 }).map((c) => String.fromCharCode(c)) }),
        (value) => {
          if (refused({ "X-A": value }).length > 0) return;
          expect(new Headers({ "X-A": value }).get("X-A")).toBe(value);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("custom headers together", () => {
  test("are refused at each name that is wrong", () => {
    expect(refused({ Host: "a", "X A": "b", "X-B": "ok" })).toEqual([
      `headers.Host: ${notOurs}`,
      `headers.X A: ${noToken}`,
    ]);
  });

  test("have each name once, whatever the case", () => {
    expect(refused({ "X-Env": "a", "x-env": "b" })).toEqual(["headers.x-env: is there twice"]);
  });

  test("are at most 30", () => {
    const some = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-${i}`, "v"]));
    expect(tooManyHeaders(some(30))).toBeNull();
    expect(tooManyHeaders(some(31))).toBe("must be at most 30 headers");
  });
});

describe("a sensitive header", () => {
  test.each([
    "Authorization",
    "Proxy-Authorization",
    "Cookie",
    "X-Api-Key",
    "ocp-apim-subscription-KEY",
    "X-Auth",
    "x-authenticated-by",
    "X-Token-Id",
    "client_secret",
    "X-Password",
    "apikey",
    "MyApiKeyHere",
  ])("is %s, in any case", (name) => {
    for (const spelling of [name, name.toLowerCase(), name.toUpperCase()]) {
      expect(isSensitiveHeader(spelling)).toBe(true);
    }
  });

  test.each(["X-Env", "Accept", "X-Key-Id", "keyboard", "cookies", "x-request-id"])("is not %s", (name) => {
    expect(isSensitiveHeader(name)).toBe(false);
  });
});
