import { isJsonObject } from "../domain/json-object.ts";

/** A JSON object of a schema. */
export type SchemaObject = Record<string, unknown>;

/** A schema within a schema, by its JSON pointer (`#/properties/name`). */
export interface Subschema {
  schema: SchemaObject;
  /** Pointers of the schemas that are part of it: checked with it, unlike its definitions. */
  parts: string[];
}

const single = [
  "additionalProperties",
  "contains",
  "else",
  "if",
  "items",
  "not",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
];
const listed = ["allOf", "anyOf", "oneOf", "prefixItems"];
const named = ["dependencies", "dependentSchemas", "patternProperties", "properties"];
/** Schemas that are there to be referred to: no part of the one that they stand in. */
export const definitions = ["$defs", "definitions"];

/**
 * Every schema in the document, where JSON Schema 2020-12 allows one: what looks like one inside `const`, `enum`,
 * `default` or `examples` is data.
 */
export function subschemasOf(root: SchemaObject): Map<string, Subschema> {
  const found = new Map<string, Subschema>();
  visit(root, "#");
  return found;

  function visit(schema: SchemaObject, pointer: string): void {
    const parts: string[] = [];
    found.set(pointer, { schema, parts });
    for (const [keyword, value] of Object.entries(schema)) {
      const isDefinition = definitions.includes(keyword);
      for (const [below, child] of childrenOf(keyword, value, pointer)) {
        if (!isJsonObject(child)) continue;
        if (!isDefinition) parts.push(below);
        visit(child, below);
      }
    }
  }
}

/** The schemas at a keyword of the schema at a pointer, with pointers of their own. */
export function childrenOf(
  keyword: string,
  value: unknown,
  pointer: string,
): [pointer: string, child: unknown][] {
  const at = `${pointer}/${escaped(keyword)}`;
  if (single.includes(keyword)) return [[at, value]];
  if (listed.includes(keyword) && Array.isArray(value)) return value.map((one, i) => [`${at}/${i}`, one]);
  if ((named.includes(keyword) || definitions.includes(keyword)) && isJsonObject(value)) {
    return Object.entries(value).map(([name, one]) => [`${at}/${escaped(name)}`, one]);
  }
  return [];
}

/** A reference's pointer as `subschemasOf` writes it. */
export function decodedReference(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** RFC 6901, 3. */
function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
