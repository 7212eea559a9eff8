import { z } from "zod";
import { outcome } from "./outcome.ts";
import { isoTime } from "./time.ts";

export const alertKind = z.enum(["error_rate", "latency", "availability"]);
export type AlertKind = z.infer<typeof alertKind>;

export const alertState = z.enum(["ACTIVATED", "DEACTIVATED"]);
export type AlertState = z.infer<typeof alertState>;

const percent = z.number().nullable();
const milliseconds = z.number().nullable();

/** What an alert says of its endpoint's last ten minutes; figures are null where nothing was sent in them. */
export const alertData = z
  .object({
    endpointId: z.string(),
    alertState,
    threshold: z.number(),
    thresholdUnit: z.enum(["percent", "ms"]),
    errorRate: percent.meta({ description: "Attempts that did not succeed, in percent" }),
    p50LatencyMs: milliseconds,
    p90LatencyMs: milliseconds,
    availability: percent.meta({
      description: "Attempts that were answered, with anything but a 5xx, in percent",
    }),
    requestsCount: z.int(),
    errors: z.array(
      z.object({
        errorType: outcome.meta({ description: "As an attempt's `outcome`" }),
        errorCount: z.int(),
        errorRate: z.number().meta({ description: "Of all attempts, in percent" }),
      }),
    ),
    message: z.string(),
    hint: z.string().meta({ description: "What to do" }),
  })
  .meta({ id: "AlertData" });
export type AlertData = z.infer<typeof alertData>;

/** A threshold on an endpoint's error rate, latency or availability that was crossed, or recovered from. */
export const alert = z
  .object({
    id: z.string(),
    endpointId: z.string(),
    kind: alertKind,
    threshold: z.number(),
    state: alertState,
    activatedAt: isoTime,
    deactivatedAt: isoTime.nullable(),
    data: alertData.meta({ description: "As of the latest change of state" }),
  })
  .meta({
    id: "Alert",
    example: {
      id: "alrt_01kq8v4z6t8m5n2p7r9s3w1x0y",
      endpointId: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
      kind: "error_rate",
      threshold: 10,
      state: "ACTIVATED",
      activatedAt: "2026-05-13T12:46:30.000Z",
      deactivatedAt: null,
      data: {
        endpointId: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
        alertState: "ACTIVATED",
        threshold: 10,
        thresholdUnit: "percent",
        errorRate: 14.29,
        p50LatencyMs: 84,
        p90LatencyMs: 412,
        availability: 85.71,
        requestsCount: 42,
        errors: [{ errorType: "http_error", errorCount: 6, errorRate: 14.29 }],
        message:
          "14.29 % of the 42 requests to hooks.example.com in the last 10 minutes failed: more than 10 %.",
        hint: "Most failures are http_error: the receiver answers with an error status. Its own log says why. What came back: GET /attempts?endpointId=ep_01kq8v4z6t8m5n2p7r9s3w1x0y&outcome=http_error.",
      },
    },
  });
export type Alert = z.infer<typeof alert>;
