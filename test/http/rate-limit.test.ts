import { describe, expect, test } from "bun:test";
import { TokenBuckets } from "../../src/http/token-buckets.ts";
import { type ApiReply, anApi, type CallOptions, type TestApi } from "../support/an-api.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

async function withLimit(perSecond: number, run: (api: TestApi) => Promise<void>): Promise<void> {
  const api = await anApi({ operations: { rateLimitPerSecond: perSecond } });
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

const me = (api: TestApi, options: CallOptions = {}) => api.call("GET", "/api/v1/me", options);

async function many(count: number, send: () => Promise<ApiReply>): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < count; n++) statuses.push((await send()).status);
  return statuses;
}

const limits = ({ headers }: ApiReply) =>
  ["limit", "remaining", "reset"].map((name) => headers.get(`ratelimit-${name}`));

describe("api.md, Rate limit: a token bucket per organization", () => {
  test("has room for twice the rate at once, then for the rate", () =>
    withLimit(5, async (api) => {
      expect(await many(12, () => me(api))).toEqual([...Array(10).fill(200), 429, 429]);
      await api.clock.advance(1000);
      expect(await many(6, () => me(api))).toEqual([...Array(5).fill(200), 429]);
    }));

  test("tells the limit, what is left, and when all of it is there again", () =>
    withLimit(5, async (api) => {
      expect(limits(await me(api))).toEqual(["5", "9", "1"]);
      expect(limits(await me(api))).toEqual(["5", "8", "1"]);
      await many(8, () => me(api));
      expect(limits(await me(api))).toEqual(["5", "0", "2"]);
    }));

  test("says with its 429 how long to wait, which is enough", () =>
    withLimit(1, async (api) => {
      await many(2, () => me(api));
      const { status, body, headers } = await me(api);
      expect([status, body.code, headers.get("retry-after")]).toEqual([429, "rate_limited", "1"]);
      expect(body.detail).toContain("may make 1 API requests a second");
      await api.clock.advance(1000);
      expect((await me(api)).status).toBe(200);
    }));

  test("is one for all keys of the organization, and none for another", () =>
    withLimit(2, async (api) => {
      await many(2, () => me(api, { as: "viewer" }));
      await many(2, () => me(api, { as: "owner" }));
      expect((await me(api, { as: "admin" })).status).toBe(429);
      expect((await me(api, { as: "operator" })).status).toBe(429);
      expect((await me(api, { as: "other-admin" })).status).toBe(200);
      const headers = { "X-Organization": "acme" };
      expect((await me(api, { as: "operator", headers })).status).toBe(200);
    }));

  test("counts what is refused too, and shows its state there", () =>
    withLimit(2, async (api) => {
      const refused = [
        await api.call("GET", "/api/v1/endpoints/ep_none"),
        await api.call("POST", "/api/v1/endpoints", { as: "publisher", body: {} }),
        await api.call("POST", "/api/v1/events", { body: {} }),
      ];
      expect(refused.map((reply) => [reply.status, limits(reply)[1]])).toEqual([
        [404, "3"],
        [403, "2"],
        [422, "1"],
      ]);
    }));

  test("does nothing that it refuses", () =>
    withLimit(1, async (api) => {
      const publish = () => api.call("POST", "/api/v1/events", { body: { type: "a", data: {} } });
      expect(await many(3, publish)).toEqual([202, 202, 429]);
      await api.clock.advance(2000);
      expect((await api.call("GET", "/api/v1/events")).body.data).toHaveLength(2);
    }));

  test("does not hold for what needs no key", () =>
    withLimit(1, async (api) => {
      const statuses = await many(5, () => api.call("GET", "/healthz", { as: "nobody" }));
      expect(statuses).toEqual(Array(5).fill(200));
    }));

  test("is the organization's own where it has set one, from the next request on", () =>
    withLimit(1000, async (api) => {
      const settle = (rateLimitPerSecond: number | null) =>
        api.call("PATCH", "/api/v1/organizations/acme", {
          as: "operator",
          body: { settings: { rateLimitPerSecond } },
        });
      const asOther = () => me(api, { as: "other-admin" });
      await settle(2);
      expect(limits(await asOther())).toEqual(["2", "3", "1"]);
      expect(limits(await me(api))[0]).toBe("1000");
      await settle(5000);
      expect(limits(await asOther())[0]).toBe("5000");
      await settle(0);
      expect(limits(await asOther())).toEqual([null, null, null]);
      await settle(null);
      expect(limits(await asOther())[0]).toBe("1000");
    }));

  test("is switched off by 0, and then no reply speaks of it", () =>
    withLimit(0, async (api) => {
      expect(await many(100, () => me(api))).toEqual(Array(100).fill(200));
      expect(limits(await me(api))).toEqual([null, null, null]);
    }));
});

test("buckets are bounded: the longest unused is forgotten", () => {
  const buckets = new TokenBuckets<string>(new VirtualClock(), 2);
  const limit = { perSecond: 1, burst: 10 };
  const take = (key: string) => buckets.take(key, limit).remaining;
  expect(["a", "b", "a", "c", "a", "b"].map(take)).toEqual([9, 9, 8, 9, 7, 9]);
});
