import createClient from "openapi-fetch";
import type { paths } from "./api-types.d.ts";
import { chosenOrganization } from "./chosen-organization.ts";
import { problemFrom, unreachable } from "./problem.ts";
import { sendOnce } from "./repeated-request.ts";
import { noteServerTime } from "./server-time.ts";

/**
 * The REST API, typed by its own document: a change of the API that breaks a page is an error of the compiler.
 * @example read(api.GET("/api/v1/endpoints/{id}", { params: { path: { id } }, signal }))
 */
export const api = createClient<paths>({ fetch: (request) => fetch(request) });

api.use(
  {
    onRequest({ request, schemaPath }) {
      // A session is nobody's: one can sign out of an organization that is gone.
      const organization = schemaPath === "/api/v1/session" ? null : chosenOrganization.get();
      if (organization !== null) request.headers.set("X-Organization", organization);
      return request;
    },
    onResponse({ response }) {
      noteServerTime(response.headers);
    },
  },
  sendOnce,
);

let tellOfRefusal: () => void = () => {};

/** Calls `tell` whenever a request, of whatever kind, is refused because nobody is signed in. */
export function whenUnauthenticated(tell: () => void): void {
  tellOfRefusal = tell;
}

interface Answered<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

/** The data of a reply; throws an `ApiProblem` for everything else. */
export async function read<T>(asked: Promise<Answered<T>>): Promise<T> {
  let answered: Answered<T>;
  try {
    answered = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  }
  const { data, error, response } = answered;
  if (response.ok) return data as T;
  const problem = problemFrom(error, response);
  if (problem.code === "unauthenticated" && !isSigningInOrOut(response)) tellOfRefusal();
  throw problem;
}

/** Signing in with a wrong key and out of what has ended already: the asker knows what that means. */
const isSigningInOrOut = ({ url }: Response): boolean => new URL(url).pathname === "/api/v1/session";
