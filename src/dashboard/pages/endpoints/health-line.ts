import type { Endpoint } from "../../api/shapes.ts";
import { disabledWords } from "../../parts/endpoint-words.ts";
import { formatCount, formatRelative } from "../../parts/format.ts";

/** How an endpoint fares, in a line beside its badge. */
export function healthLine(endpoint: Endpoint, nowMs: number): string {
  const { status, disabledReason, disabledAt, health } = endpoint;
  const ago = (iso: string | null) => (iso === null ? "" : formatRelative(Date.parse(iso), nowMs));
  if (status === "disabled") return `${disabledWords[disabledReason ?? "manual"]} ${ago(disabledAt)}`.trim();
  if (status === "paused") return `Holds ${formatCount(health.backlog.due)} until it is resumed`;
  if (health.state === "congested") return `${formatCount(health.backlog.due)} wait for their turn`;
  if (health.heldUntil !== null) return `The receiver asked for a rest: goes on ${ago(health.heldUntil)}`;
  if (health.state === "failing") {
    return `${formatCount(health.consecutiveFailedAttempts)} attempts in a row failed`;
  }
  return calmLine(health, ago);
}

function calmLine(health: Endpoint["health"], ago: (iso: string) => string): string {
  const { lastSuccessAt, lastFailureAt } = health;
  if (lastSuccessAt === null && lastFailureAt === null) return "Nothing was sent yet";
  const isFailureLatest = lastFailureAt !== null && (lastSuccessAt === null || lastFailureAt > lastSuccessAt);
  return isFailureLatest ? `Last error ${ago(lastFailureAt)}` : "No recent delivery errors";
}
