import { z } from "zod";
import { delivery } from "../../domain/delivery.ts";
import { eventTypeName } from "../../domain/event-type.ts";
import { type PageRequest, pageQuery } from "../../domain/page.ts";
import { fromIso, isoTimeInput } from "../../domain/time.ts";
import { exampleOf } from "../schema-example.ts";

/** A filter by id: one that does not exist matches nothing. */
export function idFilter(description: string) {
  return z
    .string()
    .min(1, "must not be empty")
    .max(256, "must be at most 256 characters")
    .optional()
    .meta({ description });
}

export const eventTypeFilter = eventTypeName
  .optional()
  .meta({ description: "Only of this event type", example: "message.delivered" });

/** The window of a list, as every list of things that happened takes it. */
export const windowQuery = {
  since: isoTimeInput.optional().meta({ description: "Created at this time or later" }),
  until: isoTimeInput.optional().meta({ description: "Created before this time" }),
};

/** The filters of a window as the store takes them. */
export function windowOf(query: { since?: string | undefined; until?: string | undefined }) {
  return {
    sinceMs: query.since === undefined ? undefined : fromIso(query.since),
    untilMs: query.until === undefined ? undefined : fromIso(query.until),
  };
}

/** The page that a list is asked for. */
export function pageRequestOf(query: { limit: number; cursor?: string | undefined }): PageRequest {
  return { limit: query.limit, cursor: query.cursor ?? null };
}

export const plainListQuery = z.strictObject(pageQuery);

export const endpointParams = {
  id: { description: "The endpoint's id or uid", example: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y" },
};
export const deliveryParams = {
  id: { description: "The delivery's id", example: "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y" },
};

export const eventParams = { id: { description: "The event's id", example: "order-1234" } };

/** A delivery that was just queued to be sent again. */
export const resentExample = {
  ...exampleOf(delivery),
  trigger: "resend",
  attemptCount: 0,
  lastOutcome: null,
  lastResponseStatus: null,
};

/** The body of a verb that takes nothing. */
export const emptyBody = z.strictObject({}).meta({ id: "Empty", example: {} });
