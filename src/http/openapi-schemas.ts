import { z } from "zod";
import type { OpenApiObject } from "./openapi.ts";

/** Turns zod schemas into JSON Schema; those that have an id become components, and references to them. */
export interface SchemaCollector {
  of(schema: z.ZodType, io: "input" | "output"): OpenApiObject;
  components(): Record<string, OpenApiObject>;
}

const definitionsPrefix = "#/$defs/";
const componentsPrefix = "#/components/schemas/";

export function createSchemaCollector(): SchemaCollector {
  const collected = new Map<string, OpenApiObject>();
  return {
    of(schema, io) {
      const { $schema, $defs, ...root } = z.toJSONSchema(schema, {
        io,
        unrepresentable: "any",
        override: ({ jsonSchema, zodSchema }) => tidy(jsonSchema as OpenApiObject, zodSchema, io),
      }) as OpenApiObject;
      for (const [id, definition] of Object.entries(($defs ?? {}) as Record<string, OpenApiObject>)) {
        // Stored input is shown as it was checked: the stricter form holds for both.
        if (io === "input" || !collected.has(id)) collected.set(id, withComponentRefs(definition));
      }
      return withComponentRefs(root);
    },
    components: () => Object.fromEntries([...collected].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** OpenAPI 3.1 speaks of `examples`; the rest says nothing to a reader, or forbids what a later version may add. */
function tidy(json: OpenApiObject, schema: z.core.$ZodType, io: "input" | "output"): void {
  if ("example" in json) {
    json.examples = [json.example];
    delete json.example;
  }
  delete json.id;
  // Of text that stands for a number.
  if (json.type === "integer") delete json.pattern;
  if (json.format === "date-time") delete json.pattern;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (io === "output" && schema instanceof z.ZodObject) delete json.additionalProperties;
}

function withComponentRefs(json: OpenApiObject): OpenApiObject {
  return JSON.parse(JSON.stringify(json), (key, value) =>
    key === "$ref" && typeof value === "string" ? value.replace(definitionsPrefix, componentsPrefix) : value,
  ) as OpenApiObject;
}
