import { z } from "zod";

const eventsMax = 1000;
const throttlePerHourMax = 1_000_000;

/** Many events in one request. Each is checked apart from the others, so that one mistake does not refuse them all. */
export const batchInput = z
  .strictObject({
    events: z
      .array(z.unknown())
      .min(1, "must have at least one event")
      .max(eventsMax, `must have at most ${eventsMax} events`)
      .meta({
        description: "Each as it would be published alone",
        items: { $ref: "#/components/schemas/PublishInput" },
      }),
    throttlePerHour: z
      .int()
      .min(1)
      .max(throttlePerHourMax)
      .optional()
      .meta({ description: "Spreads the new events in time: so many become due in an hour" }),
  })
  .meta({
    id: "BatchInput",
    example: {
      events: [
        { type: "message.delivered", data: { messageId: "wamid.HBgN" }, id: "order-1234" },
        { type: "message.failed", data: { messageId: "wamid.HBgO" }, id: "order-1235" },
      ],
      throttlePerHour: 3600,
    },
  });

/** What became of an event of a batch that was stored, or was stored before. */
export const batchedEvent = z
  .object({
    id: z.string(),
    duplicate: z.boolean(),
    deliveries: z.int().meta({ description: "Deliveries that will be sent" }),
    canceled: z.int().meta({ description: "Deliveries canceled from the start: their endpoint is disabled" }),
  })
  .meta({
    id: "BatchedEvent",
    example: { id: "order-1234", duplicate: false, deliveries: 2, canceled: 0 },
  });
