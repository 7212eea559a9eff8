import favicon from "swagger-ui-dist/favicon-32x32.png" with { type: "file" };
import stylesheet from "swagger-ui-dist/swagger-ui.css" with { type: "file" };
import bundle from "swagger-ui-dist/swagger-ui-bundle.js" with { type: "file" };
import type { Exchange } from "./exchange.ts";
import { serveDocument } from "./openapi-endpoint.ts";
import type { StaticPage } from "./router.ts";

/**
 * Swagger UI loads and shows one document and asks nobody else: no inline script, no other host. It sets
 * styles on its elements and draws its icons from data URLs.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Posthorn API</title>
    <link rel="icon" type="image/png" href="/docs/favicon.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

/** `validatorUrl: null`: else the page would send the document's address to a validator on the internet. */
const startScript = `SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
});
`;

/** The API reference: its document, its page, and what the page loads, all from the binary. */
export function createDocsPages(options: { version: string; publicUrl: string | null }): StaticPage[] {
  let document: Promise<string> | null = null;
  return [
    {
      path: "/openapi.json",
      // Built when it is first asked for: a start need not wait 60 ms for it.
      async respond(exchange) {
        document ??= serveDocument(options);
        return textResponse(exchange, "/openapi.json", await document, "application/json");
      },
    },
    textPage("/docs", page, "text/html; charset=utf-8"),
    textPage("/docs/start.js", startScript, "text/javascript; charset=utf-8"),
    filePage("/docs/swagger-ui-bundle.js", bundle, "text/javascript; charset=utf-8"),
    filePage("/docs/swagger-ui.css", stylesheet, "text/css; charset=utf-8"),
    filePage("/docs/favicon.png", favicon, "image/png"),
  ];
}

function textPage(path: string, text: string, contentType: string): StaticPage {
  return { path, respond: (exchange) => textResponse(exchange, path, text, contentType) };
}

function textResponse(exchange: Exchange, path: string, text: string, contentType: string): Response {
  return new Response(text, { headers: { ...headersOf(exchange, path), "content-type": contentType } });
}

function filePage(path: string, file: string, contentType: string): StaticPage {
  return {
    path,
    respond: (exchange) =>
      new Response(Bun.file(file), {
        headers: { ...headersOf(exchange, path), "content-type": contentType },
      }),
  };
}

function headersOf(exchange: Exchange, path: string): Record<string, string> {
  exchange.path = path;
  return {
    "x-request-id": exchange.requestId,
    // The files change with the binary only, but nothing in their names says so.
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": contentSecurityPolicy,
    "referrer-policy": "no-referrer",
  };
}
