import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { routes } from "../../src/http/route-table.ts";
import type { LogFields } from "../../src/platform/logger.ts";
import { aKeyIdentity, aKeyStore } from "../support/a-key-store.ts";
import { anApi, type TestApi } from "../support/an-api.ts";
import { anHttpApp } from "../support/an-http-app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
  await api.anEndpointId({ uid: "crm" });
});
afterAll(() => api.close());

describe("authentication", () => {
  const wrong: [name: string, authorization: string | null][] = [
    ["no header", null],
    ["an empty header", ""],
    ["another scheme", "Basic cGhrXw=="],
    ["no token", "Bearer "],
    ["a wrong token", "Bearer phk_wrong"],
    ["two tokens", "Bearer phk_a phk_b"],
  ];
  for (const [name, authorization] of wrong) {
    test(`${name} is 401 with the same message`, async () => {
      const headers: Record<string, string> = authorization === null ? {} : { authorization };
      const reply = await api.call("GET", "/api/v1/endpoints", { as: "nobody", headers });
      expect([reply.status, reply.body.code]).toEqual([401, "unauthenticated"]);
      expect(reply.body.detail).toStartWith("The API key is missing, wrong or expired.");
      expect(reply.headers.get("www-authenticate")).toBe('Bearer realm="posthorn"');
    });
  }

  test("the scheme's case does not matter", async () => {
    const headers = { authorization: `bearer ${api.token("viewer")}` };
    expect((await api.call("GET", "/api/v1/me", { as: "nobody", headers })).status).toBe(200);
  });

  test("a key works until it expires, and each use is noted", async () => {
    const noted: string[] = [];
    const clock = api.clock;
    const key = aKeyIdentity({ expiresAtMs: clock.now() + 1 });
    const app = anHttpApp(aKeyStore({ phk_a: key }), {
      operations: { clock },
      noteKeyUse: (id) => noted.push(id),
    });
    const send = () =>
      app.fetch(
        new Request("http://localhost/api/v1/me", { headers: { authorization: "Bearer phk_a" } }),
        null,
      );
    expect((await send()).status).toBe(200);
    await clock.advance(1);
    expect((await send()).status).toBe(401);
    expect(noted).toEqual(["key_1"]);
  });

  test("the body of a request without a key is not read", async () => {
    const reply = await api.call("POST", "/api/v1/events", { as: "nobody", text: "{" });
    expect(reply.status).toBe(401);
  });
});

describe("a path or method that no route has", () => {
  const cases: [method: string, path: string, status: number, allow: string | null][] = [
    ["GET", "/nope", 404, null],
    ["GET", "/api/v1", 404, null],
    ["GET", "/api/v1/endpoints/", 404, null],
    ["GET", "/api/v1//endpoints", 404, null],
    ["GET", "/api/v1/endpoints/crm/", 404, null],
    ["GET", "/API/v1/endpoints", 404, null],
    ["GET", "/api/v1/endpoints/%zz", 404, null],
    ["GET", "/api/v1/endpoints/%E0%A4%A", 404, null],
    ["GET", "/api/v1/endpoints/%00", 404, null],
    ["PUT", "/api/v1/endpoints", 405, "GET, HEAD, POST"],
    ["OPTIONS", "/api/v1/endpoints/crm", 405, "GET, HEAD, PATCH, DELETE"],
    ["GET", "/api/v1/endpoints/crm/enable", 405, "POST"],
    ["POST", "/healthz", 405, "GET, HEAD"],
    ["POST", "/docs", 405, "GET, HEAD"],
    ["TRACE", "/api/v1/me", 405, "GET, HEAD"],
  ];
  for (const [method, path, status, allow] of cases) {
    test(`${method} ${path} is ${status}`, async () => {
      const reply = await api.call(method, path);
      expect([reply.status, reply.headers.get("allow")]).toEqual([status, allow]);
    });
  }
});

describe("HEAD", () => {
  test("answers like GET, without the body", async () => {
    const get = await api.call("GET", "/api/v1/endpoints/crm");
    const head = await api.call("HEAD", "/api/v1/endpoints/crm");
    expect([head.status, head.text]).toEqual([200, ""]);
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(get.text)));
    expect((await api.call("HEAD", "/api/v1/endpoints/nope")).status).toBe(404);
    expect((await api.call("HEAD", "/api/v1/endpoints", { as: "nobody" })).status).toBe(401);
  });
});

describe("the request id", () => {
  const cases: [given: string, taken: boolean][] = [
    ["abc.DEF_1-2", true],
    ["x".repeat(128), true],
    ["x".repeat(129), false],
    ["with space", false],
    ["", false],
  ];
  for (const [given, taken] of cases) {
    test(`"${given.slice(0, 20)}" is ${taken ? "taken over" : "replaced"}`, async () => {
      const { headers } = await api.call("GET", "/api/v1/me", { headers: { "X-Request-Id": given } });
      if (taken) expect(headers.get("x-request-id")).toBe(given);
      else expect(headers.get("x-request-id")).toMatch(/^req_[0-9a-z]{26}$/);
    });
  }
});

describe("lists", () => {
  const lists = routes
    .filter(({ query }) => query !== null && "cursor" in query.shape)
    .map(({ path }) => path);
  for (const list of lists.filter((path) => !path.includes(":id"))) {
    for (const limit of ["0", "101", "-1", "1.5", "ten", "", "1e1", "9999999"]) {
      test(`${list}?limit=${limit} is 422`, async () => {
        const reply = await api.call("GET", `${list}?limit=${limit}`, { as: "operator" });
        expect([reply.status, reply.body.errors[0].path]).toEqual([422, "limit"]);
      });
    }
    for (const cursor of ["x", "", "%00", "a".repeat(2000)]) {
      test(`${list} with the cursor "${cursor.slice(0, 5)}" is 400`, async () => {
        const reply = await api.call("GET", `${list}?cursor=${cursor}`, { as: "operator" });
        expect([reply.status, reply.body.code]).toEqual([400, "invalid_cursor"]);
      });
    }
    test(`${list} refuses an unknown parameter and one that is there twice`, async () => {
      const unknown = await api.call("GET", `${list}?page=2`, { as: "operator" });
      expect([unknown.status, unknown.body.errors[0].path]).toEqual([422, "page"]);
      expect(unknown.body.errors[0].message).toStartWith("is not a query parameter here");
      const twice = await api.call("GET", `${list}?limit=1&limit=2`, { as: "operator" });
      expect([twice.status, twice.body.errors[0].path]).toEqual([422, "limit"]);
    });
  }

  test("a walk through all pages shows every row exactly once, while rows come", async () => {
    const own = await anApi();
    const ids = await Promise.all(Array.from({ length: 7 }, () => own.anEventId()));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await own.call("GET", `/api/v1/events?limit=2${query}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
      await own.anEventId();
    } while (cursor !== null);
    expect(seen.sort()).toEqual(ids.sort());
    await own.close();
  });

  test("a cursor of another list is 400", async () => {
    await api.call("POST", "/api/v1/events", { body: { type: "a", data: {} } });
    await api.call("POST", "/api/v1/events", { body: { type: "a", data: {} } });
    const { body } = await api.call("GET", "/api/v1/events?limit=1");
    const reply = await api.call("GET", `/api/v1/endpoints?cursor=${encodeURIComponent(body.nextCursor)}`);
    expect([reply.status, reply.body.code]).toEqual([400, "invalid_cursor"]);
  });

  test("a route without parameters refuses any", async () => {
    for (const path of ["/api/v1/me", "/healthz", "/readyz"]) {
      expect((await api.call("GET", `${path}?verbose=1`)).status).toBe(422);
    }
    expect((await api.call("GET", "/api/v1/events?since=yesterday")).body.errors[0].path).toBe("since");
    expect((await api.call("GET", "/api/v1/events?__proto__=1")).status).toBe(422);
  });
});

describe("health", () => {
  test("healthz and readyz need no key", async () => {
    expect((await api.call("GET", "/healthz", { as: "nobody" })).body).toEqual({ status: "alive" });
    const ready = await api.call("GET", "/readyz", { as: "nobody" });
    expect([ready.status, ready.body]).toEqual([200, { status: "ready", warnings: [] }]);
  });

  test("readyz is 503 and names every problem", async () => {
    const problems = [{ check: "disk", message: "The disk has 1 MiB left. Free some space." }];
    const app = anHttpApp(aKeyStore({}), { probe: async () => ({ problems, warnings: [] }) });
    const response = await app.fetch(new Request("http://localhost/readyz"), null);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      code: "unavailable",
      detail: problems[0]?.message,
      errors: [{ path: "disk", message: problems[0]?.message }],
    });
  });

  test("readyz shows warnings and stays green", async () => {
    const warnings = ["No host has answered for 5 minutes. Check this machine's network."];
    const app = anHttpApp(aKeyStore({}), { probe: async () => ({ problems: [], warnings }) });
    const response = await app.fetch(new Request("http://localhost/readyz"), null);
    expect([response.status, await response.json()]).toEqual([200, { status: "ready", warnings }]);
  });
});

describe("a bug", () => {
  test("is a 500 that tells nothing, and a log line that tells all", async () => {
    const lines: [string, LogFields | undefined][] = [];
    const log = (event: string, fields?: LogFields) => lines.push([event, fields]);
    const listEvents = async () => {
      throw new Error("SELECT secrets FROM somewhere");
    };
    const app = anHttpApp(aKeyStore({ phk_a: aKeyIdentity() }, undefined, { listEvents }), {
      logger: { debug: log, info: log, warn: log, error: log },
    });
    const headers = { authorization: "Bearer phk_a", "x-request-id": "mine" };
    const response = await app.fetch(
      new Request("http://localhost/api/v1/events?limit=5", { headers }),
      "192.0.2.7",
    );
    const text = await response.text();
    expect([response.status, JSON.parse(text).code]).toEqual([500, "internal"]);
    expect(text).not.toContain("SELECT");
    expect(lines).toEqual([
      [
        "request.failed",
        expect.objectContaining({ requestId: "mine", error: "SELECT secrets FROM somewhere" }),
      ],
      [
        "request.handled",
        {
          method: "GET",
          path: "/api/v1/events",
          status: 500,
          durationMs: expect.any(Number),
          requestId: "mine",
          keyId: "key_1",
          address: "192.0.2.7",
        },
      ],
    ]);
    expect(JSON.stringify(lines)).not.toContain("phk_a");
  });
});

describe("the API reference", () => {
  test("is a page that loads everything from here and runs no inline script", async () => {
    const { status, headers, text } = await api.call("GET", "/docs", { as: "nobody" });
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(text).not.toMatch(/https?:\/\//);
    expect(text).not.toMatch(/<script(?![^>]* src=)/);
    const loaded = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => String(path));
    expect(loaded).toHaveLength(4);
    for (const path of loaded) {
      const asset = await api.call("GET", path, { as: "nobody" });
      expect([path, asset.status]).toEqual([path, 200]);
      expect(asset.text.length).toBeGreaterThan(50);
    }
  });

  test("/openapi.json needs no key", async () => {
    const { status, headers, body } = await api.call("GET", "/openapi.json", { as: "nobody" });
    expect([status, headers.get("content-type"), body.openapi]).toEqual([200, "application/json", "3.1.0"]);
  });

  test("no other page answers, above all not the plugin's", async () => {
    expect((await api.call("GET", "/page")).status).toBe(404);
    expect((await api.call("GET", "/swagger")).status).toBe(404);
  });
});
