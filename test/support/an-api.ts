import { expect } from "bun:test";
import type { OrganizationId } from "../../src/domain/id.ts";
import type { Role } from "../../src/domain/role.ts";
import type { HttpAppOptions } from "../../src/http/http-app.ts";
import { problem } from "../../src/http/problem.ts";
import { problemsOf, type Route } from "../../src/http/route.ts";
import { routes } from "../../src/http/route-table.ts";
import { newToken, tokenHash, tokenPrefixOf } from "../../src/operations/api-key-token.ts";
import type { OperationContext } from "../../src/operations/context.ts";
import { systemRandom } from "../../src/platform/random.ts";
import type { DueDelivery } from "../../src/store/new-work.ts";
import { aStore, type TestStore } from "./a-store.ts";
import { anHttpApp } from "./an-http-app.ts";

/** Who sends a request: a role in `default`, a role in the other organization, or nobody. */
export type Who = Role | "other-owner" | "other-admin" | "other-viewer" | "nobody";

export interface CallOptions {
  as?: Who;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, as JSON unless the headers say otherwise. */
  text?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

export interface ApiReply {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts what is inside
  body: any;
}

/** The API over a real store, with a key of every role; every reply is checked against its schema. */
export interface TestApi extends TestStore {
  call(method: string, path: string, options?: CallOptions): Promise<ApiReply>;
  /** An endpoint's id, made through the API. */
  anEndpointId(body?: Record<string, unknown>): Promise<string>;
  /** An event's id, published through the API. */
  anEventId(body?: Record<string, unknown>): Promise<string>;
  /** A source's id, made through the API. */
  aSourceId(body?: Record<string, unknown>): Promise<string>;
  /** What was handed to the engine and waits for its attempt. */
  due: DueDelivery[];
  otherOrganizationId: OrganizationId;
  fetch(request: Request): Promise<Response>;
  token(who: Exclude<Who, "nobody">): string;
}

export async function anApi(
  overrides: Partial<Omit<HttpAppOptions, "operations">> & { operations?: Partial<OperationContext> } = {},
): Promise<TestApi> {
  const testStore = await aStore();
  const { store, clock, newId, organizationId } = testStore;
  const otherOrganizationId = await testStore.addOrganization({ uid: "acme" });
  const due: DueDelivery[] = [];
  const app = anHttpApp(store, {
    ...overrides,
    operations: { clock, newId, nudge: (work) => due.push(...work.due), ...overrides.operations },
  });
  const tokens = new Map<string, string>();
  for (const [who, role, organization] of keysToMake(organizationId, otherOrganizationId)) {
    const token = newToken(systemRandom);
    tokens.set(who, token);
    const key = {
      id: newId("apiKey"),
      name: who,
      role,
      hash: tokenHash(token),
      prefix: tokenPrefixOf(token),
    };
    await store.createKey(organization, { ...key, expiresAtMs: null, nowMs: clock.now() });
  }

  async function call(method: string, path: string, options: CallOptions = {}): Promise<ApiReply> {
    const { as = "admin", body, text = body === undefined ? undefined : JSON.stringify(body) } = options;
    const headers: Record<string, string> = {};
    if (as !== "nobody") headers.authorization = `Bearer ${tokens.get(as)}`;
    if (text !== undefined) headers["content-type"] = "application/json";
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: { ...headers, ...options.headers },
      ...(text === undefined ? {} : { body: text }),
    });
    const reply = await readReply(await app.fetch(request, "192.0.2.1"));
    expectConforming(method, path, reply);
    return reply;
  }

  async function made(path: string, body: Record<string, unknown>): Promise<string> {
    const { status, body: created } = await call("POST", path, { body });
    expect([201, 202]).toContain(status);
    return created.id;
  }

  return Object.assign(Object.create(testStore) as TestStore, {
    call,
    anEndpointId: (body = {}) =>
      made("/api/v1/endpoints", { url: "https://hooks.example.com/in", eventTypes: ["*"], ...body }),
    anEventId: (body = {}) => made("/api/v1/events", { type: "message.delivered", data: { n: 1 }, ...body }),
    aSourceId: (body = {}) =>
      made("/api/v1/sources", {
        kind: "generic",
        name: "upstream",
        config: { verification: { kind: "none" }, eventType: "order.created" },
        ...body,
      }),
    due,
    otherOrganizationId,
    fetch: (request: Request) => app.fetch(request, "192.0.2.1"),
    token: (who: Exclude<Who, "nobody">) => tokens.get(who) ?? "",
  });
}

function keysToMake(
  own: OrganizationId,
  other: OrganizationId,
): [who: Who, role: Role, organization: OrganizationId | null][] {
  return [
    ["viewer", "viewer", own],
    ["publisher", "publisher", own],
    ["admin", "admin", own],
    ["owner", "owner", own],
    ["operator", "operator", null],
    ["other-owner", "owner", other],
    ["other-admin", "admin", other],
    ["other-viewer", "viewer", other],
  ];
}

/** What has come of a stream by now is its text: it has no end. */
async function readBeginning({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

async function readReply(response: Response): Promise<ApiReply> {
  const isStream = response.headers.get("content-type") === "text/event-stream";
  const text = isStream ? await readBeginning(response) : await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text !== "" ? JSON.parse(text) : null,
  };
}

/** Every reply is as declared: its schema takes it and would strip nothing, or it is one of the route's problems. */
function expectConforming(method: string, path: string, reply: ApiReply): void {
  expect(reply.headers.get("x-request-id")).toMatch(/^[A-Za-z0-9._-]{1,128}$/);
  expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
  const route = routeOf(method, path);
  if (reply.status >= 400 && method !== "HEAD") {
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
    expect(problem.parse(reply.body)).toEqual(reply.body);
    expect(reply.body.status).toBe(reply.status);
    expect(reply.body.requestId).toBe(reply.headers.get("x-request-id"));
    if (route !== null) expect(problemsOf(route)).toContain(reply.body.code);
    return;
  }
  if (route === null) return;
  const declared = route.responses[reply.status];
  expect(declared, `${route.operationId} declares ${reply.status}`).toBeDefined();
  if (declared?.text !== undefined)
    expect(reply.headers.get("content-type")).toMatch(/^(text|application)\//);
  else if (declared?.schema === undefined) expect(reply.text).toBe("");
  else expect(declared.schema.parse(reply.body)).toEqual(reply.body);
}

function routeOf(method: string, path: string): Route | null {
  const pathname = path.split("?")[0] ?? "";
  const matches = (route: Route) => new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`).test(pathname);
  return routes.find((route) => route.method === method && matches(route)) ?? null;
}
