import { z } from "zod";
import { sentRequest, trigger } from "./delivery.ts";
import { outcome } from "./outcome.ts";
import { isoTime } from "./time.ts";

/** How much of a response is read, and how much of it is kept. */
export const responseReadBytesMax = 65_536;
export const responseStoredBytesMax = 1024;
export const responseHeaderBytesMax = 4096;

/** One HTTP request made for a delivery, and what came back. */
export const attempt = z
  .object({
    id: z.string(),
    deliveryId: z.string(),
    eventId: z.string(),
    eventType: z.string(),
    endpointId: z.string(),
    number: z.int(),
    trigger,
    startedAt: isoTime,
    durationMs: z.int(),
    outcome,
    responseStatus: z.int().nullable(),
    responseHeaders: z.record(z.string(), z.string()).nullable(),
    responseBody: z.string().nullable(),
    responseBodyTruncated: z.boolean(),
    error: z.string().nullable(),
  })
  .meta({
    id: "Attempt",
    example: {
      id: "att_01kq8v4z6t8m5n2p7r9s3w1x0y",
      deliveryId: "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
      eventId: "order-1234",
      eventType: "message.delivered",
      endpointId: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
      number: 1,
      trigger: "event",
      startedAt: "2026-05-13T12:46:25.106Z",
      durationMs: 42,
      outcome: "http_error",
      responseStatus: 503,
      responseHeaders: { "content-type": "text/plain" },
      responseBody: "come back later",
      responseBodyTruncated: false,
      error: "The receiver answered 503.",
    },
  });
export type Attempt = z.infer<typeof attempt>;

export const attemptWithRequest = attempt.extend({ request: sentRequest }).meta({ id: "AttemptWithRequest" });
export type AttemptWithRequest = z.infer<typeof attemptWithRequest>;

/** The classes of `?statusClass=`; `none` is an attempt without an answer. */
export const statusClass = z.enum(["2xx", "3xx", "4xx", "5xx", "none"]);
export type StatusClass = z.infer<typeof statusClass>;
