import { swagger } from "@elysiajs/swagger";
import { Elysia } from "elysia";
import { buildOpenApiDocument } from "./openapi.ts";
import { routes } from "./route-table.ts";

/**
 * The text of `/openapi.json`, as @elysiajs/swagger serves our document. The plugin sits in an instance of its
 * own that no request reaches: it cannot read zod schemas (so it gets no routes to add to the document), and
 * its page loads scripts from a CDN.
 */
export async function serveDocument(options: { version: string; publicUrl: string | null }): Promise<string> {
  const documentation = buildOpenApiDocument(routes, options);
  const plugin = swagger({
    provider: "swagger-ui",
    path: "/page",
    specPath: "/openapi.json",
    // The plugin's types know OpenAPI 3.0 only; it passes on what it does not know.
    documentation: documentation as NonNullable<Parameters<typeof swagger>[0]>["documentation"] & object,
  });
  const response = await new Elysia().use(plugin).handle(new Request("http://localhost/openapi.json"));
  return response.text();
}
