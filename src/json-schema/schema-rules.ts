import type { FieldError } from "../domain/app-error.ts";
import { isJsonObject } from "../domain/json-object.ts";
import { schemaPatternProblem } from "./schema-pattern.ts";
import { decodedReference, type SchemaObject, type Subschema, subschemasOf } from "./subschemas.ts";

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** Schemas that one check goes through, references written out: a few that double each other would be billions. */
const expandedMax = 2000;

/** `uniqueItems` compares every item with every other. */
const uniqueItemsMax = 1000;

/** Each takes half a millisecond to compile, which the first event after a start waits for. */
const patternsMax = 50;

/** They make a reference lead elsewhere than its pointer says, or to another document. */
const refused = [
  "$anchor",
  "$dynamicAnchor",
  "$dynamicRef",
  "$recursiveAnchor",
  "$recursiveRef",
  "$vocabulary",
];

/**
 * What is wrong with a schema by our own rules, which bound the time that a check can take. Paths are dotted from the
 * schema (`schema.properties.name.pattern`).
 */
export function schemaRuleErrors(root: SchemaObject): FieldError[] {
  const all = subschemasOf(root);
  const errors: FieldError[] = [];
  for (const [pointer, { schema }] of all) {
    const path = pathOf(pointer);
    for (const [keyword, message] of brokenRules(schema, pointer === "#", all)) {
      errors.push({ path: `${path}.${keyword}`, message });
    }
  }
  const patterns = [...all.values()].reduce((sum, { schema }) => sum + patternsOf(schema).length, 0);
  if (patterns > patternsMax) {
    errors.push({ path: "schema", message: `has ${patterns} patterns, more than ${patternsMax}` });
  }
  return errors.length > 0 ? errors : sizeErrors(all);
}

function patternsOf({ pattern, patternProperties }: SchemaObject): string[] {
  const names = isJsonObject(patternProperties) ? Object.keys(patternProperties) : [];
  return typeof pattern === "string" ? [pattern, ...names] : names;
}

function brokenRules(
  schema: SchemaObject,
  isRoot: boolean,
  all: ReadonlyMap<string, Subschema>,
): [keyword: string, message: string][] {
  const broken: [string, string][] = [];
  for (const keyword of refused) {
    if (keyword in schema) broken.push([keyword, "is not taken here; refer to #/$defs/… with $ref"]);
  }
  // A word of ajv's own: a check would return a promise, which lets all data pass, and end the process with its error.
  if ("$async" in schema) broken.push(["$async", "is not taken here; a schema is checked at once"]);
  if ("$id" in schema && !isRoot) broken.push(["$id", "is taken at the root only"]);
  if ("$schema" in schema && schema.$schema !== dialect) {
    broken.push(["$schema", `must be "${dialect}", or left out`]);
  }
  const { $ref, pattern, patternProperties, uniqueItems, maxItems } = schema;
  if (typeof $ref === "string" && !all.has(decodedReference($ref))) {
    broken.push(["$ref", "must lead to a schema in this document, such as #/$defs/address"]);
  }
  const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : [];
  const problem = typeof pattern === "string" ? schemaPatternProblem(pattern) : null;
  if (problem !== null) broken.push(["pattern", problem]);
  for (const name of patterns) {
    const wrong = schemaPatternProblem(name);
    if (wrong !== null) broken.push(["patternProperties", `has a name that ${wrong}`]);
  }
  if (uniqueItems === true && !(typeof maxItems === "number" && maxItems <= uniqueItemsMax)) {
    broken.push(["uniqueItems", `needs maxItems beside it, of at most ${uniqueItemsMax}`]);
  }
  return broken;
}

function sizeErrors(all: ReadonlyMap<string, Subschema>): FieldError[] {
  const { sizeOf, recursive } = expansionOf(all);
  for (const pointer of all.keys()) sizeOf(pointer);
  if (recursive.size > 0) {
    return [...recursive].map((pointer) => ({
      path: `${pathOf(pointer)}.$ref`,
      message: "refers to itself in the end: a recursive schema is not taken",
    }));
  }
  if (sizeOf("#") <= expandedMax) return [];
  const message = `is too large: with its references written out it has more than ${expandedMax} schemas`;
  return [{ path: "schema", message }];
}

/** The number of schemas in each, references written out; and those whose references come back to themselves. */
function expansionOf(all: ReadonlyMap<string, Subschema>) {
  const sizes = new Map<string, number>();
  const recursive = new Set<string>();
  function sizeOf(pointer: string): number {
    const known = sizes.get(pointer);
    if (known !== undefined) return known;
    const { schema, parts } = all.get(pointer) as Subschema;
    // Met again before it is known, it is part of itself.
    sizes.set(pointer, Number.POSITIVE_INFINITY);
    const target = typeof schema.$ref === "string" ? [decodedReference(schema.$ref)] : [];
    const size = [...parts, ...target].reduce((sum, part) => sum + sizeOf(part), 1);
    if (size === Number.POSITIVE_INFINITY && target.length > 0) recursive.add(pointer);
    sizes.set(pointer, size);
    return size;
  }
  return { sizeOf, recursive };
}

/** `#/properties/name` → `schema.properties.name`. */
function pathOf(pointer: string): string {
  const names = pointer.split("/").slice(1);
  return ["schema", ...names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"))].join(".");
}
