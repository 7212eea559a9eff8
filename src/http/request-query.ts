import { z } from "zod";
import { validationFailed } from "../domain/app-error.ts";
import { checkAgainst } from "./field-errors.ts";

const noQuery = z.strictObject({});

/**
 * Parses a URL's query by the route's schema; null: it has none. A parameter that is unknown or sent twice is an
 * error, not ignored.
 */
export function parseQuery(url: string, declared: z.ZodObject | null): Record<string, unknown> {
  const query = queryOf(url);
  if (query === "" && declared === null) return {};
  const schema = declared ?? noQuery;
  const values: Record<string, string> = Object.create(null);
  const repeated = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (name in values) repeated.add(name);
    values[name] = value;
  }
  if (repeated.size > 0) {
    throw validationFailed([...repeated].map((path) => ({ path, message: "is there twice; send it once" })));
  }
  const result = checkAgainst(schema, { ...values }, "query parameter");
  if (!result.ok) throw validationFailed(result.errors);
  return result.value;
}

/** With its question mark; empty where there is none. The `Host` that the URL begins with may be none that can be parsed. */
export function queryOf(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at);
}
