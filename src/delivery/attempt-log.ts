import { toIsoOrNull } from "../domain/time.ts";
import type { Logger } from "../platform/logger.ts";
import type { AttemptResult, RecordedAttempt } from "../store/engine-verbs.ts";
import type { DueDelivery } from "../store/new-work.ts";

/** An attempt that was made, and what followed. */
export interface LoggedAttempt {
  delivery: Pick<DueDelivery, "id" | "event" | "trigger" | "attemptCount">;
  endpointId: string;
  attempt: AttemptResult;
  recorded: Pick<RecordedAttempt, "dueAtMs" | "disabled">;
}

/** Writes the one line of an attempt, and one more if it disabled its endpoint. Never a payload, URL or secret. */
export function logAttempt(logger: Logger, { delivery, endpointId, attempt, recorded }: LoggedAttempt): void {
  const fields = {
    deliveryId: delivery.id,
    eventId: delivery.event.id,
    eventType: delivery.event.type,
    endpointId,
    trigger: delivery.trigger,
    attempt: delivery.attemptCount + 1,
    outcome: attempt.outcome,
    status: attempt.responseStatus,
    durationMs: attempt.durationMs,
    next: toIsoOrNull(recorded.dueAtMs),
  };
  if (attempt.outcome === "success") logger.info("delivery.attempted", fields);
  else logger.warn("delivery.attempted", fields);
  if (recorded.disabled !== null) {
    logger.warn("endpoint.disabled", { endpointId, reason: recorded.disabled, error: attempt.error });
  }
}
