import { z } from "zod";
import { eventTypeName, publishableEventType } from "./event-type.ts";
import { isJsonObject } from "./json-object.ts";
import { isoTime, isoTimeInput } from "./time.ts";

/** A producer's own event id. No `.`, which delimits the signed content. */
export const eventId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/, "must be 1 to 128 letters, digits, '_' or '-' (no '.')");

const tag = z.string().regex(/^[A-Za-z0-9_.:-]{1,64}$/, "must be 1 to 64 of A-Z a-z 0-9 _ . : -");

/** How far ahead `deliverAt` may lie: 30 days. */
export const deliverAheadMsMax = 30 * 24 * 3600 * 1000;

/** How deep `data` may be nested. */
export const jsonDepthMax = 64;

const namedEndpoints = z
  .array(z.string())
  .min(1, "must name at least one endpoint")
  .max(1000, "must name at most 1,000 endpoints");

export const publishInput = z
  .strictObject({
    type: publishableEventType.describe(
      "Its name, by which endpoints subscribe; not `webhook.…` or `posthorn.…`",
    ),
    data: z
      // Not a record: that would walk over the members, and copy them, on every publish.
      .custom<Record<string, unknown>>(isJsonObject, "must be a JSON object")
      .meta({
        type: "object",
        additionalProperties: true,
        description: "Any JSON object; it reaches the receiver byte for byte",
      }),
    id: eventId
      .optional()
      .meta({ description: "The caller's own id; a repeated one stores and sends nothing" }),
    timestamp: isoTimeInput.optional().meta({ description: "When it happened; now, if left out" }),
    deliverAt: isoTimeInput.optional().meta({ description: "Not before this time; up to 30 days ahead" }),
    endpointIds: namedEndpoints
      .optional()
      .meta({ description: "Send to just these, whatever they subscribe to" }),
    tags: z
      .array(tag)
      .max(10, "must be at most 10 tags")
      .optional()
      .meta({ description: "Searchable, not sent" }),
  })
  .meta({
    id: "PublishInput",
    example: {
      type: "message.delivered",
      data: { messageId: "wamid.HBgN" },
      id: "order-1234",
      tags: ["crm"],
    },
  });
export type PublishInput = z.infer<typeof publishInput>;

export const resendInput = z
  .strictObject({
    endpointIds: namedEndpoints
      .optional()
      .meta({ description: "Send to just these; to all that are subscribed now, if left out" }),
  })
  .meta({ id: "EventResend", example: { endpointIds: ["ep_01kq8v4z6t8m5n2p7r9s3w1x0y"] } });

/** The reply to publishing: what was stored and how many deliveries it made. */
export const publishedEvent = z
  .object({
    id: z.string(),
    type: eventTypeName,
    timestamp: isoTime,
    createdAt: isoTime,
    deliveries: z.int().meta({ description: "Deliveries that will be sent" }),
    canceled: z.int().meta({ description: "Deliveries canceled from the start: their endpoint is disabled" }),
    duplicate: z.boolean(),
  })
  .meta({
    id: "PublishedEvent",
    example: {
      id: "order-1234",
      type: "message.delivered",
      timestamp: "2026-05-13T12:46:25.000Z",
      createdAt: "2026-05-13T12:46:25.104Z",
      deliveries: 2,
      canceled: 0,
      duplicate: false,
    },
  });
export type PublishedEvent = z.infer<typeof publishedEvent>;

/** An event in the log: without its data. */
export const eventSummary = z
  .object({
    id: z.string(),
    type: eventTypeName,
    timestamp: isoTime,
    createdAt: isoTime,
    tags: z.array(z.string()),
    sourceId: z.string().nullable(),
  })
  .meta({
    id: "EventSummary",
    example: {
      id: "order-1234",
      type: "message.delivered",
      timestamp: "2026-05-13T12:46:25.000Z",
      createdAt: "2026-05-13T12:46:25.104Z",
      tags: ["crm"],
      sourceId: null,
    },
  });
export type EventSummary = z.infer<typeof eventSummary>;

/** One event, with its data (null once erased) and what became of it. */
export const event = eventSummary
  .extend({
    data: z.record(z.string(), z.unknown()).nullable(),
    deliveries: z.object({ pending: z.int(), succeeded: z.int(), failed: z.int(), canceled: z.int() }),
  })
  .meta({
    id: "Event",
    example: {
      id: "order-1234",
      type: "message.delivered",
      timestamp: "2026-05-13T12:46:25.000Z",
      createdAt: "2026-05-13T12:46:25.104Z",
      tags: ["crm"],
      sourceId: null,
      data: { messageId: "wamid.HBgN" },
      deliveries: { pending: 1, succeeded: 1, failed: 0, canceled: 0 },
    },
  });
export type Event = z.infer<typeof event>;

/** What a delivery needs of its event in order to be rendered and signed. `data` is the JSON text as published. */
export interface EventContent {
  id: string;
  type: string;
  /** The bytes between the braces of `data`, braces included, as the producer wrote them. */
  data: string;
  timestampMs: number;
  createdAtMs: number;
}
