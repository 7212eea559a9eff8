/** RFC 9110, 5.6.2: a token. */
const nameRegex = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** RFC 9110, 5.5: what a header's value may hold; nothing that could end its line. */
const valueRegex = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Headers as they go over the wire, or null where one cannot be written. */
export function headerLines(headers: Readonly<Record<string, string>>): string | null {
  let lines = "";
  for (const name in headers) {
    const value = headers[name] ?? "";
    if (!nameRegex.test(name) || !valueRegex.test(value)) return null;
    lines += `${name}: ${value}\r\n`;
  }
  return lines;
}

/**
 * One request as it goes over the wire, head and body together, so that one packet can carry both. Null where a header
 * cannot be written.
 * @param start the request line and the first headers, each with its CR LF
 */
export function requestBytes(
  start: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Buffer | null {
  const lines = headerLines(headers);
  if (lines === null) return null;
  const bodyBytes = Buffer.byteLength(body);
  const head = `${start}${lines}content-length: ${bodyBytes}\r\n\r\n`;
  const bytes = Buffer.allocUnsafe(head.length + bodyBytes);
  bytes.write(head, 0, "latin1");
  bytes.write(body, head.length, "utf8");
  return bytes;
}
