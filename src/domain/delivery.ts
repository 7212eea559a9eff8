import { z } from "zod";
import { outcome } from "./outcome.ts";
import { isoTime } from "./time.ts";

export const deliveryStatus = z.enum(["pending", "succeeded", "failed", "canceled"]);
export type DeliveryStatus = z.infer<typeof deliveryStatus>;

/** Why a delivery ended without success. */
export const deliveryReason = z.enum(["exhausted", "expired", "gone", "endpoint_disabled", "manual"]);
export type DeliveryReason = z.infer<typeof deliveryReason>;

/** What made the delivery. */
export const trigger = z.enum(["event", "resend", "recover", "replay", "test"]);
export type Trigger = z.infer<typeof trigger>;

/** One event on its way to one endpoint: the durable job. */
export const delivery = z
  .object({
    id: z.string(),
    eventId: z.string(),
    eventType: z.string(),
    endpointId: z.string(),
    status: deliveryStatus,
    reason: deliveryReason.nullable(),
    attemptCount: z.int(),
    maxAttempts: z.int(),
    nextAttemptAt: isoTime.nullable(),
    trigger,
    lastResponseStatus: z.int().nullable(),
    lastOutcome: outcome.nullable(),
    createdAt: isoTime,
    completedAt: isoTime.nullable(),
  })
  .meta({
    id: "Delivery",
    example: {
      id: "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
      eventId: "order-1234",
      eventType: "message.delivered",
      endpointId: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
      status: "pending",
      reason: null,
      attemptCount: 1,
      maxAttempts: 8,
      nextAttemptAt: "2026-05-13T12:46:30.000Z",
      trigger: "event",
      lastResponseStatus: 503,
      lastOutcome: "http_error",
      createdAt: "2026-05-13T12:46:25.104Z",
      completedAt: null,
    },
  });
export type Delivery = z.infer<typeof delivery>;

/** A request as an endpoint gets it; sensitive header values read `[redacted]`. Headers and body are null once erased. */
export const sentRequest = z
  .object({
    url: z.string(),
    headers: z.record(z.string(), z.string()).nullable(),
    body: z.string().nullable(),
  })
  .meta({
    id: "SentRequest",
    example: {
      url: "https://hooks.example.com/in",
      headers: {
        "content-type": "application/json",
        "webhook-id": "order-1234",
        "webhook-timestamp": "1778676385",
        "webhook-signature": "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
      },
      body: '{"id":"order-1234","type":"message.delivered","timestamp":"2026-05-13T12:46:25.000Z","data":{"messageId":"wamid.HBgN"}}',
    },
  });
export type SentRequest = z.infer<typeof sentRequest>;

export const deliveryWithRequest = delivery
  .extend({ request: sentRequest })
  .meta({ id: "DeliveryWithRequest" });
export type DeliveryWithRequest = z.infer<typeof deliveryWithRequest>;

/** The share of an endpoint's starts that a waiting delivery counts in: 8 first attempts, 3 retries, 1 bulk of 12. */
export const shares = ["first", "retry", "bulk"] as const;
export type Share = (typeof shares)[number];

/** Which share a delivery waits in: recoveries and replays go behind live traffic. */
export function shareOf(kind: Trigger, attemptCount: number): Share {
  if (kind === "recover" || kind === "replay") return "bulk";
  return attemptCount === 0 ? "first" : "retry";
}
