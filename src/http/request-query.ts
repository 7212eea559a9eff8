import { z } from "zod";
import { validationFailed } from "../domain/app-error.ts";
import { checkAgainst } from "./field-errors.ts";

const noQuery = z.strictObject({});

/**
 * Parses a URL's query by the route's schema; null: it has none. A parameter that is unknown or sent twice is an
 * error, not ignored.
 */
export function parseQuery(url: string, declared: z.ZodObject | null): Record<string, unknown> {
  const at = url.indexOf("?");
  if (at < 0 && declared === null) return {};
  const schema = declared ?? noQuery;
  const values: Record<string, string> = Object.create(null);
  const repeated = new Set<string>();
  for (const [name, value] of new URLSearchParams(at < 0 ? "" : url.slice(at))) {
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
