import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { anApi, type TestApi, type Who } from "../support/an-api.ts";
import { anHttpApp } from "../support/an-http-app.ts";

const host = "hooks.lan:8080";
const hourMs = 3_600_000;

let api: TestApi;
beforeEach(async () => {
  api = await anApi();
});
afterEach(() => api.close());

interface BrowserRequest {
  method?: string;
  cookie?: string;
  origin?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A request as a browser sends it to this host. */
function send(path: string, { method = "GET", cookie, origin, headers, body }: BrowserRequest = {}) {
  return api.fetch(
    new Request(`http://${host}/api/v1${path}`, {
      method,
      headers: {
        host,
        ...(cookie === undefined ? {} : { cookie }),
        ...(origin === undefined ? {} : { origin }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

const signInWith = (key: string, from: Omit<BrowserRequest, "body"> = { origin: `http://${host}` }) =>
  send("/session", { ...from, method: "POST", body: { key } });

// biome-ignore lint/suspicious/noExplicitAny: a test asserts what is inside
const bodyOf = async (response: Response | Promise<Response>): Promise<any> => (await response).json();

/** The cookie that the browser would send from now on. */
async function signedIn(who: Exclude<Who, "nobody"> = "admin"): Promise<string> {
  const response = await signInWith(api.token(who));
  expect(response.status).toBe(204);
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

const anEndpoint = { url: "https://hooks.example.com/in", eventTypes: ["*"] };
const write = (from: BrowserRequest) => send("/endpoints", { method: "POST", body: anEndpoint, ...from });

describe("security.md: a browser signs in with an API key", () => {
  test("and gets a cookie that scripts cannot read, that goes to the API of this site alone, for 12 hours", async () => {
    const cookie = (await signInWith(api.token("viewer"))).headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^posthorn_session=[\w-]{43}; /);
    expect(cookie.split("; ").slice(1)).toEqual([
      "Path=/api/v1",
      "HttpOnly",
      "SameSite=Strict",
      "Max-Age=43200",
    ]);
    expect(cookie).not.toContain(api.token("viewer"));
  });

  test("by HTTPS, its own or that of a proxy, the cookie is never sent without", async () => {
    const behindProxy = await signInWith(api.token("viewer"), { origin: `https://${host}` });
    expect(behindProxy.headers.get("set-cookie")).toEndWith("; Secure");
    const direct = await api.fetch(
      new Request(`https://${host}/api/v1/session`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ key: api.token("viewer") }),
      }),
    );
    expect(direct.headers.get("set-cookie")).toEndWith("; Secure");
  });

  test("and is then who the key is, with its role", async () => {
    const cookie = await signedIn("viewer");
    const me = await bodyOf(send("/me", { cookie }));
    expect(me).toMatchObject({ name: "viewer", role: "viewer", organization: { uid: "default" } });
    expect((await write({ cookie, origin: `http://${host}` })).status).toBe(403);
    expect((await send("/me", { cookie: `theme=dark; ${cookie}; other=1` })).status).toBe(200);
  });

  test("an operator goes on choosing the organization", async () => {
    const cookie = await signedIn("operator");
    const me = await bodyOf(send("/me", { cookie, headers: { "x-organization": "acme" } }));
    expect(me.organization.uid).toBe("acme");
  });

  test("a wrong key says so, and begins nothing", async () => {
    const response = await signInWith("phk_wrong");
    expect([response.status, response.headers.get("set-cookie")]).toEqual([401, null]);
    expect(await response.json()).toMatchObject({ code: "unauthenticated" });
  });

  test("a key in the request goes before the cookie", async () => {
    const cookie = await signedIn("viewer");
    const headers = { authorization: `Bearer ${api.token("admin")}` };
    expect((await write({ cookie, headers })).status).toBe(201);
    expect((await send("/me", { cookie, headers: { authorization: "Bearer phk_wrong" } })).status).toBe(401);
  });

  test("what is no cookie of ours is nobody", async () => {
    for (const cookie of [
      "posthorn_session=",
      "posthorn_session=%",
      "posthorn_session",
      "session=1",
      "__proto__=1",
    ]) {
      expect((await send("/me", { cookie })).status).toBe(401);
    }
  });
});

describe("a session ends", () => {
  test("when it is signed out: the cookie is worth nothing any more, wherever it was copied to", async () => {
    const cookie = await signedIn();
    const other = await signedIn();
    const response = await send("/session", { method: "DELETE", cookie, origin: `http://${host}` });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([
      204,
      "posthorn_session=; Path=/api/v1; HttpOnly; SameSite=Strict; Max-Age=0",
    ]);
    expect((await send("/me", { cookie })).status).toBe(401);
    expect((await send("/me", { cookie: other })).status).toBe(200);
  });

  test("after 12 hours", async () => {
    const cookie = await signedIn();
    await api.clock.advance(12 * hourMs - 1);
    expect((await send("/me", { cookie })).status).toBe(200);
    await api.clock.advance(1);
    expect((await send("/me", { cookie })).status).toBe(401);
  });

  test("with its key: revoked or expired", async () => {
    const made = async (body: object) =>
      (await api.call("POST", "/api/v1/api-keys", { body: { name: "mine", role: "viewer", ...body } })).body;
    const cookieOf = async (key: string) =>
      (await signInWith(key)).headers.get("set-cookie")?.split(";")[0] ?? "";
    const revoked = await made({});
    const expiring = await made({ expiresAt: new Date(api.clock.now() + hourMs).toISOString() });
    const cookies = [await cookieOf(revoked.key), await cookieOf(expiring.key)];
    for (const cookie of cookies) expect((await send("/me", { cookie })).status).toBe(200);
    await api.call("DELETE", `/api/v1/api-keys/${revoked.id}`);
    await api.clock.advance(hourMs);
    for (const cookie of cookies) expect((await send("/me", { cookie })).status).toBe(401);
  });

  test("when its key begins more than 100: its own oldest, nobody else's", async () => {
    const others = await signedIn("viewer");
    const first = await signedIn("admin");
    const second = await signedIn("admin");
    for (let n = 0; n < 99; n++) await signedIn("admin");
    expect((await send("/me", { cookie: first })).status).toBe(401);
    expect((await send("/me", { cookie: second })).status).toBe(200);
    expect((await send("/me", { cookie: others })).status).toBe(200);
  });
});

describe("security.md: what changes something with a cookie comes from the same origin", () => {
  const foreign: [from: string, headers: Record<string, string>][] = [
    ["another host's page", { origin: "https://evil.example" }],
    ["another port's page", { origin: "http://hooks.lan:9090" }],
    ["a page without an origin", { origin: "null" }],
    ["who does not say", {}],
    ["another site, whatever the origin", { origin: `http://${host}`, "sec-fetch-site": "same-site" }],
    ["a link or bookmark", { "sec-fetch-site": "none" }],
  ];
  for (const [from, headers] of foreign) {
    test(`it is refused from ${from}`, async () => {
      const cookie = await signedIn();
      const response = await write({ cookie, headers });
      expect(response.status).toBe(403);
      expect((await bodyOf(response)).detail).toStartWith(
        "A session's cookie changes things only from Posthorn's own page.",
      );
      expect((await bodyOf(send("/endpoints", { cookie, headers }))).data).toEqual([]);
      const signOut = await send("/session", { method: "DELETE", cookie, headers });
      expect(signOut.status).toBe(403);
    });
  }

  test("it is taken from this host's page, also by HTTPS through a proxy", async () => {
    const cookie = await signedIn();
    for (const headers of [
      { origin: `http://${host}` },
      { origin: `https://${host}` },
      { "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "same-origin", origin: "https://named.otherwise.example" },
    ]) {
      expect((await write({ cookie, headers: headers as Record<string, string> })).status).toBe(201);
    }
  });

  test("it is taken from the page of the public URL, where a proxy changes the Host", async () => {
    const app = anHttpApp(api.store, { publicUrl: "https://hooks.example.com", operations: api });
    const signIn = await app.fetch(
      new Request("http://10.0.0.5:8080/api/v1/session", {
        method: "POST",
        headers: { "content-type": "application/json", origin: "https://hooks.example.com" },
        body: JSON.stringify({ key: api.token("admin") }),
      }),
      null,
    );
    expect(signIn.status).toBe(204);
  });

  test("another host's page cannot sign a browser in either", async () => {
    const response = await signInWith(api.token("admin"), { origin: "https://evil.example" });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([403, null]);
    expect((await signInWith(api.token("admin"), {})).status).toBe(204);
  });
});
