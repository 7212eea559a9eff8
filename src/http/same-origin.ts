import { AppError } from "../domain/app-error.ts";

/** What a request tells of the page that sent it. */
type Head = Pick<Request, "headers" | "method">;

const readingMethods = ["GET", "HEAD"];

/**
 * Throws `forbidden` unless a request that a cookie let in was sent by a page of this very host, or only reads: a
 * browser adds the cookie whoever wrote the page. Every browser says where a request that changes something comes from.
 * @param publicUrl what the world calls this host: a proxy in front may send another `Host`
 */
export function requireSameOrigin({ headers, method }: Head, publicUrl: string | null): void {
  if (readingMethods.includes(method)) return;
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  const origin = headers.get("origin");
  if (site === null && origin !== null && isOwn(origin, headers.get("host"), publicUrl)) return;
  throw foreignPage(origin);
}

/** Throws `forbidden` for a page of another host; a client that is no browser names none, and may go on. */
export function refuseForeignPage({ headers, method }: Head, publicUrl: string | null): void {
  const isBrowser = headers.get("sec-fetch-site") !== null || headers.get("origin") !== null;
  if (isBrowser) requireSameOrigin({ headers, method }, publicUrl);
}

function isOwn(origin: string, host: string | null, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  if (publicUrl !== null && new URL(publicUrl).origin === origin) return true;
  return host !== null && new URL(origin).host === host;
}

function foreignPage(origin: string | null): AppError {
  const from = origin === null ? "It does not say from which page it comes" : `It comes from ${origin}`;
  return new AppError(
    "forbidden",
    `A session's cookie changes things only from Posthorn's own page. ${from}. Send an API key as 'Authorization: Bearer phk_…' instead; behind a proxy, let it keep the Host header or set POSTHORN_PUBLIC_URL.`,
  );
}
