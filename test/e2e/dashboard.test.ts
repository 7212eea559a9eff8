import { expect, test } from "bun:test";
import { gunzipSync } from "node:zlib";
import { type Server, useStage } from "../support/posthorn-process.ts";

const stage = useStage();

async function get(server: Server, path: string, headers: Record<string, string> = {}) {
  // As it is: not decompressed on the way.
  const response = await fetch(`${server.url}${path}`, { headers, decompress: false });
  return { status: response.status, headers: response.headers, bytes: await response.bytes() };
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The files that a text of the dashboard's leads to. */
const filesIn = (text: string) => [
  ...new Set(text.match(/\/[\w-]+-[a-z0-9]{8}\.(js|css|svg|woff2)\b/g) ?? []),
];

test("the page and all that it loads come from the executable, under names that change with what is in them", async () => {
  // An empty directory as the working directory: nothing can come from the checkout.
  const server = await stage.serve();
  const page = textOf((await get(server, "/")).bytes);
  expect(page).not.toMatch(/https?:\/\//);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style|style=/);
  const seen = new Map<string, number>();
  const toSee = filesIn(page);
  for (let path = toSee.pop(); path !== undefined; path = toSee.pop()) {
    if (seen.has(path)) continue;
    const { status, headers, bytes } = await get(server, path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    seen.set(path, bytes.length);
    if (/\.(js|css)$/.test(path)) toSee.push(...filesIn(textOf(bytes)));
    if (path.endsWith(".css")) expect(textOf(bytes)).not.toMatch(/url\(["']?(https?:)?\/\/|@import/);
  }
  // The page's own script and style, the chart's script, fonts and the picture.
  expect(seen.size).toBeGreaterThan(6);
}, 60_000);

test("the first page is small, and comes compressed", async () => {
  const server = await stage.serve();
  const page = textOf((await get(server, "/")).bytes);
  let total = 0;
  for (const path of filesIn(page)) {
    const { headers, bytes } = await get(server, path, { "accept-encoding": "gzip, br" });
    expect([path, headers.get("content-encoding"), headers.get("vary")]).toEqual([
      path,
      "gzip",
      "accept-encoding",
    ]);
    total += bytes.length;
    expect(gunzipSync(bytes)).toEqual(Buffer.from((await get(server, path)).bytes));
  }
  expect(total).toBeLessThan(300_000);
}, 60_000);

test("the nonce of the styles is the one that the policy names", async () => {
  const server = await stage.serve();
  const { headers, bytes } = await get(server, "/");
  const nonce = /'nonce-([\w-]+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  expect(textOf(bytes)).toContain(`nonce="${nonce}"`);
}, 60_000);

test("no file of the server is among them", async () => {
  const server = await stage.serve();
  for (const path of ["/main.js", "/reader-worker.js", "/index.html", "/posthorn.svg"]) {
    expect([path, (await get(server, path)).status]).toEqual([path, 404]);
  }
}, 60_000);
