import { z } from "zod";
import { eventTypeName } from "./event-type.ts";
import { isJsonObject } from "./json-object.ts";
import { isoTime } from "./time.ts";

/** How large a schema and an example may be, each. A list shows a hundred of them. */
export const schemaBytesMax = 65_536;

const jsonObject = (meaning: string) =>
  z
    // Not a record: that would copy the members, and drop one called __proto__.
    .custom<Record<string, unknown>>(isJsonObject, "must be a JSON object")
    .nullable()
    .default(null)
    .meta({ type: ["object", "null"], description: meaning });

/** An entry of the catalogue as it is written; what is left out is as if it had never been set. */
export const eventTypeInput = z
  .strictObject({
    description: z
      .string()
      .max(2000, "must be at most 2000 characters")
      .default("")
      .meta({ description: "What has happened when it is published" }),
    group: z
      .string()
      .min(1, "must not be empty; null is none")
      .max(128, "must be at most 128 characters")
      .nullable()
      .default(null)
      .meta({ description: "What it is listed with" }),
    schema: jsonObject("JSON Schema 2020-12 of `data`; checked where the organization is strict"),
    example: jsonObject(
      "An example of `data`; it must fit the schema, and is what a test of an endpoint sends",
    ),
    archived: z
      .boolean()
      .default(false)
      .meta({ description: "No longer published; refused where the organization is strict" }),
    shared: z.boolean().default(false).meta({ description: "Visible to all organizations: for operators" }),
  })
  .meta({
    id: "EventTypeInput",
    example: {
      description: "The recipient's phone has the message.",
      group: "messages",
      schema: {
        type: "object",
        properties: { messageId: { type: "string" } },
        required: ["messageId"],
      },
      example: { messageId: "wamid.HBgN" },
    },
  });
export type EventTypeInput = z.output<typeof eventTypeInput>;

/** A type of event that producers publish, as the catalogue describes it. */
export const eventType = z
  .object({
    name: eventTypeName,
    description: z.string(),
    group: z.string().nullable(),
    schema: z.record(z.string(), z.unknown()).nullable(),
    example: z.record(z.string(), z.unknown()).nullable(),
    archived: z.boolean(),
    shared: z.boolean(),
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({
    id: "EventType",
    example: {
      name: "message.delivered",
      description: "The recipient's phone has the message.",
      group: "messages",
      schema: {
        type: "object",
        properties: { messageId: { type: "string" } },
        required: ["messageId"],
      },
      example: { messageId: "wamid.HBgN" },
      archived: false,
      shared: false,
      createdAt: "2026-05-13T12:46:25.000Z",
      updatedAt: "2026-05-13T12:46:25.000Z",
    },
  });
export type EventType = z.infer<typeof eventType>;
