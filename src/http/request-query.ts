import type { z } from "zod";
import { validationFailed } from "../domain/app-error.ts";
import { checkAgainst } from "./field-errors.ts";

/** Parses a URL's query by the route's schema. A parameter that is unknown or sent twice is an error, not ignored. */
export function parseQuery(url: string, schema: z.ZodObject): Record<string, unknown> {
  const at = url.indexOf("?");
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
