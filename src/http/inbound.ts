import { AppError } from "../domain/app-error.ts";
import type { OperationContext } from "../operations/context.ts";
import { receiveRequest } from "../operations/receive-request.ts";
import { type Arrival, type RefusalCause, refuseRequest } from "../operations/refuse-request.ts";
import { messageOf } from "../platform/lifecycle.ts";
import type { Logger } from "../platform/logger.ts";
import type { InboundMethod, InboundRequest, Refusal, SourceReply } from "../sources/source-adapter.ts";
import { sourceAdapters } from "../sources/source-adapters.ts";
import type { InboundSource } from "../store/source-verbs.ts";
import { ArrivingBodies } from "./arriving-bodies.ts";
import type { Exchange } from "./exchange.ts";
import { problemResponse } from "./problem.ts";
import { queryOf } from "./request-query.ts";
import { TokenBuckets } from "./token-buckets.ts";

/** Answers requests to the public URLs of sources. Never rejects. */
export type Inbound = (request: Request, sourceId: string, exchange: Exchange) => Promise<Response>;

/** Where sources are; its query may hold a sender's secret, and is written nowhere. */
export const inboundPath = "/in/:sourceId";
export const inboundMethods: readonly InboundMethod[] = ["GET", "POST"];

const requestsPerSecond = 1000;
/** A source whose bucket is forgotten among so many starts full again. */
const bucketsMax = 100_000;

/** A request is not taken: the reply, and why, for the source's log. */
interface Turned {
  response: Response;
  reason: string;
  cause: RefusalCause;
}

export function createInbound(options: {
  operations: OperationContext;
  logger: Logger;
  bodyBytesMax: number;
}): Inbound {
  const { operations, logger } = options;
  const { store, clock, newId } = operations;
  const bodies = new ArrivingBodies();
  const buckets = new TokenBuckets<string>(clock, bucketsMax);

  async function answer(request: Request, sourceId: string, exchange: Exchange): Promise<Response> {
    const inbound = await store.findSource(sourceId);
    if (inbound === null) return problemResponse(noSuchSource(), exchange.requestId);
    const arrival = arrivalOf(request, exchange);
    const turned = (error: unknown): Turned => turnedBy(error, { inbound, exchange, logger });
    const outcome = await take(request, inbound, { arrival, exchange }).catch(turned);
    if (outcome instanceof Response) return outcome;
    const { response, reason, cause } = outcome;
    const { status } = response;
    // A flood beyond the rate limit has the lines of its requests; a second one each would only fill the disk.
    if (status !== 429) {
      const { requestId, address } = exchange;
      logger.warn("source.refused", { sourceId, status, reason, requestId, address });
    }
    await refuseRequest(operations, inbound, { arrival, reason, cause });
    return response;
  }

  /** Cheap questions first: what is known without the body is answered without it. */
  async function take(
    request: Request,
    inbound: InboundSource,
    { arrival, exchange }: { arrival: Arrival; exchange: Exchange },
  ): Promise<Response | Turned> {
    const { source } = inbound;
    const { requestId } = exchange;
    if (source.status === "disabled") {
      return {
        response: problemResponse(noSuchSource(), requestId),
        reason: "The source is disabled.",
        cause: "us",
      };
    }
    const adapter = sourceAdapters[source.kind];
    const method = adapter.methods.find((one) => one === request.method);
    if (method === undefined) {
      const error = wrongMethod(request.method, adapter.methods);
      const response = problemResponse(error, requestId, { allow: adapter.methods.join(", ") });
      return { response, reason: error.message, cause: "sender" };
    }
    const { isAllowed, waitMs } = buckets.take(source.id, {
      perSecond: requestsPerSecond,
      burst: requestsPerSecond,
    });
    if (!isAllowed) throw tooMany(Math.max(1, Math.ceil(waitMs / 1000)));
    const { headers } = request;
    const query = new URLSearchParams(queryOf(request.url));
    const head = { method, query, headers, receivedAtMs: arrival.atMs };
    const screened = adapter.screen(head, source.config);
    if (screened !== null) return turnedAway(screened, requestId);
    const body =
      method === "GET" ? new Uint8Array() : await readBody(request, source.id, adapter.bodyBytesMax);
    const whole: InboundRequest = { ...head, body };
    const refusal = adapter.verify(whole, source.config);
    if (refusal !== null) return turnedAway(refusal, requestId);
    const reply = await receiveRequest(operations, inbound, { request: whole, arrival });
    return responseOf(reply, requestId);
  }

  function readBody(request: Request, sourceId: string, bytesMax: number | null): Promise<Uint8Array> {
    const max = bytesMax ?? options.bodyBytesMax;
    const raise =
      bytesMax === null ? " Send less, or raise POSTHORN_MAX_BODY_BYTES." : " Send less at a time.";
    const whenLarger = `The body is larger than ${max} bytes.${raise}`;
    return bodies.read(request, sourceId, { bytesMax: max, whenLarger });
  }

  /** The log's entry has the id that the reply carries, unless that is the sender's own, which may come twice. */
  function arrivalOf(request: Request, { requestId, address }: Exchange): Arrival {
    const isOurs = request.headers.get("x-request-id") !== requestId;
    return { id: isOurs ? requestId : newId("request"), atMs: clock.now(), address };
  }

  return async (request, sourceId, exchange) => {
    exchange.path = inboundPath;
    try {
      return await answer(request, sourceId, exchange);
    } catch (error) {
      logger.error("request.failed", { requestId: exchange.requestId, error: messageOf(error) });
      return problemResponse(broken(), exchange.requestId);
    }
  };
}

/** A refusal has no body: whoever it is, they learn nothing; the source's log says why. */
function turnedAway({ status, reason, headers = {} }: Refusal, requestId: string): Turned {
  return {
    response: new Response(null, { status, headers: { ...headersOf(requestId), ...headers } }),
    reason,
    cause: "sender",
  };
}

/** A sender that is told of trouble of ours sends again, so it never learns of anything but that. */
function turnedBy(
  error: unknown,
  { inbound, exchange, logger }: { inbound: InboundSource; exchange: Exchange; logger: Logger },
): Turned {
  const { requestId } = exchange;
  if (error instanceof AppError) {
    const cause = error.code === "payload_too_large" || error.code === "invalid_json" ? "sender" : "us";
    return { response: problemResponse(error, requestId), reason: error.message, cause };
  }
  const stack = error instanceof Error ? error.stack : undefined;
  logger.error("request.failed", { requestId, sourceId: inbound.source.id, error: messageOf(error), stack });
  const told = broken();
  return { response: problemResponse(told, requestId), reason: told.message, cause: "us" };
}

function responseOf({ status, body, contentType }: SourceReply, requestId: string): Response {
  const headers = headersOf(requestId);
  if (body === "") return new Response(null, { status, headers });
  return new Response(body, { status, headers: { ...headers, "content-type": contentType } });
}

function headersOf(requestId: string): Record<string, string> {
  return { "x-request-id": requestId, "cache-control": "no-store", "x-content-type-options": "nosniff" };
}

function noSuchSource(): AppError {
  return new AppError("not_found", "There is no source at this URL, or it is disabled. Check the URL.");
}

function wrongMethod(method: string, allowed: readonly string[]): AppError {
  return new AppError("method_not_allowed", `${method} is not allowed here. Use ${allowed.join(", ")}.`);
}

function tooMany(retryAfterSeconds: number): AppError {
  return new AppError(
    "rate_limited",
    `A source takes ${requestsPerSecond} requests a second, and more came. Wait as long as Retry-After says.`,
    { retryAfterSeconds },
  );
}

function broken(): AppError {
  return new AppError("unavailable", "The request could not be taken. Send it again later.", {
    retryAfterSeconds: 10,
  });
}
