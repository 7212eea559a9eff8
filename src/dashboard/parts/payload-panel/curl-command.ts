import { redacted } from "../../../domain/header-name.ts";
import type { SentRequest } from "../../api/shapes.ts";

/** What the client itself writes, of the body and the address that it is given. */
const ownHeaders = ["content-length", "host", "connection", "transfer-encoding"];

/**
 * A request as a command for a shell. A value that the API does not give away is left out, and the header stands there
 * with a mark in its place. Null once the event's data is erased: there is nothing to send.
 */
export function curlCommand({ url, headers, body }: SentRequest): string | null {
  if (headers === null || body === null) return null;
  const lines = Object.entries(headers)
    .filter(([name]) => !ownHeaders.includes(name.toLowerCase()))
    .map(([name, value]) => `-H ${quoted(`${name}: ${value === redacted ? "<left out>" : value}`)}`);
  return [`${clientFor(url)} -X POST ${quoted(url)}`, ...lines, `--data-raw ${quoted(body)}`].join(" \\\n  ");
}

/** Brackets and braces stand for several addresses to the client, unless it is told that they mean themselves. */
function clientFor(url: string): string {
  return /[[\]{}]/.test(url) ? "curl --globoff" : "curl";
}

/** In single quotes nothing means anything to a shell but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
