import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { routes } from "../../src/http/route-table.ts";
import { anApi, type TestApi } from "../support/an-api.ts";

let api: TestApi;
beforeAll(async () => {
  // In virtual time the requests of this file are all sent at once.
  api = await anApi({ operations: { rateLimitPerSecond: 0 } });
  await api.anEndpointId({ uid: "crm" });
});
afterAll(() => api.close());

const events = "/api/v1/events";

describe("content types", () => {
  const cases: [contentType: string, status: number][] = [
    ["application/json", 202],
    ["application/json; charset=utf-8", 202],
    ['Application/JSON;charset="UTF-8"', 202],
    ["application/json; charset=latin1", 415],
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["application/jsonp", 415],
    ["nonsense", 415],
  ];
  for (const [contentType, status] of cases) {
    test(`${contentType} is ${status}`, async () => {
      const headers = { "content-type": contentType };
      expect((await api.call("POST", events, { text: '{"type":"a","data":{}}', headers })).status).toBe(
        status,
      );
    });
  }

  test("a PATCH may be called a merge patch, which it is; a POST may not", async () => {
    const headers = { "content-type": "application/merge-patch+json" };
    const patch = { text: '{"description":"CRM"}', headers };
    expect((await api.call("PATCH", "/api/v1/endpoints/crm", patch)).status).toBe(200);
    expect((await api.call("POST", events, { text: '{"type":"a","data":{}}', headers })).status).toBe(415);
  });

  test("a body without a content type is 415", async () => {
    const headers = { authorization: `Bearer ${api.token("admin")}` };
    const body = new TextEncoder().encode('{"type":"a","data":{}}');
    const response = await api.fetch(
      new Request(`http://localhost${events}`, { method: "POST", headers, body }),
    );
    expect(response.status).toBe(415);
  });

  test("a compressed body is 415", async () => {
    const headers = { "content-encoding": "gzip" };
    expect((await api.call("POST", events, { text: "{}", headers })).status).toBe(415);
  });
});

describe("bodies that are not JSON in UTF-8", () => {
  const cases: [name: string, text: string | Uint8Array<ArrayBuffer>, detail: string][] = [
    ["malformed JSON says where", '{"type":"a",}', 'unexpected "}" at line 1, column 13'],
    ["an empty body with a content type", "", "it ends too early"],
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), "not valid UTF-8"],
    ["a lone surrogate in UTF-8", new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), "not valid UTF-8"],
    ["NaN", '{"type":"a","data":{"n":NaN}}', 'unexpected "N"'],
  ];
  for (const [name, text, detail] of cases) {
    test(`${name} is 400`, async () => {
      const reply = await api.call("POST", events, { text });
      expect([reply.status, reply.body.code]).toEqual([400, "invalid_json"]);
      expect(reply.body.detail).toContain(detail);
    });
  }
});

describe("large bodies", () => {
  test("a byte more than the limit is 413, the limit is not", async () => {
    const small = await anApi({ bodyBytesMax: 100 });
    const bodyOf = (bytes: number) => `{"type":"a","data":{"x":"${"x".repeat(bytes - 28)}"}}`;
    expect(Buffer.byteLength(bodyOf(100))).toBe(100);
    expect((await small.call("POST", events, { text: bodyOf(100) })).status).toBe(202);
    expect((await small.call("POST", events, { text: bodyOf(101) })).status).toBe(413);
    const headers = { "content-length": "101" };
    expect((await small.call("POST", events, { text: "{}", headers })).status).toBe(413);
    await small.close();
  });

  test("nesting that no parser takes is no 500", async () => {
    for (const levels of [1000, 100_000, 500_000]) {
      const text = `{"type":"a","data":{"a":${"[".repeat(levels)}${"]".repeat(levels)}}}`;
      expect((await api.call("POST", events, { text })).status).toBe(422);
    }
  });
});

/** Values that break programs, for every field and filter of every route. */
const nasty: unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  "",
  " ",
  "\u0000",
  "\ud800",
  "💥".repeat(50),
  "x".repeat(100_000),
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "' OR 1=1 --",
  "%",
  "[redacted]",
  [],
  [null],
  [[]],
  {},
  { a: { b: {} } },
];

/** An object, or one of several that a member tells apart. */
type Shaped = { shape: object } | { options: readonly { shape: object }[] };

function fieldsOf(body: Shaped): string[] {
  const shapes = "shape" in body ? [body.shape] : body.options.map(({ shape }) => shape);
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
}

describe("whatever a field holds, the reply is no 500", () => {
  for (const route of routes.filter(({ body }) => body !== null)) {
    const known = fieldsOf(route.body as unknown as Shaped);
    test(`${route.method} ${route.path}`, async () => {
      const path = route.path.replace(":id", "crm");
      for (const field of [...known, "unknown", "__proto__", ""]) {
        for (const value of nasty) {
          const text = `{${JSON.stringify(field)}:${JSON.stringify(value)}}`;
          const { status, text: reply } = await api.call(route.method, path, { text });
          expect([status, reply]).toEqual([status < 500 ? status : -1, reply]);
        }
      }
      for (const value of nasty) {
        const { status } = await api.call(route.method, path, { text: JSON.stringify(value) });
        expect(status).toBeLessThan(500);
      }
    });
  }
});

describe("whatever a filter or an id is, the reply is no 500", () => {
  const texts = nasty.filter((value) => typeof value === "string" && value.length < 10_000) as string[];
  for (const route of routes.filter(({ permission }) => permission !== null)) {
    test(`${route.method} ${route.path}`, async () => {
      for (const value of texts) {
        const encoded = encodeURIComponent(value.toWellFormed());
        const path = route.path.replace(":id", encoded);
        const queries = Object.keys(route.query?.shape ?? {}).map((name) => `?${name}=${encoded}`);
        for (const query of ["", `?${encoded}`, "?%zz=%zz", "?&&=&", ...queries]) {
          const body = route.body === null ? undefined : {};
          const { status } = await api.call(route.method, path + query, { body });
          expect([path + query, status < 500]).toEqual([path + query, true]);
        }
      }
    });
  }
});
