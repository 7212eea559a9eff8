import type { z } from "zod";
import type { ErrorCode } from "../domain/app-error.ts";
import { problemKinds } from "../domain/app-error.ts";
import { rolesWith } from "../domain/permission.ts";
import { exampleReply, exampleRequest, problemExample } from "./openapi-examples.ts";
import { createSchemaCollector, type SchemaCollector } from "./openapi-schemas.ts";
import { problem } from "./problem.ts";
import { problemsOf, type Route, type SuccessResponse, tags } from "./route.ts";
import { sessionCookieName } from "./session-cookie.ts";

/** A part of an OpenAPI document. */
export type OpenApiObject = Record<string, unknown>;

const description = `Posthorn stores events durably and delivers them, signed, to every endpoint that subscribed.

Send an API key as \`Authorization: Bearer phk_…\`. An operator's key works in the organization that the header
\`X-Organization\` names (an id or uid), else in \`default\`. Every reply carries \`X-Request-Id\`; every error is a
problem (RFC 9457) whose \`code\` is one of a closed list.`;

/** The OpenAPI 3.1 document of the routes, from the same schemas that check requests and replies. */
export function buildOpenApiDocument(
  routes: readonly Route[],
  options: { version: string; publicUrl: string | null },
): OpenApiObject {
  const schemas = createSchemaCollector();
  const paths: Record<string, OpenApiObject> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operationOf(route, schemas);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Posthorn API", version: options.version, description },
    servers: [{ url: options.publicUrl ?? "/" }],
    tags: Object.entries(tags).map(([name, text]) => ({ name, description: text })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", bearerFormat: "phk_…", description: "An API key" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookieName,
          description: "A browser's session, begun with `POST /api/v1/session`",
        },
      },
      schemas: schemas.components(),
    },
  };
}

function operationOf(route: Route, schemas: SchemaCollector): OpenApiObject {
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description: [route.description, neededRole(route)].filter((text) => text !== null).join(" "),
    security: securityOf(route),
    parameters: parametersOf(route, schemas),
    ...(route.body === null ? {} : { requestBody: requestBodyOf(route, route.body, schemas) }),
    responses: { ...successesOf(route, schemas), ...problemsByStatus(route, schemas) },
  };
}

/** An empty requirement beside the key: where the settings say so it goes without. */
function securityOf({ permission, isOpen }: Route): OpenApiObject[] {
  if (permission === null) return [];
  return isOpen === null ? [{ apiKey: [] }, { session: [] }] : [{ apiKey: [] }, {}];
}

function neededRole({ permission }: Route): string | null {
  if (permission === null) return "Needs no key.";
  if (permission === "any") return "Needs any key.";
  return `Needs a key with the role ${rolesWith(permission)}.`;
}

function parametersOf(route: Route, schemas: SchemaCollector): OpenApiObject[] {
  const inPath = Object.entries(route.params).map(([name, { description: text, example }]) => ({
    name,
    in: "path",
    required: true,
    description: text,
    schema: { type: "string" },
    example,
  }));
  const inQuery = Object.entries(route.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    ...parameterSchema(schemas.of(schema as z.ZodType, "input")),
  }));
  const organization = {
    name: "X-Organization",
    in: "header",
    required: false,
    description: "For operators: the organization's id or uid; `default`, if left out",
    schema: { type: "string" },
  };
  return [
    ...inPath,
    ...inQuery,
    ...(route.permission === null ? [] : [organization]),
    ...(route.change?.remembered ? [idempotencyKey] : []),
  ];
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

/** A parameter's description stands beside its schema, where the reference shows it. */
function parameterSchema({ description: text, ...schema }: OpenApiObject): OpenApiObject {
  return { ...(text === undefined ? {} : { description: text }), schema };
}

function requestBodyOf(route: Route, body: z.ZodType, schemas: SchemaCollector): OpenApiObject {
  return {
    // A POST without a body counts as {}, which some schemas take.
    required: route.method !== "POST" || !body.safeParse({}).success,
    content: {
      "application/json": { schema: schemas.of(body, "input"), example: exampleRequest(route) },
    },
  };
}

const requestIdHeader = {
  "X-Request-Id": { description: "The request's id, also in the log", schema: { type: "string" } },
};

const rateLimitHeaders = {
  "RateLimit-Limit": {
    description: "Requests a second that the organization may make; not there, if it has no limit",
    schema: { type: "integer" },
  },
  "RateLimit-Remaining": {
    description: "Requests that would pass now; up to twice the limit, after a pause",
    schema: { type: "integer" },
  },
  "RateLimit-Reset": {
    description: "Seconds until as many would pass as ever",
    schema: { type: "integer" },
  },
};

const replayedHeader = {
  "Idempotency-Replayed": {
    description: "`true` where the reply of the first request with this `Idempotency-Key` is given again",
    schema: { type: "string" },
  },
};

const retryAfterHeader = {
  "Retry-After": { description: "Seconds to wait before sending it again", schema: { type: "integer" } },
};

function replyHeadersOf(route: Route): OpenApiObject {
  return { ...requestIdHeader, ...(route.permission === null ? {} : rateLimitHeaders) };
}

function successesOf(route: Route, schemas: SchemaCollector): OpenApiObject {
  const entries = Object.entries(route.responses).map(([status, response]) => {
    const headers = {
      ...replyHeadersOf(route),
      ...(route.change?.remembered ? replayedHeader : {}),
      ...response.headers,
    };
    return [status, { description: response.description, headers, ...contentOf(response, schemas) }] as const;
  });
  return Object.fromEntries(entries);
}

function contentOf(response: SuccessResponse, schemas: SchemaCollector): OpenApiObject {
  if (response.text !== undefined) {
    const { contentTypes, example } = response.text;
    const media = { schema: { type: "string" }, example };
    return { content: Object.fromEntries(contentTypes.map((type) => [type, media])) };
  }
  if (response.schema === undefined) return {};
  const media = { schema: schemas.of(response.schema, "output"), example: exampleReply(response) };
  return { content: { "application/json": media } };
}

function problemsByStatus(route: Route, schemas: SchemaCollector): OpenApiObject {
  const byStatus = Map.groupBy(problemsOf(route), (code) => problemKinds[code].status);
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [status, problemResponseOf(route, codes, schemas)]),
  );
}

/** Codes that come with the time after which the same request may succeed. */
const retryable: readonly ErrorCode[] = ["rate_limited", "idempotency_conflict", "unavailable"];

function problemResponseOf(
  route: Route,
  codes: readonly ErrorCode[],
  schemas: SchemaCollector,
): OpenApiObject {
  const isRetryable = codes.some((code) => retryable.includes(code));
  return {
    description: codes.map((code) => `\`${code}\`: ${problemKinds[code].title}`).join("; "),
    headers: { ...replyHeadersOf(route), ...(isRetryable ? retryAfterHeader : {}) },
    content: {
      "application/problem+json": {
        schema: schemas.of(problem, "output"),
        examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
      },
    },
  };
}
