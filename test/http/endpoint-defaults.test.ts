import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { anApi, type TestApi } from "../support/an-api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await anApi();
});
afterEach(() => api.close());

const patch = (reference: string, body: unknown) =>
  api.call("PATCH", `/api/v1/organizations/${reference}`, { as: "owner", body });
const settingsOf = async () =>
  (await api.call("GET", "/api/v1/organizations/default", { as: "owner" })).body.settings;

describe("PATCH of settings.endpointDefaults", () => {
  test("merges endpointDefaults by field, metadata by name, and replaces retry whole", async () => {
    const setDefaults = async (endpointDefaults: unknown) => {
      await patch("default", { settings: { endpointDefaults } });
      return (await settingsOf()).endpointDefaults;
    };
    const metadata = { team: "a", zone: "b" };
    await setDefaults({ timeoutSeconds: 3, retry: { delaysSeconds: [1, 2] }, metadata });
    expect(await setDefaults({ retry: { preset: "short" }, metadata: { zone: null, unit: "c" } })).toEqual({
      timeoutSeconds: 3,
      retry: { preset: "short" },
      metadata: { team: "a", unit: "c" },
    });
    expect(await setDefaults({ timeoutSeconds: null, autoDisableAfter: null, metadata: null })).toEqual({
      retry: { preset: "short" },
      autoDisableAfter: null,
    });
    expect(await setDefaults(null)).toEqual({});
  });

  const wrong: [name: string, body: Record<string, unknown>, path: string][] = [
    [
      "a default URL",
      { settings: { endpointDefaults: { url: "https://a" } } },
      "settings.endpointDefaults.url",
    ],
    [
      "default headers",
      { settings: { endpointDefaults: { headers: {} } } },
      "settings.endpointDefaults.headers",
    ],
    [
      "a default secret",
      { settings: { endpointDefaults: { secret: "s" } } },
      "settings.endpointDefaults.secret",
    ],
    [
      "a default that no endpoint could have",
      { settings: { endpointDefaults: { timeoutSeconds: 31 } } },
      "settings.endpointDefaults.timeoutSeconds",
    ],
    [
      "a default secret of the body signature",
      {
        settings: { endpointDefaults: { signing: { bodySignature: { header: "X-S", secret: "12345678" } } } },
      },
      "settings.endpointDefaults.signing.bodySignature.secret",
    ],
    [
      "a default signature that needs a secret",
      {
        settings: { endpointDefaults: { signing: { scheme: "ed25519", bodySignature: { header: "X-S" } } } },
      },
      "settings.endpointDefaults.signing.bodySignature.secret",
    ],
    [
      "51 default metadata entries",
      {
        settings: {
          endpointDefaults: {
            metadata: Object.fromEntries(
              Array(51)
                .fill("")
                .map((v, n) => [n, v]),
            ),
          },
        },
      },
      "settings.endpointDefaults.metadata",
    ],
    [
      "a default schedule that no endpoint could have",
      { settings: { endpointDefaults: { retry: { preset: "never" } } } },
      "settings.endpointDefaults.retry.preset",
    ],
  ];
  for (const [name, body, at] of wrong) {
    test(`with ${name} is 422 at ${at}`, async () => {
      const { status, body: reply } = await patch("default", body);
      expect([status, reply.errors[0].path]).toEqual([422, at]);
    });
  }
});

describe("settings.endpointDefaults and endpointsMax: a new endpoint", () => {
  const endpoint = async (body: Record<string, unknown> = {}) => {
    const id = await api.anEndpointId(body);
    return (await api.call("GET", `/api/v1/endpoints/${id}`)).body;
  };

  test("gets its organization's defaults where its creation is silent", async () => {
    await patch("default", {
      settings: {
        endpointDefaults: {
          description: "made for me",
          timeoutSeconds: 3,
          retry: { preset: "short" },
          autoDisableAfter: null,
          metadata: { team: "a", zone: "b" },
          payloadFormat: "object",
          signing: { bodySignature: { header: "X-Flowella-Signature" } },
        },
      },
    });
    expect(await endpoint()).toMatchObject({
      description: "made for me",
      timeoutSeconds: 3,
      retry: { preset: "short", delaysSeconds: [30, 300] },
      autoDisableAfter: null,
      metadata: { team: "a", zone: "b" },
      payloadFormat: "object",
      signing: { scheme: "hmac", bodySignature: { header: "X-Flowella-Signature", secret: null } },
    });
    const own = { timeoutSeconds: 4, autoDisableAfter: 2, metadata: { zone: null, unit: "c" } };
    expect(await endpoint(own)).toMatchObject({ timeoutSeconds: 4, autoDisableAfter: 2 });
    expect((await endpoint(own)).metadata).toEqual({ team: "a", unit: "c" });
  });

  test("is not what existing ones become", async () => {
    const { id } = await endpoint();
    await patch("default", { settings: { endpointDefaults: { timeoutSeconds: 3 } } });
    expect((await api.call("GET", `/api/v1/endpoints/${id}`)).body.timeoutSeconds).toBe(10);
    await patch("default", { settings: { endpointDefaults: null } });
    expect((await endpoint()).timeoutSeconds).toBe(10);
  });

  test("is refused beyond the organization's own endpointsMax", async () => {
    await patch("default", { settings: { endpointsMax: 1 } });
    await endpoint();
    const body = { url: "https://hooks.example.com/in", eventTypes: ["*"] };
    const reply = await api.call("POST", "/api/v1/endpoints", { body });
    expect([reply.status, reply.body.code]).toEqual([409, "limit_reached"]);
  });
});
