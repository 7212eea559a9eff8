import { AppError, notFound, validationFailed } from "../domain/app-error.ts";
import { assert } from "../domain/assert.ts";
import type { Caller } from "../operations/caller.ts";
import type { Logger } from "../platform/logger.ts";
import { createAuthenticator, requirePermission } from "./authenticate.ts";
import type { Exchange } from "./exchange.ts";
import { checkAgainst } from "./field-errors.ts";
import type { HttpAppOptions } from "./http-app.ts";
import { problemResponse } from "./problem.ts";
import { readJsonBody } from "./request-body.ts";
import { parseQuery } from "./request-query.ts";
import type { Reply, Route } from "./route.ts";
import { emptyQuery } from "./routes/parameters.ts";

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
  const { operations, noteKeyUse, bodyBytesMax } = options;
  const context = { operations, probe: options.probe };
  const authenticator = createAuthenticator(operations);

  async function admit(route: Route, request: Request, exchange: Exchange): Promise<Caller | null> {
    if (route.permission === null) return null;
    const key = await authenticator.keyOf(request);
    exchange.keyId = key.id;
    noteKeyUse(key.id);
    requirePermission(key, route.permission);
    return authenticator.callerOf(request, key);
  }

  async function answer(
    route: Route,
    request: Request,
    params: PathParams,
    exchange: Exchange,
  ): Promise<Response> {
    const caller = await admit(route, request, exchange);
    requireReadableParams(params);
    const query = parseQuery(request.url, route.query ?? emptyQuery);
    const { body, bodyText } = await readBody(route, request, bodyBytesMax);
    const { requestId } = exchange;
    const asked = { params, query, body, bodyText, requestId, caller };
    const reply = (await route.handle(asked, context)) as Reply;
    return respond(route, reply, exchange);
  }

  return async (route, request, params, exchange) => {
    exchange.path = route.path;
    try {
      return await answer(route, request, params, exchange);
    } catch (error) {
      if (!(error instanceof AppError)) logBug(error, route, exchange, options.logger);
      return problemResponse(error, exchange.requestId);
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

async function readBody(
  route: Route,
  request: Request,
  bodyBytesMax: number,
): Promise<{ body: unknown; bodyText: string }> {
  if (route.body === null) return { body: null, bodyText: "" };
  const { text, value } = await readJsonBody(request, { bodyBytesMax });
  const result = checkAgainst(route.body, value, "field");
  if (!result.ok) throw validationFailed(result.errors);
  return { body: result.value, bodyText: text };
}

/** The reply, through the route's own schema: what that does not name cannot leak. */
function respond(route: Route, { status, body }: Reply, { requestId }: Exchange): Response {
  const declared = route.responses[status];
  assert(declared !== undefined, `${route.operationId} declares its status ${status}`);
  const headers: Record<string, string> = {
    "x-request-id": requestId,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  if (declared.schema === undefined) return new Response(null, { status, headers });
  headers["content-type"] = "application/json";
  return new Response(JSON.stringify(declared.schema.parse(body)), { status, headers });
}
