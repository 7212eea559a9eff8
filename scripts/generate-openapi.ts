/** Writes docs/openapi.json from the routes: `bun scripts/generate-openapi.ts`. A test holds that it is current. */

import { serveDocument } from "../src/http/openapi-endpoint.ts";
import { version } from "../src/version.ts";

export const openApiPath = new URL("../docs/openapi.json", import.meta.url).pathname;

/** The file's text: the served document, readable. */
export async function openApiText(): Promise<string> {
  return `${JSON.stringify(JSON.parse(await serveDocument({ version, publicUrl: null })), null, 2)}\n`;
}

if (import.meta.main) await Bun.write(openApiPath, await openApiText());
