import { AppError } from "../domain/app-error.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { IdempotentRequest, RememberedReply } from "./attachment.ts";

export interface IdempotencyVerbs {
  /** The reply that the request had within the last 24 hours, or null. Another body: `idempotency_conflict`. */
  findReply(
    organizationId: OrganizationId,
    request: IdempotentRequest,
    nowMs: number,
  ): Promise<RememberedReply | null>;
  /** Deletes some of the replies that are older than that; says whether there are none left. */
  forgetReplies(nowMs: number): Promise<{ done: boolean }>;
}

/** The refusal of a request while the first with its key is under way. */
export function requestUnderWay(): AppError {
  return new AppError(
    "idempotency_conflict",
    "A request with this Idempotency-Key is under way. Send it again in a second to get its reply.",
    { retryAfterSeconds: 1 },
  );
}
