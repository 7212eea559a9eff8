import type { AuditAction } from "../domain/audit-entry.ts";
import type { Store } from "../store/store.ts";
import type { Reply } from "./route.ts";

/** What a remembered reply takes from its request. */
export interface RememberedRequest {
  requestId: string;
  /** What the world calls this host, or null. */
  publicUrl: string | null;
}

/** How a route changes something: by one verb of the store, beside which the audit entry and the reply are written. */
export interface RouteChange {
  verb: keyof Store;
  /** What the audit log calls it; null: it is not in there. */
  action: AuditAction | null;
  /** The reply to what the verb gave, without secrets: what the same Idempotency-Key gets again. Null: takes no key. */
  remembered: ((value: never, request: RememberedRequest) => Reply) | null;
  /** The event whose erasure takes the remembered reply along, because the reply shows what is erased. */
  erasedWith: ((value: never) => string) | null;
  /** Whether this body asks for no change at all: such a request has no part in any of this. */
  isDryRun: (body: never) => boolean;
}

/**
 * Declares the verb by which a route changes something.
 * @example changeBy("cancelDelivery", { action: "delivery.cancel", remembered: ({ delivery }) => reply(200, delivery) })
 */
export function changeBy<Verb extends keyof Store>(
  verb: Verb,
  how: {
    action: AuditAction | null;
    /** For a `POST`. It runs inside of the transaction, so it decides by the value alone and takes no time. */
    remembered?: (value: Awaited<ReturnType<Store[Verb]>>, request: RememberedRequest) => Reply;
    erasedWith?: (value: Awaited<ReturnType<Store[Verb]>>) => string;
    isDryRun?: (body: never) => boolean;
  },
): RouteChange {
  const { action, remembered = null, erasedWith = null, isDryRun = () => false } = how;
  return { verb, action, remembered, erasedWith, isDryRun };
}
