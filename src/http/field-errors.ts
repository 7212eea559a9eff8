import { z } from "zod";
import type { FieldError } from "../domain/app-error.ts";
import { nearestWord } from "../platform/nearest-word.ts";
import { acceptsAsIs } from "./accepts-as-is.ts";

/** What an unknown field is called in the sentence about it. */
export type FieldKind = "field" | "query parameter";

const shownTextMax = 64;

/** Validates a value; throws nothing: the errors are values, as plain sentences by dotted path. */
export function checkAgainst<S extends z.ZodType>(
  schema: S,
  value: unknown,
  kind: FieldKind,
): { ok: true; value: z.output<S> } | { ok: false; errors: FieldError[] } {
  if (acceptsAsIs(schema)(value)) return { ok: true, value: value as z.output<S> };
  const result = schema.safeParse(value, { error: plainSentence });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, errors: result.error.issues.flatMap((issue) => errorsOf(issue, schema, value, kind)) };
}

function errorsOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, kind: FieldKind): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const known = fieldNames(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key].join("."),
      message: unknownSentence(key, known, kind),
    }));
  }
  const found = valueAt(value, path);
  if (found === undefined && path.length > 0) return [{ path: path.join("."), message: "is required" }];
  const message =
    issue.code === "invalid_key" ? `has a name that ${issue.issues[0]?.message}` : issue.message;
  return [{ path: path.join("."), message: message + shown(path, found) }];
}

function unknownSentence(key: string, known: readonly string[], kind: FieldKind): string {
  const nearest = nearestWord(key, known);
  return `is not a ${kind} here${nearest === null ? "" : `; did you mean "${nearest}"?`}`;
}

/** The value that is wrong, where it is short and cannot be a secret. */
function shown(path: readonly string[], value: unknown): string {
  if (path.includes("secret") || path[0] === "headers" || path[0] === "config") return "";
  if (typeof value === "string" && value.length <= shownTextMax) return ` (got ${JSON.stringify(value)})`;
  return typeof value === "number" || typeof value === "boolean" ? ` (got ${value})` : "";
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

function fieldNames(schema: z.ZodType, path: readonly string[]): string[] {
  let at: z.core.$ZodType | undefined = unwrapped(schema);
  for (const name of path) at = at instanceof z.ZodObject ? unwrapped(at.shape[name]) : undefined;
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** The schema inside `.optional()`, `.nullable()` and `.default()`. */
function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodNullable || at instanceof z.ZodDefault) {
    at = at.unwrap();
  }
  return at;
}

const kindNames: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a JSON object",
  record: "a JSON object",
  null: "null",
};

/** Words for what a schema itself has no message for. */
function plainSentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kindNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return issue.values.length === 1
        ? `must be ${JSON.stringify(issue.values[0])}`
        : `must be one of ${issue.values.join(", ")}`;
    case "too_big":
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case "too_small":
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    default:
      return undefined;
  }
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " items" : "";
}
