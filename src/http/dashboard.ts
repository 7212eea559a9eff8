import { promisify } from "node:util";
import { gzip } from "node:zlib";
import index from "../dashboard/index.html";
import { pagePaths } from "../dashboard/paths.ts";
import type { Random } from "../platform/random.ts";
import type { Exchange } from "./exchange.ts";
import type { StaticPage } from "./router.ts";

/** The page, and the files that it loads. */
export interface Dashboard {
  files: StaticPage[];
  /** The page, if a browser asks for one of the dashboard's paths; null for everybody else. */
  pageAt(pathname: string, request: Request): ((exchange: Exchange) => Promise<Response>) | null;
}

type File = NonNullable<typeof index.files>[number];

/** Its name says what is in it: a new version has new names. */
const immutable = "public, max-age=31536000, immutable";

const pagePatterns = Object.values(pagePaths).map(
  (path) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`),
);

/** The dashboard as it was bundled into the executable. Run from its source, the program has none. */
export function createDashboard({ random }: { random: Random }): Dashboard {
  const files = index.files ?? [];
  const page = files.find(({ loader }) => loader === "html");
  return {
    files: files.filter((file) => file !== page).map(servedFile),
    pageAt(pathname, request) {
      const isPage = pathname === "/" || (isForPeople(request) && pagePatterns.some((p) => p.test(pathname)));
      return isPage ? (exchange) => respondPage(exchange, page, nonceOf(random)) : null;
    },
  };
}

/** A client of the API that forgot `/api/v1` must get an error, not a page. */
function isForPeople(request: Request): boolean {
  return (request.headers.get("accept") ?? "").includes("text/html");
}

function nonceOf(random: Random): string {
  return Buffer.from(random.bytes(16)).toString("base64url");
}

async function respondPage(exchange: Exchange, page: File | undefined, nonce: string): Promise<Response> {
  exchange.path = pagePaths.overview;
  const text = page === undefined ? unbundled : await Bun.file(page.path).text();
  return new Response(text.replace("{style-nonce}", nonce), {
    headers: {
      ...headersOf(exchange),
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": contentSecurityPolicy(nonce),
      "cross-origin-opener-policy": "same-origin",
      "x-frame-options": "DENY",
    },
  });
}

const unbundled = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Posthorn</title></head>
  <body><p>The dashboard is part of the built executable: run ./scripts/build. The API is described at <a href="/docs">/docs</a>.</p></body>
</html>
`;

/**
 * No inline script, and nobody but this host. The nonce is for the style elements that the component library writes:
 * the theme's variables, and what depends on the width of the screen.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function servedFile(file: File): StaticPage {
  const path = file.path.slice(file.path.lastIndexOf("/"));
  const contentType = file.headers["content-type"];
  const isText = /^(text|application)\/|svg/.test(contentType);
  let compressed: Promise<Uint8Array<ArrayBuffer>> | null = null;
  return {
    path,
    async respond(exchange, request) {
      // One path for all in the log and the metrics: the names change with every version.
      exchange.path = pagePaths.overview;
      const headers = { ...headersOf(exchange), "content-type": contentType, "cache-control": immutable };
      if (!isText) return new Response(Bun.file(file.path), { headers });
      const vary = { ...headers, vary: "accept-encoding" };
      if (!/\bgzip\b/.test(request.headers.get("accept-encoding") ?? "")) {
        return new Response(Bun.file(file.path), { headers: vary });
      }
      // Once, by the runtime's pool: the thread that delivers has other work.
      compressed ??= Bun.file(file.path).bytes().then(promisify(gzip)) as Promise<Uint8Array<ArrayBuffer>>;
      return new Response(await compressed, { headers: { ...vary, "content-encoding": "gzip" } });
    },
  };
}

function headersOf({ requestId }: Exchange): Record<string, string> {
  return {
    "x-request-id": requestId,
    "x-content-type-options": "nosniff",
    // Not "no-referrer", with which some browsers hide the page's origin also from its own host.
    "referrer-policy": "same-origin",
  };
}
