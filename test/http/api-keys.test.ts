import { describe, expect, test } from "bun:test";
import { anApi, type TestApi, type Who } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/api-keys";

async function aKeyId(api: TestApi, role: string, as: Who = "operator"): Promise<string> {
  const { status, body } = await api.call("POST", path, { as, body: { name: "made", role } });
  expect(status).toBe(201);
  return body.id;
}

async function statusWith(api: TestApi, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await api.call("GET", "/api/v1/me", { as: "nobody", headers })).status;
}

describe("API keys", () => {
  runScenarios<string>([
    {
      name: "creation shows the token once, and it works",
      method: "POST",
      path,
      body: { name: "orders service", role: "publisher" },
      status: 201,
      contains: ['"key":"phk_', '"role":"publisher"', '"expiresAt":null', '"lastUsedAt":null'],
      lacks: ["hash"],
      async afterwards({ body }, api) {
        expect(body.key.startsWith(body.prefix)).toBe(true);
        expect(await statusWith(api, body.key)).toBe(200);
        const list = await api.call("GET", path);
        expect(list.text).toContain(body.id);
        expect(list.text).not.toContain(body.key);
      },
    },
    {
      name: "the list has the organization's keys and no token",
      method: "GET",
      path,
      status: 200,
      contains: ['"name":"owner"', '"name":"viewer"'],
      lacks: ['"key"', '"role":"operator"', "other-admin"],
    },
    {
      name: "the instance's list has the operators' keys alone",
      method: "GET",
      path: `${path}?of=instance`,
      as: "operator",
      status: 200,
      contains: ['"role":"operator"'],
      lacks: ['"key"', '"role":"owner"'],
    },
    {
      name: "the instance's keys are nobody's but an operator's",
      method: "GET",
      path: `${path}?of=instance`,
      as: "owner",
      status: 403,
      contains: ["forbidden"],
    },
    {
      name: "an unknown role is refused",
      method: "POST",
      path,
      body: { name: "a", role: "root" },
      status: 422,
      contains: ['"path":"role"', "must be one of viewer, publisher"],
    },
    {
      name: "an expiry in the past is refused",
      method: "POST",
      path,
      body: { name: "a", role: "admin", expiresAt: "2020-01-01T00:00:00Z" },
      status: 422,
      contains: ['"path":"expiresAt"'],
    },
    {
      name: "an admin makes no owner's key",
      method: "POST",
      path,
      body: { name: "a", role: "owner" },
      status: 403,
    },
    {
      name: "an owner makes an owner's key",
      as: "owner",
      method: "POST",
      path,
      body: { name: "a", role: "owner" },
      status: 201,
    },
    {
      name: "an owner makes no operator's key",
      as: "owner",
      method: "POST",
      path,
      body: { name: "a", role: "operator" },
      status: 403,
    },
    {
      name: "an operator makes an operator's key",
      as: "operator",
      method: "POST",
      path,
      body: { name: "a", role: "operator" },
      status: 201,
    },
    {
      name: "an admin revokes no owner's key",
      given: (api) => aKeyId(api, "owner"),
      method: "DELETE",
      path: (id) => `${path}/${id}`,
      status: 403,
    },
    {
      name: "an admin rotates no owner's key",
      given: (api) => aKeyId(api, "owner"),
      method: "POST",
      path: (id) => `${path}/${id}/rotate`,
      status: 403,
    },
    {
      name: "a tenant does not even see an operator's key",
      given: (api) => aKeyId(api, "operator"),
      as: "owner",
      method: "DELETE",
      path: (id) => `${path}/${id}`,
      status: 404,
    },
    {
      name: "an operator revokes an operator's key",
      given: (api) => aKeyId(api, "operator"),
      as: "operator",
      method: "DELETE",
      path: (id) => `${path}/${id}`,
      status: 204,
    },
    {
      name: "a grace of more than seven days is refused",
      given: (api) => aKeyId(api, "viewer"),
      method: "POST",
      path: (id) => `${path}/${id}/rotate`,
      body: { gracePeriodSeconds: 604_801 },
      status: 422,
    },
  ]);

  test("a revoked key stops working at once", async () => {
    const api = await anApi();
    const { body } = await api.call("POST", path, { body: { name: "a", role: "viewer" } });
    expect(await statusWith(api, body.key)).toBe(200);
    expect((await api.call("DELETE", `${path}/${body.id}`)).status).toBe(204);
    expect(await statusWith(api, body.key)).toBe(401);
    await api.close();
  });

  test("rotation without grace cuts the old key off; with grace both work until its end", async () => {
    const api = await anApi();
    const { body: first } = await api.call("POST", path, { body: { name: "a", role: "viewer" } });
    const second = await api.call("POST", `${path}/${first.id}/rotate`, { body: { gracePeriodSeconds: 60 } });
    expect(second.status).toBe(201);
    expect(second.body).toMatchObject({ name: "a", role: "viewer", expiresAt: null });
    expect([await statusWith(api, first.key), await statusWith(api, second.body.key)]).toEqual([200, 200]);
    await api.clock.advance(60_000);
    expect([await statusWith(api, first.key), await statusWith(api, second.body.key)]).toEqual([401, 200]);
    const third = await api.call("POST", `${path}/${second.body.id}/rotate`);
    expect([await statusWith(api, second.body.key), await statusWith(api, third.body.key)]).toEqual([
      401, 200,
    ]);
    expect((await api.call("POST", `${path}/${first.id}/rotate`)).status).toBe(422);
    await api.close();
  });

  test("a key that expires makes none that outlives it", async () => {
    const api = await anApi();
    const expiresAt = "2026-05-13T13:00:00.000Z";
    const { body: short } = await api.call("POST", path, { body: { name: "a", role: "admin", expiresAt } });
    const headers = { authorization: `Bearer ${short.key}` };
    const make = (body: object) => api.call("POST", path, { as: "nobody", headers, body });
    expect((await make({ name: "b", role: "viewer" })).status).toBe(422);
    expect((await make({ name: "b", role: "viewer", expiresAt: "2026-05-13T13:00:00.001Z" })).status).toBe(
      422,
    );
    expect((await make({ name: "b", role: "viewer", expiresAt })).status).toBe(201);
    await api.clock.advance(3600_000);
    expect(await statusWith(api, short.key)).toBe(401);
    await api.close();
  });
});
