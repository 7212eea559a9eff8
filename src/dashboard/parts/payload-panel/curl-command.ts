import type { SentRequest } from "../../api/shapes.ts";

/** How the API writes a value that it does not give away. */
export const redactedValue = "[redacted]";

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
    .map(([name, value]) => `-H ${quoted(`${name}: ${value === redactedValue ? "<left out>" : value}`)}`);
  return [`curl -X POST ${quoted(url)}`, ...lines, `--data-raw ${quoted(body)}`].join(" \\\n  ");
}

/** In single quotes nothing means anything to a shell but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
