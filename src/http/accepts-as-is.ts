import type { z } from "zod";

/** True: the schema takes the value and gives it back as it is. False: ask the schema. */
export type AcceptsAsIs = (value: unknown) => boolean;

type Schema = z.core.$ZodType;
type Check = z.core.$ZodCheck;

/**
 * The quick half of a schema, for values that need no words about them: whatever it takes, `schema.parse` takes and
 * gives back unchanged, unknown fields included because there are none. What it refuses may be right all the same: it
 * knows the plain kinds only. A parse costs several times as much and copies.
 * @example acceptsAsIs(z.strictObject({ n: z.int() }))({ n: 1 }) // true
 */
export function acceptsAsIs(schema: Schema): AcceptsAsIs {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const accepts = compile(schema) ?? never;
  compiled.set(schema, accepts);
  return accepts;
}

const compiled = new WeakMap<Schema, AcceptsAsIs>();

const never: AcceptsAsIs = () => false;

/** Null: of a kind that is not known here, or that may change the value. */
function compile(schema: Schema): AcceptsAsIs | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const kind = compileKind(def);
  const checks = checksOf(schema);
  if (kind === null || checks === null) return null;
  const [first, second, third] = checks;
  if (first === undefined) return kind;
  if (second === undefined) return (value) => kind(value) && first(value);
  if (third === undefined) return (value) => kind(value) && first(value) && second(value);
  return (value) => kind(value) && checks.every((accepts) => accepts(value));
}

function compileKind(def: z.core.$ZodTypes["_zod"]["def"]): AcceptsAsIs | null {
  switch (def.type) {
    case "unknown":
      return () => true;
    case "string":
      return "coerce" in def ? null : (value) => typeof value === "string";
    case "number":
      return "coerce" in def ? null : Number.isFinite;
    case "boolean":
      return "coerce" in def ? null : (value) => typeof value === "boolean";
    case "enum":
      return compileEnum(Object.values(def.entries));
    case "custom":
      return () => true;
    case "optional":
      return compile(def.innerType);
    case "nullable":
      return compileNullable(compile(def.innerType));
    case "array":
      return compileArray(compile(def.element));
    case "object":
      return compileObject(def.shape);
    case "union":
      // A later member may take what an earlier one takes too, without some of its fields.
      return def.options[0] === undefined ? null : compile(def.options[0]);
    default:
      return null;
  }
}

function compileNullable(accepts: AcceptsAsIs | null): AcceptsAsIs | null {
  return accepts && ((value) => value === null || accepts(value));
}

function compileEnum(entries: readonly unknown[]): AcceptsAsIs {
  return (value) => entries.includes(value);
}

function compileArray(accepts: AcceptsAsIs | null): AcceptsAsIs | null {
  return accepts && ((value) => Array.isArray(value) && value.every(accepts));
}

function compileObject(shape: Readonly<Record<string, Schema>>): AcceptsAsIs | null {
  const members = new Map<string, { accepts: AcceptsAsIs; isRequired: boolean }>();
  for (const [name, schema] of Object.entries(shape)) {
    const accepts = compile(schema);
    if (accepts === null) return null;
    members.set(name, { accepts, isRequired: schema._zod.optin === undefined });
  }
  const required = [...members.values()].filter(({ isRequired }) => isRequired).length;
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const name in value) {
      const member = members.get(name);
      if (member === undefined || !member.accepts((value as Record<string, unknown>)[name])) return false;
      if (member.isRequired) found++;
    }
    return found === required;
  };
}

/** What a value of the kind must fulfil besides; null where one of them is not known here. */
function checksOf(schema: Schema): AcceptsAsIs[] | null {
  const { def } = schema._zod;
  const own = "check" in def ? [schema as unknown as Check] : [];
  const all = [...own, ...(def.checks ?? [])].map((check) => compileCheck(check._zod.def as CheckDef));
  return all.every((accepts) => accepts !== null) ? all : null;
}

type CheckDef = z.core.$ZodChecks["_zod"]["def"] | z.core.$ZodCustomDef;

function compileCheck(def: CheckDef): AcceptsAsIs | null {
  switch (def.check) {
    case "max_length":
      return (value) => lengthOf(value) <= def.maximum;
    case "min_length":
      // Texts are measured in characters, of which one may have a length of two.
      return (value) => lengthOf(value) >= (typeof value === "string" ? 2 * def.minimum : def.minimum);
    case "less_than":
      return compileBelow(Number(def.value), def.inclusive);
    case "greater_than":
      return compileAbove(Number(def.value), def.inclusive);
    case "number_format":
      return def.format === "safeint" ? Number.isSafeInteger : null;
    case "string_format":
      return compileFormat(def as z.core.$ZodCheckStringFormatDef);
    case "custom":
      return compileCustom(def as z.core.$ZodCustomDef);
    default:
      return null;
  }
}

function compileBelow(end: number, inclusive: boolean): AcceptsAsIs {
  return (value) => (inclusive ? (value as number) <= end : (value as number) < end);
}

function compileAbove(start: number, inclusive: boolean): AcceptsAsIs {
  return (value) => (inclusive ? (value as number) >= start : (value as number) > start);
}

function lengthOf(value: unknown): number {
  return (value as string | unknown[]).length;
}

/** Formats that are a pattern and nothing else. */
function compileFormat({ format, pattern }: z.core.$ZodCheckStringFormatDef): AcceptsAsIs | null {
  if (pattern === undefined || pattern.global || pattern.sticky) return null;
  return format === "regex" || format === "datetime" ? (value) => pattern.test(value as string) : null;
}

/** One that says more than yes or no has no such function. */
function compileCustom({ fn }: Partial<z.core.$ZodCustomDef>): AcceptsAsIs | null {
  return fn === undefined ? null : (value) => fn(value) === true;
}
