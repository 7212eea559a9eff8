import type { SentRequest } from "../support/a-network.ts";
import { demand } from "./ledger.ts";

/** What one run of the process has sent: a crash alone makes an attempt again. */
export class Sending {
  /** The last attempt at each event and endpoint, and whether a success was answered. */
  readonly #last = new Map<string, { attemptNumber: number; wasMade: boolean; hasEnded: boolean }>();

  /** @param isCertain nobody has had it sent again */
  checkStart(endpoint: string, { eventId, attemptNumber }: SentRequest, isCertain: boolean): void {
    const last = this.#last.get(`${endpoint} ${eventId}`);
    if (last === undefined || !isCertain) return;
    const what = `attempt ${attemptNumber} of ${eventId} to ${endpoint}`;
    demand(!last.hasEnded, `${what} follows no answer that ended the delivery`);
    const expected = last.wasMade ? last.attemptNumber + 1 : last.attemptNumber;
    demand(attemptNumber === expected, `${what} is made once, in its turn: ${expected} would be next`);
  }

  /** @param status null where no answer came; absent where no attempt was made */
  noteAnswer(
    endpoint: string,
    { eventId, attemptNumber }: SentRequest,
    status: number | null | undefined,
  ): void {
    const hasEnded = status === 410 || (status !== null && status !== undefined && status < 300);
    this.#last.set(`${endpoint} ${eventId}`, { attemptNumber, wasMade: status !== undefined, hasEnded });
  }
}
