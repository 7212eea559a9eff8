import { Elysia, NotFoundError } from "elysia";
import { pagePaths } from "../dashboard/paths.ts";
import { AppError } from "../domain/app-error.ts";
import { assert } from "../domain/assert.ts";
import type { Answer, PathParams } from "./answer.ts";
import type { Dashboard } from "./dashboard.ts";
import type { Exchange } from "./exchange.ts";
import { type Inbound, inboundMethods, inboundPath } from "./inbound.ts";
import { problemResponse } from "./problem.ts";
import type { Route } from "./route.ts";

/** A page or file beside the API: read with GET, no key, no query. */
export interface StaticPage {
  path: string;
  respond(exchange: Exchange, request: Request): Response | Promise<Response>;
}

export interface Router {
  route(request: Request, exchange: Exchange): Response | Promise<Response>;
}

/**
 * Leads each request to its route: one Elysia instance for each resource. Elysia finds the route and nothing
 * else (`parse: "none"`), so that keys, bodies, errors and their order are decided in one place, `answer`. A path
 * that is a route's to the letter, as that of publishing, needs no search: it goes there at once.
 */
export function createRouter(table: {
  groups: readonly (readonly Route[])[];
  pages: readonly StaticPage[];
  dashboard: Dashboard;
  answer: Answer;
  inbound: Inbound;
}): Router {
  const pages = [...table.pages, ...table.dashboard.files];
  const exchanges = new WeakMap<Request, Exchange>();
  const exchangeOf = (request: Request) => {
    const exchange = exchanges.get(request);
    assert(exchange !== undefined, "every request has an exchange");
    return exchange;
  };
  const methodsAt = createMethodTable(table.groups, pages);
  const fixedRouteOf = createFixedRoutes(table.groups);

  const app = new Elysia({ strictPath: true }).onError(({ error, request }) => {
    const exchange = exchangeOf(request);
    const { requestId } = exchange;
    if (!(error instanceof NotFoundError)) return problemResponse(error, requestId);
    const pathname = pathOf(request.url);
    const page = request.method === "GET" ? table.dashboard.pageAt(pathname, request) : null;
    if (page !== null) return page(exchange);
    const methods = methodsAt(pathname);
    // Elysia takes a fragment, which no client should send, for a part of the path.
    return methods.length === 0 || methods.includes(request.method)
      ? problemResponse(unknownPath(), requestId)
      : problemResponse(wrongMethod(request.method, methods), requestId, { allow: methods.join(", ") });
  });
  for (const group of table.groups) app.use(controllerOf(group, table.answer, exchangeOf));
  for (const page of pages) {
    app.route("GET", page.path, ({ request }) => page.respond(exchangeOf(request), request), {
      parse: "none",
    });
  }
  for (const method of inboundMethods) {
    app.route(
      method,
      inboundPath,
      ({ request, params }) => table.inbound(request, params.sourceId ?? "", exchangeOf(request)),
      { parse: "none" },
    );
  }

  return {
    route(request, exchange) {
      const fixed = fixedRouteOf(request);
      if (fixed !== undefined) return table.answer(fixed, request, {}, exchange);
      const routable = withRoutableUrl(request);
      if (request.method === "HEAD") return head(routable, exchange);
      exchanges.set(routable, exchange);
      return app.fetch(routable);
    },
  };

  async function head({ url, headers }: Request, exchange: Exchange): Promise<Response> {
    const get = new Request(url, { method: "GET", headers });
    exchanges.set(get, exchange);
    return withoutBody(await app.fetch(get));
  }
}

function controllerOf(
  group: readonly Route[],
  answer: Answer,
  exchangeOf: (request: Request) => Exchange,
): Elysia {
  const controller = new Elysia({ strictPath: true });
  for (const route of group) {
    controller.route(
      route.method,
      route.path,
      // Elysia reads this function's parameters to see what to prepare: naming only two spares the rest.
      ({ request, params }) => answer(route, request, params as PathParams, exchangeOf(request)),
      { parse: "none" },
    );
  }
  return controller as unknown as Elysia;
}

/** Finds the route of a method and a path without names. */
function createFixedRoutes(groups: readonly (readonly Route[])[]): (request: Request) => Route | undefined {
  const routesOf = new Map<string, Map<string, Route>>();
  for (const route of groups.flat()) {
    if (route.path.includes(":")) continue;
    const byPath = routesOf.get(route.method) ?? new Map<string, Route>();
    routesOf.set(route.method, byPath.set(route.path, route));
  }
  return ({ method, url }) => {
    const query = url.indexOf("?");
    return routesOf.get(method)?.get(url.slice(pathStart(url), query < 0 ? undefined : query));
  };
}

/** Where the path begins: behind the host. Without a usable `Host` (HTTP/1.0) the server gives the path alone. */
function pathStart(url: string): number {
  return url.startsWith("/") ? 0 : url.indexOf("/", url.indexOf("//") + 2);
}

/** The path alone. No `URL` is made of it: there may be none with such a `Host`. */
function pathOf(url: string): string {
  return url.slice(pathStart(url)).split(/[?#]/, 1)[0] ?? "";
}

/**
 * Elysia looks for the path behind the eleventh character of the URL, which a host name of less than four
 * (`http://pc/`) does not reach.
 */
function withRoutableUrl(request: Request): Request {
  const { url, method, headers, body, signal } = request;
  const start = pathStart(url);
  if (start >= 11) return request;
  // Not a request made of the request: the body of such a one cannot be left before its end, and holds what came for ever.
  return new Request(`http://localhost${url.slice(start)}`, { method, headers, body, signal });
}

/** The methods of a path, whatever its names stand for; empty if no route has it. */
function createMethodTable(
  groups: readonly (readonly Route[])[],
  pages: readonly StaticPage[],
): (pathname: string) => string[] {
  const known = [
    ...groups.flat().map(({ method, path }) => ({ method, path })),
    ...pages.map(({ path }) => ({ method: "GET", path })),
    ...inboundMethods.map((method) => ({ method, path: inboundPath })),
    { method: "GET", path: pagePaths.overview },
  ].map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (pathname) => {
    const methods = known.filter(({ pattern }) => pattern.test(pathname)).map(({ method }) => method);
    return methods.includes("GET")
      ? ["GET", "HEAD", ...methods.filter((method) => method !== "GET")]
      : methods;
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`);
}

/** The reply to HEAD: as to GET, the length included (a stream has none), without the body. */
async function withoutBody(response: Response): Promise<Response> {
  if (response.headers.get("content-type") === "text/event-stream") {
    await response.body?.cancel();
    return new Response(null, response);
  }
  const { byteLength } = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.set("content-length", String(byteLength));
  return new Response(null, { status: response.status, headers });
}

function unknownPath(): AppError {
  return new AppError("not_found", "There is nothing at this path. The API is described at /docs.");
}

function wrongMethod(method: string, allowed: readonly string[]): AppError {
  return new AppError("method_not_allowed", `${method} is not allowed here. Use ${allowed.join(", ")}.`);
}
