import { describe, expect, test } from "bun:test";
import { anApi, type TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/sources";
const hmac = { kind: "hmac", header: "X-Signature", secret: "first secret" };

async function withApi(run: (api: TestApi) => Promise<void>, over: Parameters<typeof anApi>[0] = {}) {
  const api = await anApi(over);
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

const made = async (api: TestApi, config: unknown = { verification: hmac }) => {
  const { status, body } = await api.call("POST", path, { body: { kind: "generic", name: "up", config } });
  expect([status, body.detail]).toEqual([201, undefined]);
  return body;
};
const patched = (api: TestApi, id: string, body: unknown) => api.call("PATCH", `${path}/${id}`, { body });
const configOf = async (api: TestApi, id: string) => {
  const found = await api.store.findSource(id);
  return found?.source.config as { verification: Record<string, unknown> } & Record<string, unknown>;
};

describe("sources.md: POST /sources", () => {
  test("makes a source, with what was left out, and shows no secret", () =>
    withApi(async (api) => {
      const source = await made(api);
      expect(source).toEqual({
        id: expect.stringMatching(/^src_/),
        kind: "generic",
        name: "up",
        status: "active",
        url: `/in/${source.id}`,
        config: {
          preset: null,
          verification: {
            kind: "hmac",
            header: "X-Signature",
            algorithm: "sha256",
            encoding: "hex",
            prefix: "",
            secret: "[redacted]",
            previousSecret: null,
          },
          eventType: "inbound.received",
          eventId: null,
          respondWith: { status: 200, body: "", contentType: "text/plain; charset=utf-8" },
        },
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      });
      expect((await api.call("GET", `${path}/${source.id}`, { as: "viewer" })).body).toEqual(source);
      expect((await api.call("GET", path, { as: "viewer" })).body.data).toEqual([source]);
    }));

  test("gives an absolute URL where the public one is set", () =>
    withApi(
      async (api) => {
        const { id, url } = await made(api);
        expect(url).toBe(`https://hooks.example.com/posthorn/in/${id}`);
      },
      { publicUrl: "https://hooks.example.com/posthorn/" },
    ));

  test("describes its types in the catalogue, and leaves what is there", () =>
    withApi(async (api) => {
      const described = "/api/v1/event-types/order.created";
      await api.call("PUT", described, { body: { description: "Ours." } });
      await made(api, { verification: { kind: "none" }, eventType: "order.created" });
      expect((await api.call("GET", described)).body.description).toBe("Ours.");
      await api.call("POST", path, {
        body: {
          kind: "generic",
          name: "b",
          config: { verification: { kind: "none" }, eventType: "order.paid" },
        },
      });
      const { body } = await api.call("GET", "/api/v1/event-types/order.paid");
      expect(body).toMatchObject({ group: "inbound", shared: false, archived: false });
    }));

  test("gives the same reply to the same Idempotency-Key, and remembers no secret", () =>
    withApi(async (api) => {
      const body = { kind: "generic", name: "up", config: { preset: "github", secret: "s3cret" } };
      const headers = { "Idempotency-Key": "once" };
      const first = await api.call("POST", path, { body, headers });
      const second = await api.call("POST", path, { body, headers });
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.headers.get("idempotency-replayed")).toBe("true");
      expect(second.body).toEqual(first.body);
      expect(second.text).not.toContain("s3cret");
    }));

  runScenarios([
    {
      name: "a name that is taken is a conflict",
      given: (api: TestApi) => made(api),
      method: "POST",
      path,
      body: { kind: "generic", name: "up", config: { verification: { kind: "none" } } },
      status: 409,
      contains: ['"code":"conflict"', '"path":"name"'],
    },
    {
      name: "a name that could be no tag is refused",
      method: "POST",
      path,
      body: { kind: "generic", name: "x".repeat(58), config: { verification: { kind: "none" } } },
      status: 422,
      contains: ['"path":"name"', "1 to 57"],
    },
    {
      name: "an unknown kind is refused with those that there are",
      method: "POST",
      path,
      body: { kind: "telegraph", name: "up", config: {} },
      status: 422,
      contains: ['"path":"kind"', "generic"],
    },
    {
      name: "a way of verifying must be chosen",
      method: "POST",
      path,
      body: { kind: "generic", name: "up", config: {} },
      status: 422,
      contains: ['"path":"config.verification"', "is required"],
    },
    {
      name: "a preset needs its secret",
      method: "POST",
      path,
      body: { kind: "generic", name: "up", config: { preset: "stripe" } },
      status: 422,
      contains: ['"path":"config.secret"', "is required"],
    },
    {
      name: "[redacted] is no secret to begin with",
      method: "POST",
      path,
      body: { kind: "generic", name: "up", config: { verification: { ...hmac, secret: "[redacted]" } } },
      status: 422,
      contains: ['"path":"config.verification.secret"', "there is none"],
    },
    {
      name: "a secret that is refused is not shown",
      method: "POST",
      path,
      body: {
        kind: "generic",
        name: "up",
        config: { verification: { kind: "standard-webhooks", secret: "hush" } },
      },
      status: 422,
      contains: ['"path":"config.verification.secret"'],
      lacks: ["hush"],
    },
    {
      name: "a field that there is not is refused",
      method: "POST",
      path,
      body: { kind: "generic", name: "up", config: { verification: { kind: "none" }, evenType: "a" } },
      status: 422,
      contains: ['"path":"config.evenType"'],
    },
    {
      name: "a type of ours is refused",
      method: "POST",
      path,
      body: {
        kind: "generic",
        name: "up",
        config: { verification: { kind: "none" }, eventType: "posthorn.x" },
      },
      status: 422,
      contains: ['"path":"config.eventType'],
    },
  ]);
});

describe("sources.md: PATCH /sources/:id", () => {
  test("keeps what is not named, and a secret that is sent back as [redacted]", () =>
    withApi(async (api) => {
      const { id, config } = await made(api);
      const { status, body } = await patched(api, id, {
        name: "down",
        config: { ...config, eventType: "a.b" },
      });
      expect([status, body.name, body.config.eventType]).toEqual([200, "down", "a.b"]);
      expect((await configOf(api, id)).verification.secret).toBe("first secret");
    }));

  test("rotates a secret: the old one goes on holding for as long as it is kept", () =>
    withApi(async (api) => {
      const { id } = await made(api);
      const verification = { secret: "second secret", previousSecret: "first secret" };
      const { body } = await patched(api, id, { config: { verification } });
      expect(body.config.verification).toMatchObject({ secret: "[redacted]", previousSecret: "[redacted]" });
      expect((await configOf(api, id)).verification).toMatchObject({
        ...verification,
        header: "X-Signature",
      });
      await patched(api, id, { config: { verification: { secret: "[redacted]", previousSecret: null } } });
      expect((await configOf(api, id)).verification).toMatchObject({
        secret: "second secret",
        previousSecret: null,
      });
    }));

  test("takes a new secret in short", () =>
    withApi(async (api) => {
      const { id } = await made(api, { preset: "gitlab", secret: "one" });
      await patched(api, id, { config: { secret: "two" } });
      expect((await configOf(api, id)).verification).toMatchObject({ kind: "header-token", token: "two" });
    }));

  test("replaces a verification of another kind whole, and a preset fills in anew", () =>
    withApi(async (api) => {
      const { id } = await made(api);
      const bearer = { kind: "bearer", token: "t" };
      expect((await patched(api, id, { config: { verification: bearer } })).status).toBe(200);
      expect((await configOf(api, id)).verification).toEqual({ ...bearer, previousToken: null });
      await patched(api, id, { config: { preset: "github", secret: "s" } });
      expect(await configOf(api, id)).toMatchObject({
        preset: "github",
        verification: { kind: "hmac", header: "X-Hub-Signature-256", secret: "s" },
        eventType: { header: "X-GitHub-Event", prefix: "github" },
      });
    }));

  test("a preset that it has already changes nothing", () =>
    withApi(async (api) => {
      const eventType = { header: "X-Other" };
      const { id, config } = await made(api, { preset: "github", secret: "one", eventType });
      const { status, body } = await patched(api, id, { config: { preset: "github" } });
      expect([status, body.config]).toEqual([200, config]);
      expect((await configOf(api, id)).verification).toMatchObject({ secret: "one" });
    }));

  test("refuses a configuration that makes no sense, and changes nothing", () =>
    withApi(async (api) => {
      const { id, config } = await made(api);
      for (const [change, at] of [
        [{ verification: { kind: "bearer", token: "[redacted]" } }, "config.verification.token"],
        [{ verification: null }, "config.verification"],
        [{ eventType: { pointer: "type" } }, "config.eventType.pointer"],
        [{ eventType: { header: "X-Type", prefix: "posthorn" } }, "config.eventType.prefix"],
        [{ eventType: { pointer: "/type", prefix: "webhook.up" } }, "config.eventType.prefix"],
        [{ respondWith: { status: 404 } }, "config.respondWith.status"],
        [{ nothing: 1 }, "config.nothing"],
      ] as const) {
        const { status, body } = await patched(api, id, { config: change });
        expect([status, body.errors[0].path]).toEqual([422, at]);
      }
      expect((await patched(api, id, { kind: "generic" })).status).toBe(422);
      expect((await api.call("GET", `${path}/${id}`)).body.config).toEqual(config);
    }));

  test("leaves a changed secret in the audit log without its value", () =>
    withApi(async (api) => {
      const { id } = await made(api);
      await patched(api, id, { config: { secret: "second secret" } });
      const { body, text } = await api.call("GET", `/api/v1/audit-log?objectId=${id}`, { as: "owner" });
      expect(body.data.map(({ action }: { action: string }) => action)).toEqual([
        "source.update",
        "source.create",
      ]);
      expect(Object.keys(body.data[0].changes)).toEqual(["config"]);
      expect(text).not.toContain('secret":"second');
      expect(text).not.toContain("first secret");
    }));
});

describe("sources.md: DELETE /sources/:id", () => {
  test("frees the name at once, and takes the URL away", () =>
    withApi(async (api) => {
      const { id } = await made(api);
      expect((await api.call("DELETE", `${path}/${id}`)).status).toBe(204);
      expect((await api.call("GET", `${path}/${id}`)).status).toBe(404);
      expect((await api.call("GET", path)).body.data).toEqual([]);
      expect((await api.call("GET", `${path}/${id}/requests`)).status).toBe(404);
      expect((await api.fetch(new Request(`http://localhost/in/${id}`, { method: "POST" }))).status).toBe(
        404,
      );
      await made(api);
    }));
});

test("a list of sources is walked page by page", () =>
  withApi(async (api) => {
    for (const name of ["a", "b", "c"]) await api.aSourceId({ name });
    const first = await api.call("GET", `${path}?limit=2`);
    expect(first.body.data.map(({ name }: { name: string }) => name)).toEqual(["c", "b"]);
    const second = await api.call("GET", `${path}?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.data.map(({ name }: { name: string }) => name)).toEqual(["a"]);
    expect(second.body.nextCursor).toBeNull();
  }));
