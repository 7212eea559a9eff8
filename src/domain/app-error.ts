/** Every error code of the API with its HTTP status and title. The list is closed: clients switch on it. */
export const problemKinds = {
  invalid_json: { status: 400, title: "The request body is not valid JSON" },
  invalid_cursor: { status: 400, title: "The cursor is not valid" },
  unauthenticated: { status: 401, title: "Authentication is required" },
  forbidden: { status: 403, title: "The API key's role does not allow this" },
  not_found: { status: 404, title: "There is no such object" },
  method_not_allowed: { status: 405, title: "The method is not allowed here" },
  conflict: { status: 409, title: "The value is already taken" },
  limit_reached: { status: 409, title: "A limit has been reached" },
  endpoint_disabled: { status: 409, title: "The endpoint is disabled" },
  delivery_not_pending: { status: 409, title: "The delivery is no longer pending" },
  idempotency_conflict: { status: 409, title: "The Idempotency-Key is in use" },
  payload_too_large: { status: 413, title: "The request body is too large" },
  unsupported_media_type: { status: 415, title: "The request body must be JSON" },
  validation_failed: { status: 422, title: "The request is not valid" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong inside Posthorn" },
  unavailable: { status: 503, title: "Posthorn cannot take this right now" },
} as const;

export type ErrorCode = keyof typeof problemKinds;

/** One field that is wrong: `path` is dotted from the body's root (`retry.delaysSeconds.0`), or a query parameter's or header's name. */
export interface FieldError {
  path: string;
  message: string;
}

/** A caller's mistake, or a state of ours that the caller must know: becomes an RFC 9457 problem reply. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];
  /** Seconds for the reply's `Retry-After`, or null. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ErrorCode,
    detail: string,
    options: { errors?: readonly FieldError[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail);
    this.code = code;
    this.errors = options.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** The usual `404`: says what was looked for, not whether it exists elsewhere. */
export function notFound(noun: string, id: string): AppError {
  return new AppError("not_found", `There is no ${noun} "${id}" in this organization. Check the id.`);
}

/** The `404` of an organization that does not exist, or is not the caller's. */
export function organizationNotFound(reference: string): AppError {
  return new AppError("not_found", `There is no organization "${reference}". Check the id.`);
}

/** A `422` about fields; the detail repeats the first one, for people who read nothing else. */
export function validationFailed(errors: readonly FieldError[]): AppError {
  const [first] = errors;
  const detail = first ? `${first.path || "body"}: ${first.message}` : "The request is not valid.";
  return new AppError("validation_failed", detail, { errors });
}
