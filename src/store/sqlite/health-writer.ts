import type { Database } from "bun:sqlite";
import type { EndpointKey } from "../new-work.ts";
import type { EndpointDirectory } from "./endpoint-directory.ts";

/** Writes the health of the endpoints that changed, once per group: an endpoint may have had fifty attempts in it. */
export function healthWriter(
  db: Database,
  directory: EndpointDirectory,
  dirty: Set<EndpointKey>,
): () => void {
  const update = db.prepare(`
    UPDATE endpoint_health SET consecutive_failures = ?, consecutive_failed_attempts = ?, counted_failed_attempts = ?,
      first_failure_at = ?, last_success_at = ?, last_failure_at = ?, last_error = ?, held_until = ?
    WHERE endpoint_seq = ?`);
  return () => {
    for (const seq of dirty) {
      const health = directory.bySeq(seq)?.health;
      if (!health) continue;
      update.run(
        health.consecutiveFailures,
        health.consecutiveFailedAttempts,
        health.countedFailedAttempts,
        health.firstFailureAtMs,
        health.lastSuccessAtMs,
        health.lastFailureAtMs,
        health.lastError,
        health.heldUntilMs,
        seq,
      );
    }
    dirty.clear();
  };
}
