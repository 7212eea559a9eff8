import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { routes } from "../../src/http/route-table.ts";
import { type ApiReply, anApi, type CallOptions, type TestApi } from "../support/an-api.ts";
import { anHttpApp } from "../support/an-http-app.ts";
import { changingRequests } from "../support/changing-requests.ts";

/** POST routes that take no part, each with its reason. */
const withoutKey: Record<string, string> = {
  testFilter: "it changes nothing",
  createSession: "a session is begun for one browser",
};

const events = "/api/v1/events";
const hourMs = 3_600_000;
const event = { type: "message.delivered", data: { n: 1 } };

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.close());

function post(path: string, key: string, options: CallOptions = {}): Promise<ApiReply> {
  return api.call("POST", path, { ...options, headers: { "Idempotency-Key": key, ...options.headers } });
}

const isReplayed = ({ headers }: ApiReply) => headers.get("idempotency-replayed") === "true";

describe("api.md, Idempotency: the same key and body get the first reply again", () => {
  for (const { operationId } of routes.filter((route) => route.method === "POST")) {
    if (operationId in withoutKey) continue;
    test(`from ${operationId}, without secrets`, async () => {
      const own = await anApi();
      const prepare = changingRequests[operationId];
      if (!prepare) throw new Error(`test/support/changing-requests.ts has a line for ${operationId}`);
      const { path, body } = await prepare(own);
      const send = () =>
        own.call("POST", path, { as: "operator", body, headers: { "Idempotency-Key": "key 1" } });
      const first = await send();
      expect([first.status < 300, isReplayed(first)]).toEqual([true, false]);
      const log = await own.call("GET", "/api/v1/audit-log", { as: "owner" });
      const second = await send();
      expect([second.status, isReplayed(second)]).toEqual([first.status, true]);
      const secrets = ["secret", "key"].filter((name) => name in first.body);
      expect(second.body).toEqual({
        ...first.body,
        ...Object.fromEntries(secrets.map((name) => [name, null])),
      });
      for (const name of secrets) expect(first.body[name]).toBeString();
      expect((await own.call("GET", "/api/v1/audit-log", { as: "owner" })).body).toEqual(log.body);
      await own.close();
    });
  }

  test("with the public key of a new endpoint, which is no secret", async () => {
    const body = {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
      signing: { scheme: "ed25519" },
    };
    const first = await post("/api/v1/endpoints", "ed25519", { body });
    const second = await post("/api/v1/endpoints", "ed25519", { body });
    expect(first.body.publicKey).toStartWith("whpk_");
    expect(second.body).toEqual({ ...first.body, secret: null });
  });

  test("and nothing happens a second time", async () => {
    const before = (await api.call("GET", events)).body.data.length;
    const replies = [
      await post(events, "twice", { body: event }),
      await post(events, "twice", { body: event }),
    ];
    expect(replies.map(isReplayed)).toEqual([false, true]);
    expect((await api.call("GET", events)).body.data).toHaveLength(before + 1);
  });

  test("durably: also after a restart", async () => {
    const own = await anApi();
    const headers = { "Idempotency-Key": "durable" };
    const first = await own.call("POST", events, { body: event, headers });
    const { clock, newId } = own;
    const app = anHttpApp(await own.reopen(), { operations: { clock, newId } });
    const request = new Request(`http://localhost${events}`, {
      method: "POST",
      headers: {
        ...headers,
        authorization: `Bearer ${own.token("admin")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(event),
    });
    const second = await app.fetch(request, null);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await second.json()).toEqual(first.body);
    await own.close();
  });

  test("for 24 hours, after which the request is a new one", async () => {
    const first = await post(events, "a day", { body: event });
    await api.clock.advance(24 * hourMs - 1);
    expect((await post(events, "a day", { body: event })).body.id).toBe(first.body.id);
    await api.clock.advance(1);
    const late = await post(events, "a day", { body: event });
    expect([isReplayed(late), late.body.id === first.body.id]).toEqual([false, false]);
  });
});

describe("an erased event", () => {
  test("is in no remembered reply any more", async () => {
    const body = { ...event, data: { name: "somebody" } };
    const id = await api.anEventId(body);
    const canceled = await post(`${events}/${id}/cancel`, "erased");
    expect(canceled.text).toContain("somebody");
    const endpoint = await api.anEndpointId();
    const tested = await post(`/api/v1/endpoints/${endpoint}/test`, "erased");
    for (const erased of [id, tested.body.eventId]) {
      expect((await api.call("DELETE", `${events}/${erased}`)).status).toBe(204);
    }
    const again = await post(`${events}/${id}/cancel`, "erased");
    expect([isReplayed(again), again.body.data]).toEqual([false, null]);
    expect(isReplayed(await post(`/api/v1/endpoints/${endpoint}/test`, "erased"))).toBe(false);
  });
});

describe("api.md, Idempotency: a conflict", () => {
  test("is the same key with another body, and it does nothing", async () => {
    await post(events, "other body", { body: event });
    const before = (await api.call("GET", events)).body;
    const reply = await post(events, "other body", { body: { ...event, data: { n: 2 } } });
    expect([reply.status, reply.body.code, reply.headers.get("retry-after")]).toEqual([
      409,
      "idempotency_conflict",
      null,
    ]);
    expect((await api.call("GET", events)).body).toEqual(before);
  });

  test("is a second request while the first is under way, with Retry-After 1", async () => {
    const replies = await Promise.all([
      post(events, "at once", { body: event }),
      post(events, "at once", { body: event }),
      post(events, "at once", { body: { ...event, data: {} } }),
      post(events, "another", { body: event }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([202, 409, 409, 202]);
    expect(replies[1]?.headers.get("retry-after")).toBe("1");
    expect(replies[1]?.body.code).toBe("idempotency_conflict");
    expect(isReplayed(await post(events, "at once", { body: event }))).toBe(true);
  });
});

describe("a key", () => {
  test("belongs to its organization", async () => {
    const own = await post(events, "mine", { body: event });
    const others = await post(events, "mine", { body: event, as: "other-admin" });
    expect([others.status, isReplayed(others)]).toEqual([202, false]);
    expect(others.body.id).not.toBe(own.body.id);
  });

  test("belongs to its route with its ids", async () => {
    const [a, b] = [await api.anEndpointId(), await api.anEndpointId()];
    for (const path of [`/api/v1/endpoints/${a}/disable`, `/api/v1/endpoints/${b}/disable`]) {
      expect(isReplayed(await post(path, "per route"))).toBe(false);
    }
    expect(isReplayed(await post(`/api/v1/endpoints/${a}/enable`, "per route"))).toBe(false);
    const again = await post(`/api/v1/endpoints/${a}/disable`, "per route");
    expect([isReplayed(again), again.body.status]).toEqual([true, "disabled"]);
  });

  test("of a request that was refused is free", async () => {
    expect((await post(events, "refused", { body: { type: "a" } })).status).toBe(422);
    expect((await post("/api/v1/endpoints/ep_none/disable", "refused")).status).toBe(404);
    expect((await post(events, "refused", { body: event })).status).toBe(202);
  });

  test("does not let a role do what it may not", async () => {
    await post(events, "role", { body: event });
    expect((await post(events, "role", { body: event, as: "viewer" })).status).toBe(403);
    expect((await post(events, "role", { body: event, as: "nobody" })).status).toBe(401);
    const body = { name: "second", role: "owner" };
    expect((await post("/api/v1/api-keys", "role", { body, as: "owner" })).status).toBe(201);
    expect((await post("/api/v1/api-keys", "role", { body, as: "admin" })).status).toBe(403);
  });

  test("does not change what an empty body means", async () => {
    const id = await api.anEndpointId();
    await post(`/api/v1/endpoints/${id}/disable`, "empty");
    expect(isReplayed(await post(`/api/v1/endpoints/${id}/disable`, "empty", { body: {} }))).toBe(true);
  });

  for (const key of ["x".repeat(255), "with spaces, and: punctuation~"]) {
    test(`may be "${key.slice(0, 30)}" (${key.length} characters)`, async () => {
      expect((await post(events, key, { body: event })).status).toBe(202);
    });
  }

  for (const key of ["", "x".repeat(256), "übung", "tab\there"]) {
    test(`must not be "${key.slice(0, 30)}" (${key.length} characters)`, async () => {
      const reply = await post(events, key, { body: event });
      expect([reply.status, reply.body.errors[0].path]).toEqual([422, "Idempotency-Key"]);
    });
  }

  test("is ignored by a GET", async () => {
    const headers = { "Idempotency-Key": "x".repeat(256) };
    expect((await api.call("GET", events, { headers })).status).toBe(200);
  });
});
