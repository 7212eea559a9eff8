import { z } from "zod";
import { AppError, type ErrorCode, type FieldError, problemKinds } from "../domain/app-error.ts";

/** An RFC 9457 problem, the body of every reply that is not a success. */
export const problem = z
  .object({
    type: z.string().meta({ description: "Names the kind of problem; the same for every code" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "What is wrong, with which value, and what to do next" }),
    code: z.enum(Object.keys(problemKinds) as [ErrorCode, ...ErrorCode[]]),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .meta({ description: "The fields that are wrong, by their dotted path" }),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;

/** The problem that a code stands for. */
export function problemOf(
  code: ErrorCode,
  detail: string,
  context: { requestId: string; errors?: readonly FieldError[] },
): Problem {
  const { status, title } = problemKinds[code];
  return {
    type: `urn:posthorn:problem:${code}`,
    title,
    status,
    detail,
    code,
    errors: [...(context.errors ?? [])],
    requestId: context.requestId,
  };
}

/** The reply to an error. Whatever is no `AppError` is a bug, of which the caller learns nothing but the id. */
export function problemResponse(
  error: unknown,
  requestId: string,
  extraHeaders: Record<string, string> = {},
): Response {
  const body =
    error instanceof AppError
      ? problemOf(error.code, error.message, { requestId, errors: error.errors })
      : problemOf("internal", `This is a bug in Posthorn. Its log has the cause under ${requestId}.`, {
          requestId,
        });
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "x-request-id": requestId,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...extraHeaders,
  };
  if (error instanceof AppError && error.retryAfterSeconds !== null) {
    headers["retry-after"] = String(error.retryAfterSeconds);
  }
  // RFC 9110, 11.6.1: a 401 says how to authenticate.
  if (body.status === 401) headers["www-authenticate"] = 'Bearer realm="posthorn"';
  return new Response(JSON.stringify(body), { status: body.status, headers });
}
