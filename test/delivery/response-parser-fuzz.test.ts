import { expect, test } from "bun:test";
import fc from "fast-check";
import { LineReader } from "../../src/delivery/line-reader.ts";
import { parseAll, parseText } from "../support/parsed-response.ts";

const piecesOf = (bytes: Buffer, cuts: readonly number[]) => {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((place, i) => bytes.subarray(place, places[i] ?? bytes.length));
};
const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
const value = fc.stringMatching(/^[!-~]{0,20}$/);
const plainHeader = fc
  .tuple(token, value)
  .filter(([name]) => !/^(content-length|transfer-encoding|connection|keep-alive)$/i.test(name));
const payload = fc.string({ unit: "binary-ascii", maxLength: 200 });
const chunksOf = (text: string, sizes: readonly number[]) => {
  let coded = "";
  let rest = text;
  for (const size of [...sizes, text.length].map((each) => each || 1)) {
    const part = rest.slice(0, size);
    rest = rest.slice(size);
    if (part !== "") coded += `${part.length.toString(16)}\r\n${part}\r\n`;
  }
  return `${coded}0\r\n\r\n`;
};
const wellFormed = fc
  .record({
    status: fc.integer({ min: 200, max: 599 }).filter((status) => status !== 204 && status !== 304),
    headers: fc.array(plainHeader, { maxLength: 6 }),
    body: payload,
    sizes: fc.option(fc.array(fc.nat(50), { maxLength: 4 })),
  })
  .map(({ status, headers, body, sizes }) => {
    const coding: [string, string] =
      sizes === null ? ["Content-Length", String(body.length)] : ["Transfer-Encoding", "chunked"];
    const lines = [...headers, coding].map(([name, text]) => `${name}: ${text}\r\n`).join("");
    const sent = `HTTP/1.1 ${status} Status\r\n${lines}\r\n${sizes === null ? body : chunksOf(body, sizes)}`;
    return { status, headers: [...headers, coding], body, sent };
  });
/** Well-formed answers, some with bytes replaced, left out or put in. */
const nearly = fc
  .tuple(
    wellFormed,
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom("\r", "\n", "\0", " ", ":", "0", "\r\n", "5")), {
      maxLength: 3,
    }),
  )
  .map(([{ sent }, changes]) => {
    let text = sent;
    for (const [place, left, put] of changes) {
      const at = place % text.length;
      text = text.slice(0, at) + put + text.slice(at + left);
    }
    return Buffer.from(text, "latin1");
  });
const bytes = fc.oneof(
  nearly,
  wellFormed.map(({ sent }) => Buffer.from(sent, "latin1")),
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
);

test("what was sent in order is read as it was sent", () => {
  fc.assert(
    fc.property(wellFormed, ({ status, headers, body, sent }) => {
      const parsed = parseText(sent);
      expect(parsed).toMatchObject({ progress: "complete", status, body, isReusable: true });
      expect(parsed.headers).toEqual(headers.flatMap(([name, text]) => [name.toLowerCase(), text]));
    }),
    { numRuns: 1000 },
  );
});

test("the result is the same however the bytes are split, and nothing is thrown", () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(), { maxLength: 8 }), fc.boolean(), (all, cuts, closes) => {
      const whole = parseAll([all], { closes, bodyMax: 100 });
      expect(parseAll(piecesOf(all, cuts), { closes, bodyMax: 100 })).toEqual(whole);
      const byBytes = [...all].map((byte) => Buffer.from([byte]));
      expect(parseAll(byBytes, { closes, bodyMax: 100 })).toEqual(whole);
    }),
    { numRuns: 3000 },
  );
});

test("no more than a head's worth of a line is kept", () => {
  const lines = new LineReader();
  const piece = Buffer.alloc(1000, "a");
  while (lines.problem === null) lines.read(piece, 0, piece.length);
  expect(lines.pending.length).toBeLessThanOrEqual(16 * 1024);
});
