import type { Delivery } from "../../api/shapes.ts";

/** Why a delivery ended without success, in a sentence. */
export const reasonWords: Record<NonNullable<Delivery["reason"]>, string> = {
  exhausted: "Given up: all attempts of the retry schedule failed.",
  expired: "Given up: it was pending for 30 days.",
  gone: "Given up: the receiver answered 410 Gone, and the endpoint was disabled.",
  endpoint_disabled: "Canceled: the endpoint is or was disabled.",
  manual: "Canceled by hand.",
};

/** What made a delivery. */
export const triggerWords: Record<Delivery["trigger"], string> = {
  event: "Event published",
  resend: "Sent again by hand",
  recover: "Recovered",
  replay: "Replayed",
  test: "Test",
};
