import type { AuditAction } from "../domain/audit-entry.ts";
import type { OrganizationId } from "../domain/id.ts";

/** Who is to be written down in the audit log for what a verb changes. */
export interface AuditStamp {
  keyId: string;
  keyName: string;
  action: AuditAction;
  address: string | null;
}

/** Names a request that the same key makes the same, within its organization. */
export interface IdempotentRequest {
  /** Stands for the route, its ids and the key. */
  digest: string;
  /** Stands for the body as it came. */
  bodyDigest: string;
}

/** A reply as it is given again. */
export interface RememberedReply {
  status: number;
  /** JSON, without secrets. */
  body: string;
}

/** A reply to be remembered. */
export interface NewRememberedReply extends RememberedReply {
  /** The event whose erasure takes it along; null: it shows nothing that is erased. */
  eventId: string | null;
}

/** What one verb writes beside its own work and in the same transaction: it happens with it or not at all. */
export interface Attachment<Value> {
  organizationId: OrganizationId;
  nowMs: number;
  /** Null: nothing goes into the audit log. */
  audit: AuditStamp | null;
  /** Null: nothing is remembered. `replyOf` is synchronous, because no transaction may wait. */
  idempotency: { request: IdempotentRequest; replyOf(value: Value): NewRememberedReply } | null;
}

export interface AttachmentVerbs {
  /**
   * Runs one verb of this store with what is to be written beside it. `call` calls the verb before it returns.
   * A verb that fails writes neither.
   * @example store.attach(attachment, () => store.cancelDelivery(organizationId, id, nowMs))
   */
  attach<Value>(attachment: Attachment<Value>, call: () => Promise<Value>): Promise<Value>;
}
