import { z } from "zod";
import { deliveryStatus } from "./delivery.ts";
import { endpointStatus, healthState } from "./endpoint.ts";
import { outcome } from "./outcome.ts";
import { isoTime } from "./time.ts";

/** A delivery after an attempt. */
const changedDelivery = z.object({
  id: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  endpointId: z.string(),
  status: deliveryStatus,
  attemptCount: z.int(),
  nextAttemptAt: isoTime.nullable(),
  attemptId: z.string(),
  lastOutcome: outcome,
  lastResponseStatus: z.int().nullable(),
  durationMs: z.int(),
});
export type ChangedDelivery = z.infer<typeof changedDelivery>;

/** How an endpoint is now. */
const changedEndpoint = z.discriminatedUnion("status", [
  z.object({
    id: z.string(),
    status: endpointStatus,
    health: healthState,
    consecutiveFailedAttempts: z.int(),
  }),
  z.object({ id: z.string(), status: z.literal("deleted") }),
]);
export type ChangedEndpoint = z.infer<typeof changedEndpoint>;

/** What happened in an organization since the message before: at most a second's worth. */
export const liveChanges = z
  .object({
    at: isoTime,
    deliveries: z.array(changedDelivery).meta({ description: "The latest last" }),
    deliveriesLeftOut: z.int().meta({ description: "How many more there were, before these" }),
    endpoints: z.array(changedEndpoint),
  })
  .meta({
    id: "LiveChanges",
    example: {
      at: "2026-05-13T12:46:26.000Z",
      deliveries: [
        {
          id: "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
          eventId: "order-1234",
          eventType: "order.paid",
          endpointId: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
          status: "pending",
          attemptCount: 1,
          nextAttemptAt: "2026-05-13T12:46:30.000Z",
          attemptId: "att_01kq8v4z6t8m5n2p7r9s3w1x0y",
          lastOutcome: "http_error",
          lastResponseStatus: 503,
          durationMs: 41,
        },
      ],
      deliveriesLeftOut: 0,
      endpoints: [
        {
          id: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
          status: "active",
          health: "failing",
          consecutiveFailedAttempts: 1,
        },
      ],
    },
  });
export type LiveChanges = z.infer<typeof liveChanges>;
