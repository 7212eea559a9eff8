import { AppError } from "../../domain/app-error.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type {
  Attachment,
  AttachmentVerbs,
  AuditStamp,
  IdempotentRequest,
  NewRememberedReply,
  RememberedReply,
} from "../attachment.ts";
import type { AuditVerbs } from "../audit-verbs.ts";
import { type IdempotencyVerbs, requestUnderWay } from "../idempotency-verbs.ts";
import type { SqliteContext } from "./context.ts";
import type { Attached, NotedChange } from "./group-commit.ts";

/** How long a key gets the first reply again. */
const rememberedMs = 24 * 3_600_000;

/** Replies that one step deletes: a batch's may be large. */
const forgottenPerStep = 200;

interface Remembered extends RememberedReply {
  body_digest: string;
}

/** Writing beside a verb of any family, and reading what was written. */
export function attachmentVerbs(context: SqliteContext): AttachmentVerbs & AuditVerbs & IdempotencyVerbs {
  const { commits, directory, reader } = context;
  const attachments = new Attachments(context);
  const seqOf = (organizationId: OrganizationId) => directory.organization(organizationId).seq;
  return {
    attach: (attachment, call) => commits.attach(attachments.attachedTo(attachment), call),
    findReply: async (organizationId, request, nowMs) =>
      attachments.findReply(seqOf(organizationId), request, nowMs),
    forgetReplies: (nowMs) => commits.run(() => attachments.forgetReplies(nowMs)),
    listAuditLog: async (organizationId, filter, page) =>
      reader.read("auditLog", seqOf(organizationId), filter, page),
  };
}

/** The audit log and the remembered replies: what verbs of any family get written beside their own work. */
class Attachments {
  readonly #context: SqliteContext;
  readonly #statements;

  constructor(context: SqliteContext) {
    this.#context = context;
    this.#statements = prepare(context);
  }

  attachedTo<Value>({ organizationId, nowMs, audit, idempotency }: Attachment<Value>): Attached {
    let organizationSeq = 0;
    return {
      before: () => {
        // Now, because the verb may be what deletes the organization.
        organizationSeq = this.#context.directory.organization(organizationId).seq;
        if (idempotency !== null) this.#makeRoom(organizationSeq, idempotency.request, nowMs);
      },
      after: (value, changes) => {
        if (audit !== null) this.#writeAudit(organizationSeq, audit, changes, nowMs);
        if (idempotency === null) return;
        const reply = idempotency.replyOf(value as Value);
        this.#remember(organizationSeq, idempotency.request, reply, nowMs);
      },
    };
  }

  /** The reply to the same request; `idempotency_conflict` when the key came with another body. */
  findReply(organizationSeq: number, request: IdempotentRequest, nowMs: number): RememberedReply | null {
    const found = this.#statements.find.get(organizationSeq, request.digest, nowMs - rememberedMs);
    if (found === null) return null;
    if (found.body_digest !== request.bodyDigest) {
      throw new AppError(
        "idempotency_conflict",
        "This Idempotency-Key was used here with another body within 24 hours. Use a new key for a new request.",
      );
    }
    return { status: found.status, body: found.body };
  }

  /** Deletes the oldest replies that are past their time. */
  forgetReplies(nowMs: number): { done: boolean } {
    return { done: this.#statements.forget.run(nowMs - rememberedMs).changes < forgottenPerStep };
  }

  /** An expired reply may wait for its deletion; one that holds would make the insert fail after the verb. */
  #makeRoom(organizationSeq: number, request: IdempotentRequest, nowMs: number): void {
    if (this.findReply(organizationSeq, request, nowMs) !== null) throw requestUnderWay();
    this.#statements.remove.run(organizationSeq, request.digest);
  }

  #writeAudit(callersSeq: number, stamp: AuditStamp, changes: readonly NotedChange[], nowMs: number): void {
    for (const { objectId, changes: fields, organizationSeq = callersSeq } of changes) {
      this.#statements.addAudit.run(
        this.#context.sequences.next("audit_log"),
        this.#context.newId("auditEntry"),
        organizationSeq,
        nowMs,
        stamp.keyId,
        stamp.keyName,
        stamp.action,
        objectId,
        stamp.address,
        JSON.stringify(fields),
      );
    }
  }

  #remember(
    organizationSeq: number,
    { digest, bodyDigest }: IdempotentRequest,
    { status, body, eventId }: NewRememberedReply,
    nowMs: number,
  ): void {
    const seq = this.#context.sequences.next("idempotency_keys");
    this.#statements.remember.run(seq, organizationSeq, digest, bodyDigest, status, body, eventId, nowMs);
  }
}

function prepare({ db }: SqliteContext) {
  return {
    addAudit: db.prepare(`
      INSERT INTO audit_log (seq, id, organization_seq, at, key_id, key_name, action, object_id, address, changes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    find: db.prepare<Remembered, [number, string, number]>(
      "SELECT status, reply AS body, body_digest FROM idempotency_keys WHERE organization_seq = ? AND request = ? AND created_at > ?",
    ),
    remove: db.prepare("DELETE FROM idempotency_keys WHERE organization_seq = ? AND request = ?"),
    remember: db.prepare(`
      INSERT INTO idempotency_keys (seq, organization_seq, request, body_digest, status, reply, event_id,
        created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    // Rows are in commit order, so the oldest are the first: no index on the time is needed.
    forget: db.prepare(`
      DELETE FROM idempotency_keys WHERE created_at <= ? AND seq IN (
        SELECT seq FROM idempotency_keys ORDER BY seq LIMIT ${forgottenPerStep})`),
  };
}
