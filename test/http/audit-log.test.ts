import { describe, expect, test } from "bun:test";
import { routes } from "../../src/http/route-table.ts";
import { anApi, type TestApi } from "../support/an-api.ts";
import { changingRequests } from "../support/changing-requests.ts";

/** Routes that are not a GET and leave no entry, each with its reason. */
const withoutEntry: Record<string, string> = {
  publishEvent: "the event log itself says who was told what",
  publishBatch: "as of a single event",
  testFilter: "it changes nothing",
  deleteSession: "it changes nothing that is stored",
};

const changing = routes.filter(({ method, permission }) => method !== "GET" && permission !== null);

async function withApi(run: (api: TestApi) => Promise<void>): Promise<void> {
  const api = await anApi();
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

const auditLog = async (api: TestApi, query = "", as: "owner" | "operator" = "owner") =>
  (await api.call("GET", `/api/v1/audit-log${query}`, { as })).body.data;

describe("api.md: every change that the API can cause is in the audit log", () => {
  for (const route of changing) {
    const isAudited = !(route.operationId in withoutEntry);
    test(`${route.operationId} leaves ${isAudited ? "an entry" : "none"}`, () =>
      withApi(async (api) => {
        const prepare = changingRequests[route.operationId];
        if (!prepare)
          throw new Error(`test/support/changing-requests.ts has a line for ${route.operationId}`);
        const { path, body, objectId } = await prepare(api);
        const before = await auditLog(api);
        const reply = await api.call(route.method, path, { as: "operator", body });
        expect(reply.status).toBeLessThan(300);
        const entries = (await auditLog(api)).slice(0, -before.length || undefined);
        if (!isAudited) {
          expect(entries).toEqual([]);
          return;
        }
        expect(entries[0]).toMatchObject({
          id: expect.stringMatching(/^aud_/),
          at: new Date(api.clock.now()).toISOString(),
          keyName: "operator",
          action: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/),
          objectId: objectId ?? reply.body.id,
          address: "192.0.2.1",
        });
      }));
  }

  test("each action of the log is a route's", () => {
    const actions = changing.map(({ change }) => change?.action).filter((action) => action != null);
    expect(new Set(actions).size).toBe(actions.length);
  });
});

describe("an entry", () => {
  test("shows what was changed, from what and to what", () =>
    withApi(async (api) => {
      const id = await api.anEndpointId();
      const url = "https://hooks.example.com/v2";
      await api.call("PATCH", `/api/v1/endpoints/${id}`, { body: { url } });
      const [entry] = await auditLog(api);
      const { body: keys } = await api.call("GET", "/api/v1/api-keys");
      const key = keys.data.find(({ name }: { name: string }) => name === "admin");
      expect(entry).toMatchObject({ action: "endpoint.update", keyId: key.id, keyName: "admin" });
      expect(entry.changes).toEqual({ url: { from: "https://hooks.example.com/in", to: url } });
    }));

  test("is not made by a request that is refused", () =>
    withApi(async (api) => {
      const id = await api.anEndpointId();
      const before = await auditLog(api);
      for (const body of [{ nope: 1 }, { url: "nope" }, { headers: { Authorization: "[redacted]" } }]) {
        expect((await api.call("PATCH", `/api/v1/endpoints/${id}`, { body })).status).toBe(422);
      }
      await api.call("DELETE", "/api/v1/endpoints/ep_none");
      expect(await auditLog(api)).toEqual(before);
    }));

  test("has no secret in it, whatever was done with them", () =>
    withApi(async (api) => {
      const headers = { Authorization: "Bearer hidden-1", "X-Api-Key": "hidden-2", "X-Env": "prod" };
      const signing = { bodySignature: { header: "X-Signature", secret: "hidden-4" } };
      const secret = `whsec_${Buffer.alloc(32, "hidden").toString("base64")}`;
      const id = await api.anEndpointId({ headers, secret, signing });
      const path = `/api/v1/endpoints/${id}`;
      await api.call("PATCH", path, {
        body: { headers: { Authorization: "Bearer hidden-3", "X-Env": "dev" } },
      });
      const rotated = await api.call("POST", `${path}/secret/rotate`, { body: { secret } });
      const key = await api.call("POST", "/api/v1/api-keys", { body: { name: "new", role: "viewer" } });
      await api.call("DELETE", path);
      const text = JSON.stringify(await auditLog(api));
      expect(text).toContain('"X-Env":"dev"');
      for (const hidden of ["hidden", secret.slice(6), rotated.body.secret, key.body.key, key.body.prefix]) {
        expect(text).not.toContain(hidden);
      }
    }));

  test("belongs to the organization in which it was done", () =>
    withApi(async (api) => {
      await api.anEndpointId();
      const headers = { "X-Organization": "acme" };
      const others = await api.call("GET", "/api/v1/audit-log", { as: "operator", headers });
      expect(others.body.data).toEqual([]);
      expect(await auditLog(api, "", "operator")).toHaveLength(1);
    }));
});

describe("what is the instance's", () => {
  const headers = { "X-Organization": "acme" };

  test("stands in the log of default: tenants that come and go, and operators' keys", () =>
    withApi(async (api) => {
      const key = { name: "second operator", role: "operator" };
      const asOperator = { as: "operator", headers } as const;
      const made = await api.call("POST", "/api/v1/api-keys", { ...asOperator, body: key });
      await api.call("DELETE", "/api/v1/organizations/acme?confirm=acme", asOperator);
      const entries = await auditLog(api);
      expect(entries.map(({ action, objectId }: Record<string, string>) => [action, objectId])).toEqual([
        ["organization.delete", api.otherOrganizationId],
        ["api_key.create", made.body.id],
      ]);
      expect(entries[0].changes.uid).toEqual({ from: "acme", to: null });
    }));

  test("is not a change of a tenant: that stands in its own log, setting by setting", () =>
    withApi(async (api) => {
      const endpointDefaults = { timeoutSeconds: 5 };
      const body = { settings: { endpointDefaults, rateLimitPerSecond: 50 } };
      await api.call("PATCH", "/api/v1/organizations/acme", { as: "operator", body });
      expect(await auditLog(api)).toEqual([]);
      const { body: found } = await api.call("GET", "/api/v1/audit-log", { as: "operator", headers });
      expect(found.data[0].changes["settings.rateLimitPerSecond"]).toEqual({ from: null, to: 50 });
      expect(found.data[0].changes["settings.endpointDefaults"]).toEqual({
        from: {},
        to: endpointDefaults,
      });
    }));
});

describe("the log is searched", () => {
  test("by action, object, key and time, page by page", () =>
    withApi(async (api) => {
      const a = await api.anEndpointId();
      await api.clock.advance(1000);
      const since = new Date(api.clock.now()).toISOString();
      const b = await api.anEndpointId();
      await api.call("POST", `/api/v1/endpoints/${a}/disable`, { as: "owner" });
      const found = async (query: string) =>
        (await auditLog(api, query)).map(({ objectId }: { objectId: string }) => objectId);
      expect(await found("?action=endpoint.create")).toEqual([b, a]);
      expect(await found(`?objectId=${a}`)).toEqual([a, a]);
      const [{ keyId }] = await auditLog(api, "?action=endpoint.disable");
      expect(await found(`?keyId=${keyId}`)).toEqual([a]);
      expect(await found(`?since=${since}`)).toEqual([a, b]);
      expect(await found(`?until=${since}`)).toEqual([a]);
      const { body: first } = await api.call("GET", "/api/v1/audit-log?limit=2", { as: "owner" });
      expect(await found(`?limit=2&cursor=${encodeURIComponent(first.nextCursor)}`)).toEqual([a]);
      expect((await api.call("GET", "/api/v1/audit-log?action=nope", { as: "owner" })).status).toBe(422);
    }));
});
