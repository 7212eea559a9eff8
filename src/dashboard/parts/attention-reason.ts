import type { Endpoint } from "../api/shapes.ts";
import { formatCount, formatSpan } from "./format.ts";

/** Why an endpoint needs a person, in a sentence. */
export function attentionReason(
  endpoint: Pick<Endpoint, "disabledReason" | "health" | "rateLimitPerSecond">,
): string {
  const { disabledReason, health } = endpoint;
  switch (health.state) {
    case "disabled":
      return disabledReason === "gone"
        ? "Disabled: the receiver answered 410 Gone."
        : `Disabled after too many failures. ${health.lastError ?? ""}`.trim();
    case "failing":
      return `${formatCount(health.consecutiveFailedAttempts)} attempts in a row failed. ${health.lastError ?? ""}`.trim();
    case "congested":
      return congestion(endpoint);
    case "healthy":
      return "";
  }
}

/** What arrives, what goes out, and what waits. */
export function congestion({
  health,
  rateLimitPerSecond,
}: Pick<Endpoint, "health" | "rateLimitPerSecond">): string {
  const { due, arrivingPerSecond, leavingPerSecond } = health.backlog;
  const arriving = `Events arrive at ${formatCount(arrivingPerSecond)}/s`;
  const waiting = due === 1 ? "1 waits" : `${formatCount(due)} wait`;
  if (rateLimitPerSecond === null) {
    return `${arriving}, ${formatCount(leavingPerSecond)}/s get through: the receiver is too slow for more. ${waiting}.`;
  }
  const limit = `the limit lets ${formatCount(rateLimitPerSecond)}/s through`;
  // Nothing can be foretold of a receiver that takes less than it is allowed, or of a measurement that has just begun.
  if (arrivingPerSecond < rateLimitPerSecond && leavingPerSecond < rateLimitPerSecond / 2) {
    return `${waiting}, and ${limit}; ${formatCount(leavingPerSecond)}/s get through at present.`;
  }
  if (arrivingPerSecond < rateLimitPerSecond) {
    const restMs = (1000 * due) / (rateLimitPerSecond - arrivingPerSecond);
    return `${waiting}, and ${limit}: at this pace for another ${formatSpan(restMs)}.`;
  }
  return `${arriving}, ${limit}; ${waiting}: raise it or subscribe to less.`;
}
