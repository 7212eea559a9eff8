import { sessionSeconds } from "./sessions.ts";

/** The cookie of a signed-in browser. It goes to the API alone. */
export const sessionCookieName = "posthorn_session";

const attributes = "Path=/api/v1; HttpOnly; SameSite=Strict";

/** The session's token in a request's `Cookie` header, or null. */
export function sessionTokenOf(headers: Headers): string | null {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const [name = "", value = ""] = part.trim().split("=");
    if (name === sessionCookieName && value !== "") return value;
  }
  return null;
}

/** The `Set-Cookie` header that signs a browser in. `Secure` where it came by HTTPS, so that it is never sent without. */
export function signedInCookie(token: string, { isSecure }: { isSecure: boolean }): string {
  const secure = isSecure ? "; Secure" : "";
  return `${sessionCookieName}=${token}; ${attributes}; Max-Age=${sessionSeconds}${secure}`;
}

/** The `Set-Cookie` header that signs it out. */
export const signedOutCookie = `${sessionCookieName}=; ${attributes}; Max-Age=0`;
