import { hash } from "node:crypto";
import { validationFailed } from "../domain/app-error.ts";
import type { Caller } from "../operations/caller.ts";
import type { OperationContext } from "../operations/context.ts";
import type {
  Attachment,
  AuditStamp,
  IdempotentRequest,
  NewRememberedReply,
  RememberedReply,
} from "../store/attachment.ts";
import { requestUnderWay } from "../store/idempotency-verbs.ts";
import type { Store } from "../store/store.ts";
import type { PathParams } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import type { Reply, Route } from "./route.ts";
import type { RouteChange } from "./route-change.ts";

/** A request that changes something, as far as it is known before its handler runs. */
export interface ChangeRequest {
  change: RouteChange;
  route: Route;
  params: PathParams;
  bodyText: string;
  idempotencyKey: string | null;
  caller: Caller;
  exchange: Exchange;
}

const idempotencyKeyRegex = /^[\x20-\x7e]{1,255}$/;

/**
 * Runs requests that change something: their verb gets an audit entry and, where a key came along, the reply written
 * beside it, and a request with a known key gets that reply without running again.
 */
export function createChangeRunner(
  operations: OperationContext,
  {
    bodyTextOf,
    publicUrl,
  }: {
    /** The reply's body as text, through the route's own schema. */
    bodyTextOf: (route: Route, reply: Reply) => string;
    publicUrl: string | null;
  },
) {
  const { store, clock } = operations;
  /** Requests with a key whose reply is not known yet. One process owns the data, so memory is enough. */
  const underWay = new Set<string>();

  function attachmentOf(
    incoming: ChangeRequest,
    request: IdempotentRequest | null,
  ): Attachment<never> | null {
    const { change, route, caller, exchange } = incoming;
    const { remembered, erasedWith } = change;
    const audit = auditStampOf(incoming);
    const idempotency =
      request === null || remembered === null
        ? null
        : {
            request,
            replyOf(value: never): NewRememberedReply {
              const reply = remembered(value, { requestId: exchange.requestId, publicUrl });
              const eventId = erasedWith === null ? null : erasedWith(value);
              return { status: reply.status, body: bodyTextOf(route, reply), eventId };
            },
          };
    if (audit === null && idempotency === null) return null;
    return { organizationId: caller.organizationId, nowMs: clock.now(), audit, idempotency };
  }

  function operationsFor(incoming: ChangeRequest, request: IdempotentRequest | null): OperationContext {
    const attachment = attachmentOf(incoming, request);
    if (attachment === null) return operations;
    return { ...operations, store: attachedStore(store, incoming.change.verb, attachment) };
  }

  return async <T>(
    incoming: ChangeRequest,
    handle: (operations: OperationContext) => Promise<T>,
    replay: (first: RememberedReply) => T,
  ): Promise<T> => {
    const request = idempotentRequestOf(incoming);
    if (request === null) return handle(operationsFor(incoming, null));
    const { organizationId } = incoming.caller;
    const name = `${organizationId} ${request.digest}`;
    if (underWay.has(name)) throw requestUnderWay();
    underWay.add(name);
    try {
      const first = await store.findReply(organizationId, request, clock.now());
      return first === null ? await handle(operationsFor(incoming, request)) : replay(first);
    } finally {
      underWay.delete(name);
    }
  };
}

function auditStampOf({ change, caller, exchange }: ChangeRequest): AuditStamp | null {
  if (change.action === null) return null;
  const { id: keyId, name: keyName } = caller.key;
  return { keyId, keyName, action: change.action, address: exchange.address };
}

/** Null where no key was sent, or where the route takes none. */
function idempotentRequestOf(incoming: ChangeRequest): IdempotentRequest | null {
  const { change, route, params, bodyText, idempotencyKey, caller } = incoming;
  if (idempotencyKey === null || change.remembered === null) return null;
  if (!idempotencyKeyRegex.test(idempotencyKey)) {
    const message = "must be 1 to 255 printable ASCII characters";
    throw validationFailed([{ path: "Idempotency-Key", message }]);
  }
  // The role, because what it may do is in part judged behind the route: a replay would pass that over.
  const about = JSON.stringify([route.method, route.path, params, idempotencyKey, caller.key.role]);
  return { digest: hash("sha256", about, "base64url"), bodyDigest: hash("sha256", bodyText, "base64url") };
}

/** The store, of which one verb writes the attachment beside its own work. */
function attachedStore(store: Store, verb: keyof Store, attachment: Attachment<never>): Store {
  const run = store[verb] as (...args: unknown[]) => Promise<never>;
  return { ...store, [verb]: (...args: unknown[]) => store.attach(attachment, () => run(...args)) };
}
