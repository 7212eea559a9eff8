import type { ErrorCode } from "../../domain/app-error.ts";
import type { components } from "./api-types.d.ts";

type Problem = components["schemas"]["Problem"];

/** A request that was not answered as it should: the API's own problem, or that nobody answered. */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  readonly code: ErrorCode | "unreachable";
  /** The fields that are wrong, by their dotted path. */
  readonly fields: readonly { path: string; message: string }[];
  /** Finds the line in the server's log; null where nobody answered. */
  readonly requestId: string | null;

  constructor(problem: Pick<ApiProblem, "code" | "message" | "fields" | "requestId">) {
    super(problem.message);
    this.code = problem.code;
    this.fields = problem.fields;
    this.requestId = problem.requestId;
  }
}

/** What came instead of a reply's data. */
export function problemFrom(body: unknown, response: Response): ApiProblem {
  const { code, detail, errors, requestId } = isProblem(body) ? body : strangersReply(response);
  return new ApiProblem({ code, message: detail, fields: errors, requestId });
}

/** The connection could not be made, or broke off. */
export function unreachable(): ApiProblem {
  return new ApiProblem({
    code: "unreachable",
    message: "Posthorn does not answer. Check that it runs and that this computer reaches it.",
    fields: [],
    requestId: null,
  });
}

/** Whatever was thrown, as a sentence for people. */
export function sentenceOf(error: unknown): string {
  // The API speaks of keys and headers there.
  if (error instanceof ApiProblem && error.code === "unauthenticated") {
    return "Your session had ended, so this was not done. Once you are signed in, try again.";
  }
  return error instanceof ApiProblem
    ? error.message
    : "Something in this page went wrong. Reload it, please.";
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "detail" in body;
}

/** A proxy in front answered, not Posthorn. */
function strangersReply({ status }: Response): Pick<Problem, "code" | "detail" | "errors" | "requestId"> {
  const detail = `Whatever stands between this page and Posthorn answered ${status}. Try again in a moment.`;
  return { code: "unavailable", detail, errors: [], requestId: "" };
}
