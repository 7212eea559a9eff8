import { AppError, type FieldError, validationFailed } from "../domain/app-error.ts";
import { type EventType, type EventTypeInput, schemaBytesMax } from "../domain/catalogue.ts";
import { jsonDepthMax } from "../domain/event.ts";
import { publishableEventType } from "../domain/event-type.ts";
import { depthOf } from "../domain/json-text.ts";
import { compileSchema, schemaErrors } from "../json-schema/data-schema.ts";
import type { Caller } from "./caller.ts";
import type { OperationContext } from "./context.ts";

/** The JSON texts of an entry's schema and example as they were written; null for those that it has not. */
export interface EntryTexts {
  schema: string | null;
  example: string | null;
}

/** Makes an entry of the catalogue, or replaces it whole. */
export async function putEventType(
  context: OperationContext,
  caller: Caller,
  name: string,
  input: EventTypeInput,
  texts: EntryTexts,
): Promise<EventType> {
  const errors = [
    ...nameErrors(name),
    ...textErrors("schema", texts.schema),
    ...textErrors("example", texts.example),
  ];
  if (errors.length > 0) throw validationFailed(errors);
  if (input.shared && caller.key.role !== "operator") throw sharedByOperators();
  requireUsable(input, texts);
  const { description, group, archived, shared } = input;
  const spec = { description, group, archived, shared, ...texts };
  return context.store.putEventType(caller.organizationId, name, { spec, nowMs: context.clock.now() });
}

function nameErrors(name: string): FieldError[] {
  const result = publishableEventType.safeParse(name);
  return result.success ? [] : result.error.issues.map(({ message }) => ({ path: "name", message }));
}

function textErrors(path: string, text: string | null): FieldError[] {
  if (text === null) return [];
  if (Buffer.byteLength(text) > schemaBytesMax) {
    return [{ path, message: `must be at most ${schemaBytesMax} bytes` }];
  }
  if (depthOf(text) <= jsonDepthMax) return [];
  return [{ path, message: `is nested deeper than ${jsonDepthMax} levels; flatten it` }];
}

/** The schema must be one that data can be checked with, and the example must fit it. */
function requireUsable({ schema, example }: EventTypeInput, texts: EntryTexts): void {
  if (schema === null) return;
  const broken = schemaErrors(schema);
  if (broken.length > 0) throw validationFailed(broken);
  if (example === null || texts.example === null) return;
  const misfits = compileSchema(schema)(example, texts.example);
  if (misfits.length > 0) throw validationFailed(misfits.map(atExample));
}

/** `data.messageId` → `example.messageId`. */
function atExample({ path, message }: FieldError): FieldError {
  return { path: path.replace(/^data/, "example"), message };
}

function sharedByOperators(): AppError {
  return new AppError(
    "forbidden",
    "Only an operator can share an event type with all organizations. Leave shared out, or send false.",
  );
}
