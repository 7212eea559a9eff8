/** RFC 9110, 5.6.2: a token. */
const nameRegex = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** RFC 9110, 5.5: what a header's value may hold; nothing that could end its line. */
const valueRegex = /^[\t\x20-\x7e\x80-\xff]*$/;

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
  let head = start;
  for (const name in headers) {
    const value = headers[name] ?? "";
    if (!nameRegex.test(name) || !valueRegex.test(value)) return null;
    head += `${name}: ${value}\r\n`;
  }
  const bodyBytes = Buffer.byteLength(body);
  head += `content-length: ${bodyBytes}\r\n\r\n`;
  const bytes = Buffer.allocUnsafe(head.length + bodyBytes);
  bytes.write(head, 0, "latin1");
  bytes.write(body, head.length, "utf8");
  return bytes;
}
