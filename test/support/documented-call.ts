import { z } from "zod";
import type { Route } from "../../src/http/route.ts";
import { routes } from "../../src/http/route-table.ts";

/** The route that a path of the documentation leads to, or null if the program has none. */
export function routeAt(method: string, path: string): Route | null {
  const pathname = path.split("?")[0] ?? "";
  const leadsTo = (route: Route) => new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`).test(pathname);
  return routes.find((route) => route.method === method && leadsTo(route)) ?? null;
}

/** Fields of a request that the pages name and the route's schema may not know yet: what they do is built apart. */
const awaitedFields = ["rateLimitPerSecond", "ordered", "recover"] as const;

/** Why the program cannot take a documented request yet, or null. Any other field that it does not know is a mistake. */
export function missingFor(method: string, path: string, body: unknown): string | null {
  const route = routeAt(method, path);
  if (route === null) return `there is no ${method} ${path}`;
  if (typeof body !== "object" || body === null || !(route.body instanceof z.ZodObject)) return null;
  const known = Object.keys(route.body.shape);
  const missing = awaitedFields.find((field) => field in body && !known.includes(field));
  return missing === undefined ? null : `${method} ${path} does not take "${missing}"`;
}
