import type { z } from "zod";
import { AppError, notFound, validationFailed } from "../domain/app-error.ts";
import { assert } from "../domain/assert.ts";
import type { OrganizationId } from "../domain/id.ts";
import { limitInForce, type OrganizationSettings } from "../domain/organization.ts";
import { tokenHash } from "../operations/api-key-token.ts";
import type { Caller } from "../operations/caller.ts";
import type { Logger } from "../platform/logger.ts";
import type { RememberedReply } from "../store/attachment.ts";
import { acceptsAsIs } from "./accepts-as-is.ts";
import { createAuthenticator, requirePermission } from "./authenticate.ts";
import { createChangeRunner } from "./change-request.ts";
import type { Exchange } from "./exchange.ts";
import { createFailedAuthentication } from "./failed-authentication.ts";
import { checkAgainst } from "./field-errors.ts";
import type { HttpAppOptions } from "./http-app.ts";
import { openLiveStream } from "./live-stream.ts";
import { problemResponse } from "./problem.ts";
import { createRateLimiter, rateLimitHeaders, requireRoom } from "./rate-limit.ts";
import { type JsonBody, readJsonBody } from "./request-body.ts";
import { parseQuery } from "./request-query.ts";
import type { HttpContext, Reply, Route, TextBody } from "./route.ts";
import { refuseForeignPage } from "./same-origin.ts";
import { sessionTokenOf } from "./session-cookie.ts";
import { createSessions } from "./sessions.ts";

/** What the router found in a path; null where a part is not valid percent-encoding. */
export type PathParams = Readonly<Record<string, string | null>>;

/** Answers a request by its route's declaration. Never rejects: every error becomes a problem reply. */
export type Answer = (
  route: Route,
  request: Request,
  params: PathParams,
  exchange: Exchange,
) => Promise<Response>;

/** The way of every request: key, role, organization, query, body, handler, reply. */
export function createAnswerer(options: HttpAppOptions): Answer {
  const { operations, noteKeyUse, bodyBytesMax, publicUrl } = options;
  const { store, clock, random } = operations;
  const failedAuthentication = createFailedAuthentication({ clock, logger: options.logger });
  const sessions = createSessions({ clock, random });
  const authenticator = createAuthenticator({ store, clock, failedAuthentication, sessions, publicUrl });
  const context: HttpContext = {
    operations,
    probe: options.probe,
    readDisk: options.readDisk,
    metrics: options.metrics,
    version: options.version,
    publicUrl,
    async signIn(token, request, exchange) {
      refuseForeignPage(request, publicUrl);
      const key = await authenticator.keyOfToken(token, exchange);
      noteUse(key.id, exchange);
      return sessions.begin({ id: key.id, hash: tokenHash(token) });
    },
    signOut({ headers }) {
      const token = sessionTokenOf(headers);
      if (token !== null) sessions.end(token);
    },
    openStream: (organizationId, request) =>
      openLiveStream({
        feed: options.live,
        organizationId,
        isStillAdmitted: async () =>
          (await authenticator.isGood(request)) && (await store.findOrganization(organizationId)) !== null,
        clock,
      }),
  };
  const rateLimiter = createRateLimiter(clock);
  const runChange = createChangeRunner(operations, { bodyTextOf, publicUrl });

  function noteUse(keyId: string, exchange: Exchange): void {
    exchange.keyId = keyId;
    noteKeyUse(keyId);
  }

  async function admit(route: Route, request: Request, exchange: Exchange): Promise<Caller | null> {
    if (route.permission === null || route.isOpen?.(context)) return null;
    const key = await authenticator.keyOf(request, exchange);
    noteUse(key.id, exchange);
    const { id: organizationId, settings } = await authenticator.organizationOf(request, key);
    takeToken(organizationId, settings, exchange);
    requirePermission(key, route.permission);
    return { key, organizationId };
  }

  function takeToken(
    organizationId: OrganizationId,
    { rateLimitPerSecond }: OrganizationSettings,
    exchange: Exchange,
  ): void {
    const perSecond = limitInForce(rateLimitPerSecond, operations.rateLimitPerSecond);
    if (perSecond === null) return;
    exchange.rateLimit = rateLimiter.take(organizationId, perSecond);
    requireRoom(exchange.rateLimit);
  }

  async function answer(
    route: Route,
    request: Request,
    params: PathParams,
    exchange: Exchange,
  ): Promise<Response> {
    const caller = await admit(route, request, exchange);
    requireReadableParams(params);
    const query = parseQuery(request.url, route.query);
    const { text: bodyText, value: body } =
      route.body === null ? noBody : checked(route.body, await readJsonBody(request, { bodyBytesMax }));
    const asked = { params, query, body, bodyText, request, exchange, caller };
    const handle = async (given: HttpContext) =>
      respond(route, (await route.handle(asked, given)) as Reply, exchange);
    const { change } = route;
    const idempotencyKey = request.headers.get("idempotency-key");
    if (change === null || caller === null || (change.action === null && idempotencyKey === null)) {
      return handle(context);
    }
    // Parsed by the schema of the route that asks.
    if (change.isDryRun(body as never)) return handle(context);
    return runChange(
      { change, route, params, bodyText, idempotencyKey, caller, exchange },
      (attached) => handle({ ...context, operations: attached }),
      (first) => {
        options.meter.replayed();
        return replay(first, exchange);
      },
    );
  }

  return async (route, request, params, exchange) => {
    exchange.path = route.path;
    try {
      return await answer(route, request, params, exchange);
    } catch (error) {
      if (!(error instanceof AppError)) logBug(error, route, exchange, options.logger);
      return problemResponse(error, exchange.requestId, rateLimitHeaders(exchange.rateLimit));
    }
  };
}

function logBug(error: unknown, route: Route, { requestId }: Exchange, logger: Logger): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  logger.error("request.failed", { requestId, operation: route.operationId, error: message, stack });
}

/** An id that cannot even be decoded names nothing. */
function requireReadableParams(params: PathParams): void {
  for (const name in params) {
    if (typeof params[name] !== "string") throw notFound("object", "(not percent-encoded UTF-8)");
  }
}

const noBody: JsonBody = { text: "", value: null };

/** The body as the route's schema gives it. */
function checked(schema: z.ZodType, { text, value }: JsonBody): JsonBody {
  const result = checkAgainst(schema, value, "field");
  if (!result.ok) throw validationFailed(result.errors);
  return { text, value: result.value };
}

function respond(route: Route, reply: Reply, exchange: Exchange): Response {
  const { status } = reply;
  const headers = { ...headersOf(exchange), ...reply.headers };
  if (route.responses[status]?.text !== undefined) {
    const { contentType, text } = reply.body as TextBody;
    return new Response(text, { status, headers: { ...headers, "content-type": contentType } });
  }
  const text = bodyTextOf(route, reply);
  if (text === "") return new Response(null, { status, headers });
  headers["content-type"] = jsonType;
  return new Response(text, { status, headers });
}

/** The reply's body, through the route's own schema: what that does not name cannot leak. Empty where it has none. */
function bodyTextOf(route: Route, { status, body }: Reply): string {
  const declared = route.responses[status];
  assert(declared !== undefined, `${route.operationId} declares its status ${status}`);
  const { schema } = declared;
  if (schema === undefined) return "";
  return JSON.stringify(acceptsAsIs(schema)(body) ? body : schema.parse(body));
}

/** The reply that the first request with this Idempotency-Key had. */
function replay({ status, body }: RememberedReply, exchange: Exchange): Response {
  const headers = { ...headersOf(exchange), "content-type": jsonType, "idempotency-replayed": "true" };
  return new Response(body, { status, headers });
}

const jsonType = "application/json";

function headersOf({ requestId, rateLimit }: Exchange): Record<string, string> {
  const headers: Record<string, string> = {
    "x-request-id": requestId,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  if (rateLimit !== null) Object.assign(headers, rateLimitHeaders(rateLimit));
  return headers;
}
