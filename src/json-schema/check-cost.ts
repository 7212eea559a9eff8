import { isJsonObject } from "../domain/json-object.ts";
import { fromEcmaScript, patternSize } from "../platform/linear-pattern.ts";
import { childrenOf, decodedReference, definitions, type SchemaObject, subschemasOf } from "./subschemas.ts";

/**
 * What a check may cost. A unit is what it takes to find that one value does not fit one schema, some 0.4 µs. It grows
 * with the data, so that a batch of many small events may cost no more than one large event and a little for each.
 */
const unitsPerCharacter = 4;
const unitsAtLeast = 4000;

/** Names and plain values that are looked for, values of objects, pairs of items, instructions: each is cheaper. */
const namesPerUnit = 50;
const nestedValuesPerUnit = 5;
const uniqueItemsPerUnit = 64;
const instructionsPerUnit = 50;

/** Instructions that counting the characters of a text is worth. */
const lengthInstructions = 5;

/** In place: they judge the same value as the schema that they stand in. */
const sameValue = [
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "dependencies",
];

/** Each schema in them judges a value of its own, of which there is one. */
const oneOfEach = ["properties", "prefixItems"];

/** Whether a check of data against a schema takes too long; by an upper bound, before it is made. */
export type IsTooCostly = (text: string) => boolean;

/** The schema must be free of errors. */
export function checkCostOf(root: SchemaObject): IsTooCostly {
  const onValues = costOf(root, unitsOnValue);
  const onCharacters = costOf(root, unitsOnCharacter);
  // Comparing items reads all that is in them.
  const perValue = onValues.each + costOf(root, unitsOnPairs).most;
  return (text) =>
    onValues.once + perValue * valuesIn(text) + onCharacters.most * text.length >
    unitsPerCharacter * text.length + unitsAtLeast;
}

/** Units of a schema and all that it leads to. */
interface Cost {
  /** On the value that it judges. */
  here: number;
  /** On the named values below that one: there is at most one of each name. */
  named: number;
  /** On any one of the values below that there may be many of, such as the items of a list. */
  each: number;
  /** On any one of all values below. */
  below: number;
}

/**
 * Schemas that judge one value together are added up; of properties, which are different values, the dearest counts
 * for each value.
 */
function costOf(root: SchemaObject, ownUnits: (schema: SchemaObject) => number) {
  const all = subschemasOf(root);
  const known = new Map<string, Cost>();

  function at(pointer: string): Cost {
    const done = known.get(pointer);
    if (done !== undefined) return done;
    const schema = all.get(pointer)?.schema ?? {};
    const cost: Cost = { here: ownUnits(schema), named: 0, each: 0, below: 0 };
    if (typeof schema.$ref === "string") addInPlace(cost, at(decodedReference(schema.$ref)));
    for (const [keyword, value] of Object.entries(schema)) {
      if (definitions.includes(keyword)) continue;
      const children = childrenOf(keyword, value, pointer).filter(([, child]) => isJsonObject(child));
      add(
        cost,
        keyword,
        children.map(([below]) => at(below)),
      );
    }
    known.set(pointer, cost);
    return cost;
  }

  const cost = at("#");
  return { once: cost.here + cost.named, each: cost.each, most: most(cost) };
}

function add(cost: Cost, keyword: string, children: readonly Cost[]): void {
  if (sameValue.includes(keyword)) {
    for (const child of children) addInPlace(cost, child);
  } else if (oneOfEach.includes(keyword)) {
    cost.named += sum(children.map(({ here, named }) => here + named));
    cost.each += Math.max(0, ...children.map(({ each }) => each));
    cost.below += Math.max(0, ...children.map(most));
  } else {
    const units = sum(children.map(most));
    cost.each += units;
    cost.below += units;
  }
}

function addInPlace(cost: Cost, other: Cost): void {
  cost.here += other.here;
  cost.named += other.named;
  cost.each += other.each;
  cost.below += other.below;
}

function most({ here, below }: Cost): number {
  return Math.max(here, below);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function unitsOnValue(schema: SchemaObject): number {
  const { properties, required, dependentRequired } = schema;
  return (
    1 +
    sum([properties, required, dependentRequired].map(lengthOf)) / namesPerUnit +
    sum([schema.const, ...(Array.isArray(schema.enum) ? schema.enum : [])].map(unitsToCompare))
  );
}

function unitsOnPairs({ uniqueItems, maxItems }: SchemaObject): number {
  return uniqueItems === true && typeof maxItems === "number" ? maxItems / uniqueItemsPerUnit : 0;
}

/** With one value of an `enum`, or a `const`. */
function unitsToCompare(value: unknown): number {
  return typeof value === "object" && value !== null
    ? valuesIn(JSON.stringify(value)) / nestedValuesPerUnit
    : 1 / namesPerUnit;
}

function unitsOnCharacter(schema: SchemaObject): number {
  const { pattern, patternProperties, minLength, maxLength } = schema;
  const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : [];
  if (typeof pattern === "string") patterns.push(pattern);
  const counts = minLength === undefined && maxLength === undefined ? 0 : lengthInstructions;
  const instructions = sum(patterns.map((one) => patternSize(fromEcmaScript(one))));
  return (counts + instructions) / instructionsPerUnit;
}

function lengthOf(listOrObject: unknown): number {
  return typeof listOrObject === "object" && listOrObject !== null ? Object.keys(listOrObject).length : 0;
}

/** At least as many as there are: every value but the first stands behind one of these. */
function valuesIn(text: string): number {
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2c || code === 0x5b || code === 0x7b) count++;
  }
  return count;
}
