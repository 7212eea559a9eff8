import { expect, test } from "bun:test";
import { type Server, useStage } from "../support/posthorn-process.ts";

const stage = useStage();

async function get(server: Server, path: string) {
  const response = await fetch(`${server.url}${path}`, { redirect: "manual" });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** `src` and `href` of a page. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
}

test("the API reference and all it loads come from the executable and name no other host", async () => {
  // An empty directory as the working directory: nothing can come from the checkout.
  const server = await stage.serve();
  const page = await get(server, "/docs");
  expect(page.status).toBe(200);
  const links = linksOf(page.text);
  expect(links.length).toBeGreaterThanOrEqual(4);
  for (const link of links) {
    expect(link).toMatch(/^\/docs\//);
    const asset = await get(server, link);
    expect([link, asset.status]).toEqual([link, 200]);
    expect(asset.text.length).toBeGreaterThan(100);
    expect(asset.headers.get("x-content-type-options")).toBe("nosniff");
  }
  expect(page.text).not.toMatch(/https?:\/\//);
  expect((await get(server, "/docs/start.js")).text).not.toMatch(/https?:\/\//);
  expect((await get(server, "/docs/swagger-ui.css")).text).not.toMatch(/url\(["']?(https?:)?\/\/|@import/);
}, 60_000);

test("the browser is told to load nothing from elsewhere and to run no inline script", async () => {
  const server = await stage.serve();
  for (const path of ["/docs", "/docs/start.js", "/openapi.json"]) {
    const policy = (await get(server, path)).headers.get("content-security-policy") ?? "";
    for (const directive of ["default-src 'none'", "script-src 'self';", "frame-ancestors 'none'"]) {
      expect(policy).toContain(directive);
    }
    expect(policy).not.toMatch(/https?:|\*|script-src[^;]*unsafe/);
  }
  expect((await get(server, "/docs")).text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=/);
}, 60_000);

test("the OpenAPI document is served, and names the host that the world uses", async () => {
  const server = await stage.serve({ args: ["--public-url", "https://hooks.example.com"] });
  const { status, headers, text } = await get(server, "/openapi.json");
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("application/json");
  const document = JSON.parse(text);
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.servers).toEqual([{ url: "https://hooks.example.com" }]);
  expect(document.paths["/api/v1/events"].post.operationId).toBe("publishEvent");
}, 60_000);
