import type { z } from "zod";
import { checkAgainst } from "../../src/http/field-errors.ts";

/** What a schema says against a value, as the API says it: `path: sentence`, nothing where it is accepted. */
export function refusals(schema: z.ZodType, value: unknown): string[] {
  const checked = checkAgainst(schema, value, "field");
  return checked.ok ? [] : checked.errors.map(({ path, message }) => `${path}: ${message}`);
}
