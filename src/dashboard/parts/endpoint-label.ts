import type { Endpoint } from "../api/shapes.ts";

/** What people call an endpoint: its description, or else the host of its URL. */
export function endpointLabel({ description, url }: Pick<Endpoint, "description" | "url">): string {
  return description.trim() === "" ? hostOf(url) : description;
}

/** `hooks.example.com`, of a URL that the API has checked. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
