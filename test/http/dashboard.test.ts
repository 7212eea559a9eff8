import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { pagePaths } from "../../src/dashboard/paths.ts";
import { routes } from "../../src/http/route-table.ts";
import { anApi, type TestApi } from "../support/an-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.close());

const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const get = (path: string, headers: Record<string, string> = {}) =>
  api.call("GET", path, { as: "nobody", headers });

describe("the dashboard's page", () => {
  test("is at / for everybody, and at the path of each of its pages for browsers", async () => {
    expect((await get("/")).headers.get("content-type")).toBe("text/html; charset=utf-8");
    for (const path of Object.values(pagePaths)) {
      const { status, headers } = await get(path.replace(/:\w+/, "ep_1"), browser);
      expect([path, status, headers.get("content-type")]).toEqual([path, 200, "text/html; charset=utf-8"]);
    }
    expect((await api.call("HEAD", "/endpoints/ep_1", { as: "nobody", headers: browser })).status).toBe(200);
  });

  test("runs no inline script, asks no other host, is in nobody's frame, and is never kept", async () => {
    const { headers } = await get("/");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toStartWith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("has another nonce for its styles each time", async () => {
    const nonceOf = async () =>
      /'nonce-([\w-]{22})'/.exec((await get("/")).headers.get("content-security-policy") ?? "")?.[1];
    const [first, second] = [await nonceOf(), await nonceOf()];
    expect(first).toBeDefined();
    expect(first).not.toBe(second);
  });

  test("is not what a client of the API gets that forgot /api/v1", async () => {
    for (const accept of ["*/*", "application/json"]) {
      const { status, body } = await get("/endpoints", { accept });
      expect([status, body.code]).toEqual([404, "not_found"]);
    }
    const { status } = await api.call("POST", "/events", { body: {}, headers: browser });
    expect(status).toBe(404);
  });

  test("is nowhere else", async () => {
    for (const path of ["/nowhere", "/endpoints/ep_1/unknown", "/api/v1/nowhere", "/index.html"]) {
      expect([path, (await get(path, browser)).status]).toEqual([path, 404]);
    }
  });

  test("takes no path from the API or the other pages", () => {
    const taken = new Set(routes.map(({ path }) => path));
    expect(Object.values(pagePaths).filter((path) => taken.has(path))).toEqual([]);
  });
});
