import type { z } from "zod";
import type { ErrorCode } from "../domain/app-error.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Permission } from "../domain/permission.ts";
import type { Caller } from "../operations/caller.ts";
import type { OperationContext } from "../operations/context.ts";
import type { Exchange } from "./exchange.ts";
import type { DiskFigures, Readiness } from "./readiness.ts";
import type { RouteChange } from "./route-change.ts";

/** What handlers work with. */
export interface HttpContext {
  operations: OperationContext;
  /** Asks the program how it is. */
  probe(): Promise<Readiness>;
  /** How full the disk is. */
  readDisk(): Promise<DiskFigures>;
  metrics: MetricsSource;
  version: string;
  /** What the world calls this host, or null. */
  publicUrl: string | null;
  /** Begins the session of a browser that brought this API key, and gives the token for its cookie. */
  signIn(key: string, request: RequestHead, exchange: Exchange): Promise<string>;
  /** Ends the session of the request's cookie, if it has one. */
  signOut(request: RequestHead): void;
  /** What happens in the organization, as server-sent events, while the request's key is good. */
  openStream(organizationId: OrganizationId, request: RequestHead): ReadableStream<Uint8Array>;
}

/** A request without its body. */
export type RequestHead = Pick<Request, "method" | "url" | "headers">;

/** Where `/metrics` comes from, and who may read it. */
export interface MetricsSource {
  /** Everybody may: no key is asked for. */
  isPublic: boolean;
  /** @param accept the request's `Accept` header; empty without one */
  print(accept: string): Promise<TextBody>;
}

/** A body that is no JSON. */
export interface TextBody {
  contentType: string;
  text: string | ReadableStream<Uint8Array>;
}

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The names in a path: `/endpoints/:id` has `id`. */
type ParamName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** One status that a route replies with; without a schema or text the reply has no body. */
export interface SuccessResponse {
  description: string;
  schema?: z.ZodType;
  /** The reply is text in one of these types. */
  text?: { contentTypes: readonly string[]; example: string };
  example?: unknown;
  /** Headers that it has beside those of every reply, as OpenAPI describes them. */
  headers?: Record<string, { description: string; schema: object }>;
}

type Responses = Partial<Record<200 | 201 | 202 | 204, SuccessResponse>>;

type ReplyOf<R extends Responses> = { headers?: Record<string, string> } & {
  [Status in keyof R & number]: R[Status] extends { schema: infer S extends z.ZodType }
    ? { status: Status; body: z.input<S> }
    : R[Status] extends { text: object }
      ? { status: Status; body: TextBody }
      : { status: Status; body: null };
}[keyof R & number];

type OutputOf<S> = S extends z.ZodType ? z.output<S> : null;

interface RouteRequest<Path extends string, Access, Query, Body> {
  params: Readonly<Record<ParamName<Path>, string>>;
  query: OutputOf<Query>;
  body: OutputOf<Body>;
  /** The body's text as it came, for what must not be printed again. */
  bodyText: string;
  request: RequestHead;
  exchange: Exchange;
  /** Null where the route needs no key. */
  caller: Access extends Permission ? Caller : null;
}

interface RouteSpec<
  Path extends string,
  Access extends Permission | null,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
  R extends Responses,
> {
  method: HttpMethod;
  path: Path;
  operationId: string;
  tag: Tag;
  summary: string;
  description?: string;
  /** Null: no key needed. */
  permission: Access;
  /** Where it says so nobody needs a key, and there is no caller. */
  isOpen?: (context: HttpContext) => boolean;
  /** What each name in the path means. */
  params?: Record<ParamName<Path>, { description: string; example: string }>;
  query?: Query;
  body?: Body;
  bodyExample?: unknown;
  responses: R;
  /** The verb by which it changes something; absent where it changes nothing. */
  change?: RouteChange;
  /** Codes that this route can give beside those that follow from its shape (`problemsOf`). */
  problems?: readonly ErrorCode[];
  handle(
    request: RouteRequest<Path, Access, Query, Body>,
    context: HttpContext,
  ): ReplyOf<R> | Promise<ReplyOf<R>>;
}

/** The groups of the API reference. */
export const tags = {
  Account: "Who a key is, and signing a browser in with it.",
  Organizations: "Tenants and their settings.",
  "API keys": "Bearer tokens of an organization.",
  Endpoints: "URLs that receive events.",
  "Event types": "The catalogue of what is published.",
  Events: "Things that happened, and publishing them.",
  Deliveries: "Events on their way to endpoints.",
  Attempts: "The message history: every request that was made.",
  Sources: "Inbound URLs where other platforms' webhooks arrive and become events.",
  Tasks: "Recoveries and replays: sending again what an endpoint missed.",
  "Audit log": "Who changed what, when, from where.",
  Alerts: "Thresholds that an endpoint crossed.",
  Statistics: "Counts by hour and day, kept longer than what they count.",
  Health: "Whether the program is alive and ready, and its metrics.",
} as const;
export type Tag = keyof typeof tags;

/** A route as the server, the reference and the tests walk over it. */
export interface Route {
  method: HttpMethod;
  path: string;
  operationId: string;
  tag: Tag;
  summary: string;
  description: string | null;
  permission: Permission | null;
  isOpen: ((context: HttpContext) => boolean) | null;
  params: Record<string, { description: string; example: string }>;
  query: z.ZodObject | null;
  body: z.ZodType | null;
  bodyExample: unknown;
  responses: Record<number, SuccessResponse>;
  change: RouteChange | null;
  problems: readonly ErrorCode[];
  handle(request: unknown, context: HttpContext): unknown;
}

/** A handler's answer before it is checked against the route's response schema. */
export interface Reply<Status extends number = number, Body = unknown> {
  status: Status;
  body: Body;
  headers?: Record<string, string>;
}

/** Makes a handler's answer; a call keeps the status's literal type where an object literal would widen it. */
export function reply<const Status extends number, Body>(
  status: Status,
  body: Body,
  headers: Record<string, string> = {},
): Reply<Status, Body> {
  return { status, body, headers };
}

/**
 * Declares a route. Its handler's types follow from its path, schemas and responses; the server, the API
 * reference and the role table are all read from the same declaration.
 * @example defineRoute({ method: "GET", path: "/api/v1/me", permission: "any", responses: { 200: … }, handle: … })
 */
export function defineRoute<
  const Path extends string,
  const Access extends Permission | null,
  R extends Responses,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(spec: RouteSpec<Path, Access, Query, Body, R>): Route {
  return {
    ...spec,
    description: spec.description ?? null,
    isOpen: spec.isOpen ?? null,
    params: spec.params ?? {},
    query: spec.query ?? null,
    body: spec.body ?? null,
    bodyExample: spec.bodyExample,
    responses: spec.responses as Record<number, SuccessResponse>,
    change: spec.change ?? null,
    problems: spec.problems ?? [],
    // The server calls it with what it parsed by this very spec.
    handle: spec.handle as Route["handle"],
  };
}

/** Every code that a route can reply with, its shape's included. */
export function problemsOf(route: Route): ErrorCode[] {
  // An unknown query parameter is refused everywhere.
  const codes = new Set<ErrorCode>([...route.problems, "validation_failed"]);
  if (route.permission !== null) {
    for (const code of ["unauthenticated", "forbidden", "not_found", "rate_limited"] as const) {
      codes.add(code);
    }
  }
  if (route.body !== null) {
    for (const code of ["invalid_json", "payload_too_large", "unsupported_media_type"] as const) {
      codes.add(code);
    }
  }
  if (route.change?.remembered) codes.add("idempotency_conflict");
  if (route.query !== null && "cursor" in route.query.shape) codes.add("invalid_cursor");
  if (route.method !== "GET") codes.add("unavailable");
  codes.add("internal");
  return [...codes];
}
