import { z } from "zod";
import { type ErrorCode, type FieldError, problemKinds } from "../domain/app-error.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { Route, SuccessResponse } from "./route.ts";
import { exampleOf } from "./schema-example.ts";

const requestId = "req_01kq8v4z6t8m5n2p7r9s3w1x0y";

/** What each code may say; the real sentences name what was sent. */
const details: Record<ErrorCode, string> = {
  invalid_json: 'The body is not valid JSON: unexpected "}" at line 1, column 12.',
  invalid_cursor: "The cursor is damaged or belongs to another list. Start from the first page.",
  unauthenticated:
    "The API key is missing, wrong or expired. Send a valid one as 'Authorization: Bearer phk_…'.",
  forbidden:
    'The role "viewer" of this API key does not allow this. Use a key with the role admin, owner or operator.',
  not_found: 'There is no endpoint "ep_01kq8v4z6t8m5n2p7r9s3w1x0y" in this organization. Check the id.',
  method_not_allowed: "PUT is not allowed here. Use GET, HEAD, POST.",
  conflict: 'The uid "crm" is taken. Choose another one.',
  limit_reached: "The limit has been reached. Remove what is no longer needed, or ask for a higher limit.",
  endpoint_disabled: "The endpoint is disabled. Enable it, then send again.",
  delivery_not_pending: "The delivery has already ended. Look at its status.",
  idempotency_conflict: "The Idempotency-Key was used with another body. Use a new one.",
  payload_too_large: "The body is larger than 1048576 bytes. Send less, or raise POSTHORN_MAX_BODY_BYTES.",
  unsupported_media_type:
    "The request has \"text/plain\". Send JSON in UTF-8 with 'Content-Type: application/json'.",
  validation_failed: "limit: must be a whole number from 1 to 100",
  rate_limited: "Too many requests. Wait as long as Retry-After says.",
  internal: `This is a bug in Posthorn. Its log has the cause under ${requestId}.`,
  unavailable: "The disk is full. Free some space; nothing that was accepted is lost.",
};

const validationErrors: readonly FieldError[] = [
  { path: "limit", message: "must be a whole number from 1 to 100" },
];

/** A problem with the code as a reply could have it. */
export function problemExample(code: ErrorCode): Problem {
  return problemOf(code, details[code], {
    requestId,
    errors: problemKinds[code].status === 422 ? validationErrors : [],
  });
}

/** The example of a route's body: its own, or its schema's. */
export function exampleRequest(route: Route): unknown {
  return route.bodyExample ?? (route.body === null ? undefined : exampleOf(route.body));
}

/** The example of a reply: its own, its schema's, or for a list a page with the example of a row. */
export function exampleReply({ schema, example }: SuccessResponse): unknown {
  if (example !== undefined || schema === undefined) return example;
  if (
    schema instanceof z.ZodObject &&
    schema.shape.data instanceof z.ZodArray &&
    "nextCursor" in schema.shape
  ) {
    return { data: [exampleOf(schema.shape.data.element as z.ZodType)], nextCursor: null };
  }
  return exampleOf(schema);
}
