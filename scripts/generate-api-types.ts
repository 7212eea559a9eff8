/**
 * Writes the types of the dashboard's client from docs/openapi.json: `bun scripts/generate-api-types.ts`. A test drives
 * the API through them, and holds that they are current.
 */
import typescript from "typescript-5";
import { openApiPath } from "./generate-openapi.ts";

export const apiTypesPath = new URL("../src/dashboard/api/api-types.d.ts", import.meta.url).pathname;

/** The file's text. */
export async function apiTypesText(): Promise<string> {
  // The generator builds its output with TypeScript's own syntax tree, which version 7 no longer offers.
  Bun.plugin({
    name: "typescript-5",
    setup(build) {
      build.module("typescript", () => ({ exports: { default: typescript }, loader: "object" }));
    },
  });
  const { default: typesOf, astToString } = await import("openapi-typescript");
  return astToString(await typesOf(await Bun.file(openApiPath).json()));
}

if (import.meta.main) await Bun.write(apiTypesPath, await apiTypesText());
