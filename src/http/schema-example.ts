import type { z } from "zod";

/** The example that a schema carries, for building the examples of schemas that extend it. */
export function exampleOf(schema: z.ZodType): Record<string, unknown> {
  return (schema.meta()?.example ?? {}) as Record<string, unknown>;
}
