import { z } from "zod";
import type { AlertData, AlertKind } from "./alert.ts";
import { outcome } from "./outcome.ts";
import { isoTime } from "./time.ts";
import type { Verdict } from "./verdict.ts";

/** What an operational event about an endpoint's state carries. */
export const endpointNews = z.object({
  endpointId: z.string(),
  url: z.string(),
  /** Why it is disabled; null for the other types. */
  reason: z.string().nullable(),
  at: isoTime,
});
export type EndpointNews = z.infer<typeof endpointNews>;

/** What an operational event about a delivery carries. */
export const deliveryNews = z.object({
  deliveryId: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  endpointId: z.string(),
  attemptCount: z.int(),
  lastOutcome: outcome,
  lastResponseStatus: z.int().nullable(),
});
export type DeliveryNews = z.infer<typeof deliveryNews>;

/** What an operational event about a source carries. */
export const sourceNews = z.object({
  sourceId: z.string(),
  name: z.string(),
  rejected: z.int(),
  lastReason: z.string(),
});
export type SourceNews = z.infer<typeof sourceNews>;

/** How a source came to be told of: how many requests it refused in ten minutes, and why the last one. */
export type SourceRejection = Pick<SourceNews, "rejected" | "lastReason">;

/** What happened to a delivery that people want to be told of. */
export type DeliveryTurn = "failing" | "exhausted" | "recovered";

/** An event about Posthorn itself, delivered like any other to whoever subscribed to its type. */
export type OperationalEvent =
  | { type: `posthorn.endpoint.${"disabled" | "enabled" | "congested"}`; data: EndpointNews }
  | { type: `posthorn.endpoint.${AlertKind}`; data: AlertData }
  | { type: `posthorn.delivery.${DeliveryTurn}`; data: DeliveryNews }
  | { type: "posthorn.source.rejecting"; data: SourceNews };

/** Whether a type is one of ours: nobody else publishes those. */
export function isOperational(type: string): boolean {
  return type.startsWith("posthorn.");
}

/** Those about endpoints and sources are stored always, those about deliveries only where somebody gets them. */
export function isStoredAlways({ type }: OperationalEvent): boolean {
  return !type.startsWith("posthorn.delivery.");
}

/** The failed attempt with which a delivery counts as failing. */
const failingAttempt = 4;

/**
 * What an attempt turns its delivery into, in the order in which it is told. One that was canceled meanwhile is tried no
 * more, so nobody is told that it fails.
 * @param attemptNumber 1 for the first
 */
export function turnsOfDelivery(attemptNumber: number, delivery: Verdict["delivery"]): DeliveryTurn[] {
  if (delivery.status === "succeeded") return attemptNumber > failingAttempt ? ["recovered"] : [];
  if (delivery.status === "canceled") return [];
  const turns: DeliveryTurn[] = attemptNumber === failingAttempt ? ["failing"] : [];
  if (delivery.status === "failed" && delivery.reason === "exhausted") turns.push("exhausted");
  return turns;
}
