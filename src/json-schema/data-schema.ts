import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { FieldError } from "../domain/app-error.ts";
import { checkCostOf } from "./check-cost.ts";
import { schemaPatternEngine } from "./schema-pattern.ts";
import { schemaRuleErrors } from "./schema-rules.ts";
import type { SchemaObject } from "./subschemas.ts";

/** A compiled schema. Says where data breaks it, by paths from `data`; nothing if it does not. */
export type CheckData = (data: unknown, text: string) => FieldError[];

const errorsMax = 10;

/**
 * `format` is a note to the reader, as JSON Schema 2020-12 has it by default, and so is a keyword that nobody knows.
 * One error ends a check: collecting them all would multiply what hostile data can cost.
 */
const ajv = new Ajv2020({
  strict: false,
  allErrors: false,
  validateFormats: false,
  validateSchema: false,
  logger: false,
  code: { regExp: schemaPatternEngine },
});

/** What is wrong with a schema, by paths from `schema`; nothing if it can be used. */
export function schemaErrors(schema: SchemaObject): FieldError[] {
  if (ajv.validateSchema(plain(schema)) !== true) {
    return fieldErrors(ajv.errors ?? [], "schema", "is no JSON Schema 2020-12");
  }
  const broken = schemaRuleErrors(schema);
  if (broken.length > 0) return broken;
  try {
    compileSchema(schema);
    return [];
  } catch (error) {
    return [{ path: "schema", message: `cannot be used: ${error instanceof Error ? error.message : error}` }];
  }
}

/** Compiles a schema that `schemaErrors` found nothing wrong with. Takes a millisecond: keep what it returns. */
export function compileSchema(schema: SchemaObject): CheckData {
  const clean = plain(schema);
  const validate = ajv.compile(clean);
  // It would keep every schema that it has ever seen.
  ajv.removeSchema(clean);
  const isTooCostly = checkCostOf(schema);
  return (data, text) => {
    if (isTooCostly(text)) {
      return [{ path: "data", message: "has too many values to be checked against the schema of its type" }];
    }
    return errorsOf(validate, data);
  };
}

function errorsOf(validate: ValidateFunction, data: unknown): FieldError[] {
  if (validate(data)) return [];
  return fieldErrors(validate.errors ?? [], "data", "does not fit the schema of its type");
}

/** Without what would register it under a name, for others to refer to, or make its check return a promise. */
function plain({ $id: _id, $schema: _schema, $async: _async, ...schema }: SchemaObject): SchemaObject {
  return schema;
}

function fieldErrors(errors: readonly ErrorObject[], root: string, fallback: string): FieldError[] {
  const found = new Map<string, FieldError>();
  for (const error of errors.slice(0, errorsMax)) {
    const field = fieldError(error, root, fallback);
    found.set(`${field.path} ${field.message}`, field);
  }
  return found.size > 0 ? [...found.values()] : [{ path: root, message: fallback }];
}

function fieldError(error: ErrorObject, root: string, fallback: string): FieldError {
  const names = error.instancePath
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const { params } = error as { params: Record<string, unknown> };
  const path = (name?: unknown) => [root, ...names, ...(name === undefined ? [] : [name])].join(".");
  switch (error.keyword) {
    case "required":
    case "dependentRequired":
      return { path: path(params.missingProperty), message: "is required by the schema" };
    case "additionalProperties":
      return { path: path(params.additionalProperty), message: "is not in the schema" };
    case "unevaluatedProperties":
      return { path: path(params.unevaluatedProperty), message: "is not in the schema" };
    case "enum":
      return { path: path(), message: `must be one of ${shown(params.allowedValues)}` };
    case "const":
      return { path: path(), message: `must be ${shown(params.allowedValue)}` };
    default:
      return { path: path(), message: error.message ?? fallback };
  }
}

/** Bounded: a schema may list thousands. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
