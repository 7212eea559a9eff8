import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import type { Who } from "../support/an-api.ts";
import { anApi, type TestApi } from "../support/an-api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await anApi();
});
afterEach(() => api.close());

const path = "/api/v1/organizations";
const create = (body: Record<string, unknown> = {}) =>
  api.call("POST", path, { as: "operator", body: { name: "Initech", ...body } });
const patch = (reference: string, body: unknown, as: Who = "owner") =>
  api.call("PATCH", `${path}/${reference}`, { as, body });
const settingsOf = async (reference = "default") =>
  (await api.call("GET", `${path}/${reference}`, { as: "operator" })).body.settings;
const errorOf = ({ status, body }: { status: number; body: { errors: { path: string }[] } }) => [
  status,
  body.errors[0]?.path,
];

describe("POST /organizations: a new organization", () => {
  test("gives it the settings of the design's example, and an id and a uid that find it", async () => {
    const { status, body } = await create({ uid: "initech" });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^org_/),
      uid: "initech",
      name: "Initech",
      settings: {
        rateLimitPerSecond: null,
        retentionDays: null,
        strictEventTypes: false,
        apiVersion: "2026-02-04",
        liveMode: true,
        endpointDefaults: {},
        endpointsMax: null,
      },
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    for (const reference of [body.id, "initech"]) {
      expect((await api.call("GET", `${path}/${reference}`, { as: "operator" })).body).toEqual(body);
    }
  });

  test("takes settings along; an operator may set any limit", async () => {
    const settings = { retentionDays: 0, endpointsMax: 1_000_000, endpointDefaults: { timeoutSeconds: 3 } };
    expect((await create({ settings })).body.settings).toMatchObject(settings);
  });

  test("refuses a uid that is taken", async () => {
    const reply = await create({ uid: "acme" });
    expect([reply.body.code, ...errorOf(reply)]).toEqual(["conflict", 409, "uid"]);
  });

  const wrong: [name: string, body: Record<string, unknown>, path: string][] = [
    ["no name", { name: undefined }, "name"],
    ["an empty name", { name: "" }, "name"],
    ["a name of 101 characters", { name: "x".repeat(101) }, "name"],
    ["a name that steers a terminal", { name: "a\u001b[2J" }, "name"],
    ["a uid like an id", { uid: "org_mine" }, "uid"],
    ["a uid with a space", { uid: "a b" }, "uid"],
    ["an unknown field", { plan: "gold" }, "plan"],
    ["an unknown setting", { settings: { colour: "red" } }, "settings.colour"],
    ["settings that are null", { settings: null }, "settings"],
    ["a negative limit", { settings: { endpointsMax: -1 } }, "settings.endpointsMax"],
    ["half a request", { settings: { rateLimitPerSecond: 0.5 } }, "settings.rateLimitPerSecond"],
    ["3,651 days", { settings: { retentionDays: 3651 } }, "settings.retentionDays"],
    ["a version that JSON would escape", { settings: { apiVersion: '1"' } }, "settings.apiVersion"],
  ];
  for (const [name, body, at] of wrong) {
    test(`with ${name} is 422 at ${at}`, async () => {
      expect(errorOf(await create(body))).toEqual([422, at]);
    });
  }
});

describe("GET /organizations: the list", () => {
  test("shows all to an operator, newest first, a page at a time", async () => {
    const uids = (reply: { body: { data: { uid: string }[] } }) => reply.body.data.map(({ uid }) => uid);
    await create({ uid: "initech" });
    const first = await api.call("GET", `${path}?limit=2`, { as: "operator" });
    expect(uids(first)).toEqual(["initech", "acme"]);
    const next = await api.call("GET", `${path}?limit=2&cursor=${first.body.nextCursor}`, { as: "operator" });
    expect([uids(next), next.body.nextCursor]).toEqual([["default"], null]);
    const foreign = await api.call("GET", `/api/v1/api-keys?cursor=${first.body.nextCursor}`);
    expect([foreign.status, foreign.body.code]).toEqual([400, "invalid_cursor"]);
  });
});

describe("PATCH /organizations/:id: a change", () => {
  test("is a merge patch: absent stays, null is the default", async () => {
    await patch("default", { name: "Main", settings: { retentionDays: 7, liveMode: false } });
    const { status, body } = await patch("default", { settings: { retentionDays: null, apiVersion: "v9" } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: "Main",
      uid: "default",
      settings: { retentionDays: null, liveMode: false, apiVersion: "v9" },
    });
    expect(
      (await patch("default", { settings: { liveMode: null, apiVersion: null } })).body.settings,
    ).toMatchObject({ liveMode: true, apiVersion: "2026-02-04" });
  });

  test("of apiVersion and liveMode holds for what is published from then on, and never for a test", async () => {
    const endpoint = await api.anEndpointId({ payloadFormat: "object" });
    const shown = async (path: string) => {
      const { request } = (await api.call("GET", path)).body;
      const { api_version, liveMode } = JSON.parse(request.body);
      return [api_version, liveMode];
    };
    const publish = async () => {
      const id = await api.anEventId();
      const { data } = (await api.call("GET", `/api/v1/deliveries?eventId=${id}`)).body;
      return `/api/v1/deliveries/${data[0].id}`;
    };
    const before = await publish();
    await patch("default", { settings: { apiVersion: "v9", liveMode: false } });
    const after = await publish();
    await patch("default", { settings: { apiVersion: "v10", liveMode: true } });
    const { body: attempt } = await api.call("POST", `/api/v1/endpoints/${endpoint}/test`);
    expect(await shown(before)).toEqual(["2026-02-04", true]);
    expect(await shown(after)).toEqual(["v9", false]);
    expect(await shown(`/api/v1/attempts/${attempt.id}`)).toEqual(["v10", false]);
  });

  test("lets an owner lower a limit and go up to the instance's, and no further", async () => {
    const instance = { rateLimitPerSecond: 10_000, retentionDays: 30, endpointsMax: 10_000 };
    for (const [name, most] of Object.entries(instance)) {
      const set = (value: number | null, as: Who = "owner") =>
        patch("default", { settings: { [name]: value } }, as);
      for (const value of [1, most, null]) expect((await set(value)).status).toBe(200);
      for (const value of [most + 1, 0]) {
        const reply = await set(value);
        expect([reply.body.code, ...errorOf(reply)]).toEqual(["forbidden", 403, `settings.${name}`]);
        expect((await settingsOf())[name]).toBeNull();
      }
      expect((await set(most + 20, "operator")).status).toBe(200);
      expect((await set(most + 10)).status).toBe(200);
      expect((await set(most + 20)).status).toBe(403);
      expect((await set(0, "operator")).status).toBe(200);
      expect((await patch("default", { name: "n", settings: { [name]: 0 } })).status).toBe(200);
      expect((await set(null)).status).toBe(200);
    }
  });

  test("leaves the uid to operators, and that of default to nobody", async () => {
    expect(errorOf(await patch("default", { uid: "main" }))).toEqual([403, "uid"]);
    expect(errorOf(await patch("default", { uid: null }, "operator"))).toEqual([422, "uid"]);
    expect((await patch("default", { uid: "default" })).status).toBe(200);
    expect(errorOf(await patch("acme", { uid: "default" }, "operator"))).toEqual([409, "uid"]);
    expect((await patch("acme", { uid: "acme2" }, "operator")).body.uid).toBe("acme2");
    expect((await api.call("GET", `${path}/acme`, { as: "operator" })).status).toBe(404);
  });

  test("is for the owner's own alone", async () => {
    expect((await patch("acme", { name: "mine" })).status).toBe(404);
    expect((await patch("acme", { name: "mine" }, "admin")).status).toBe(403);
    expect((await api.call("GET", `${path}/acme`, { as: "viewer" })).status).toBe(404);
    expect((await api.call("GET", `${path}/default`, { as: "viewer" })).body.uid).toBe("default");
    expect((await patch(api.otherOrganizationId, { name: "mine" }, "other-owner")).status).toBe(200);
  });
});

describe("DELETE /organizations/:id: the end of one", () => {
  const remove = (reference: string, query = "", as: Who = "operator") =>
    api.call("DELETE", `${path}/${reference}${query}`, { as });

  test("asks for its uid or id once more", async () => {
    for (const query of ["", "?confirm=", "?confirm=yes", "?confirm=default"]) {
      expect(errorOf(await remove("acme", query))).toEqual([422, "confirm"]);
    }
    expect((await remove("acme", `?confirm=${api.otherOrganizationId}`)).status).toBe(204);
    expect((await create({ uid: "nouid" })).status).toBe(201);
    const { id } = (await create()).body;
    expect(errorOf(await remove(id, "?confirm=null"))).toEqual([422, "confirm"]);
    expect((await remove(id, `?confirm=${id}`)).status).toBe(204);
  });

  test("is refused for default", async () => {
    expect(errorOf(await remove("default", "?confirm=default"))).toEqual([422, "id"]);
    expect(errorOf(await remove(api.organizationId, `?confirm=${api.organizationId}`))).toEqual([422, "id"]);
  });

  test("ends its keys and its ids at once, and frees its uid", async () => {
    const body = { url: "https://hooks.example.com/in", eventTypes: ["*"] };
    const made = await api.call("POST", "/api/v1/endpoints", { as: "other-admin", body });
    expect((await remove("acme", "?confirm=acme")).status).toBe(204);
    for (const who of ["other-owner", "other-admin", "other-viewer"] as const) {
      expect((await api.call("GET", "/api/v1/me", { as: who })).status).toBe(401);
    }
    const headers = { "X-Organization": api.otherOrganizationId };
    expect((await api.call("GET", "/api/v1/endpoints", { as: "operator", headers })).status).toBe(404);
    expect((await api.call("GET", `/api/v1/endpoints/${made.body.id}`, { as: "operator" })).status).toBe(404);
    expect((await remove("acme", "?confirm=acme")).status).toBe(404);
    const again = await create({ uid: "acme" });
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(api.otherOrganizationId);
    const inNew = { as: "operator", headers: { "X-Organization": "acme" } } as const;
    expect((await api.call("GET", "/api/v1/endpoints", inNew)).body.data).toEqual([]);
  });
});

test("a tenant's first key is made by an operator with X-Organization", async () => {
  const { id } = (await create({ uid: "initech" })).body;
  const made = await api.call("POST", "/api/v1/api-keys", {
    as: "operator",
    headers: { "X-Organization": "initech" },
    body: { name: "first", role: "owner" },
  });
  const headers = { authorization: `Bearer ${made.body.key}` };
  const me = await api.call("GET", "/api/v1/me", { as: "nobody", headers });
  expect(me.body).toMatchObject({ role: "owner", organization: { id, uid: "initech" } });
});
