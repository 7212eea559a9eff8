import { z } from "zod";
import { defineRoute, type Route, reply } from "../route.ts";
import { signedInCookie, signedOutCookie } from "../session-cookie.ts";

const signIn = z
  .strictObject({
    key: z
      .string({ error: "must be an API key" })
      .min(1, "must not be empty")
      .max(256, "must be at most 256 characters")
      .describe("An API key"),
  })
  .meta({ id: "SignIn", example: { key: "phk_Zk3vT8m5N2p7R9s3W1x0YqA4bC6dE8fG1hJ3kL5mN7pQ9r2tV4w" } });

const cookieHeader = { "Set-Cookie": { description: "The session's cookie", schema: { type: "string" } } };

export const sessionRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/api/v1/session",
    operationId: "createSession",
    tag: "Account",
    summary: "Sign a browser in with an API key",
    description:
      "The reply's cookie stands for the key for 12 hours, and ends with it or when the server restarts. A request that changes something must then come from this host's own pages. For programs a key in `Authorization` is simpler.",
    permission: null,
    body: signIn,
    responses: { 204: { description: "Signed in", headers: cookieHeader } },
    problems: ["unauthenticated", "forbidden", "rate_limited"],
    async handle({ body, request, exchange }, { signIn }) {
      const token = await signIn(body.key, request, exchange);
      return reply(204, null, { "set-cookie": signedInCookie(token, { isSecure: cameByHttps(request) }) });
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/api/v1/session",
    operationId: "deleteSession",
    tag: "Account",
    summary: "Sign the browser out",
    description: "Ends the session of the request's cookie at once.",
    permission: "any",
    responses: { 204: { description: "Signed out", headers: cookieHeader } },
    handle({ request }, { signOut }) {
      signOut(request);
      return reply(204, null, { "set-cookie": signedOutCookie });
    },
  }),
];

/** Behind a proxy that ends TLS only the browser knows. */
function cameByHttps({ url, headers }: Pick<Request, "url" | "headers">): boolean {
  return url.startsWith("https:") || (headers.get("origin") ?? "").startsWith("https:");
}
