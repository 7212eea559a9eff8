import { describe, expect, test } from "bun:test";
import { ResponseParser } from "../../src/delivery/response-parser.ts";
import { type Parsed, parseText } from "../support/parsed-response.ts";

const ok = "HTTP/1.1 200 OK\r\n";
const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`;

describe("an answer", () => {
  test("is read with its status, headers and body", () => {
    const parsed = parseText(`${ok}Content-Length: 2\r\nX-A:  one \r\nx-a: two\r\n\r\nok`);
    expect(parsed).toMatchObject({ progress: "complete", status: 200, body: "ok", isReusable: true });
    expect(parsed.headers).toEqual(["content-length", "2", "x-a", "one", "x-a", "two"]);
  });

  const complete: [string, string, Partial<Parsed>][] = [
    ["without a reason", "HTTP/1.1 204\r\n\r\n", { status: 204 }],
    ["with an empty reason", "HTTP/1.1 204 \r\n\r\n", { status: 204 }],
    ["with any reason", "HTTP/1.1 204 h\xe9 \x01\r\n\r\n", { status: 204 }],
    ["with a status that nobody defined", "HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n", { status: 999 }],
    [
      "after interim ones",
      `HTTP/1.1 100 C\r\n\r\nHTTP/1.1 103 E\r\nLink: x\r\n\r\n${ok}Content-Length: 0\r\n\r\n`,
      { headers: ["content-length", "0"] },
    ],
    ["after empty lines", `\r\n\r\n${ok}Content-Length: 0\r\n\r\n`, { status: 200 }],
    [
      "with 304 and the length of what it leaves out",
      "HTTP/1.1 304 N\r\nContent-Length: 9\r\n\r\n",
      { body: "" },
    ],
    ["in chunks", `${chunked}2\r\nok\r\n00A\r\n0123456789\r\n0\r\n\r\n`, { body: "ok0123456789" }],
    ["in chunks with extensions", `${chunked}2;a=b;c="d"\r\nok\r\n0;x\r\n\r\n`, { body: "ok" }],
    [
      "in chunks with trailers",
      `${chunked}2\r\nok\r\n0\r\nContent-Length: 7\r\nX: y\r\n\r\n`,
      { body: "ok" },
    ],
    [
      "in chunks of another coding",
      `${ok}Transfer-Encoding: gzip, Chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`,
      { body: "x" },
    ],
    [
      "with a header of any bytes",
      `${ok}X:\t \xc3\xa0 \t\r\nContent-Length: 0\r\n\r\n`,
      { headers: ["x", "\xc3\xa0", "content-length", "0"] },
    ],
    [
      "with an empty header",
      `${ok}X:\r\nContent-Length: 0\r\n\r\n`,
      { headers: ["x", "", "content-length", "0"] },
    ],
  ];
  test.each(complete)("%s is complete, and its connection kept", (_, text, expected) => {
    expect(parseText(text)).toMatchObject({ progress: "complete", isReusable: true, ...expected });
  });

  const closing: [string, string, string][] = [
    ["says close", `${ok}Connection: keep-alive, Close\r\nContent-Length: 2\r\n\r\nok`, "ok"],
    [
      "says close in a line of its own",
      `${ok}Connection: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      "",
    ],
    ["is of HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok", "ok"],
    [
      "is of HTTP/1.0 with chunks",
      "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      "ok",
    ],
    ["is longer than it says", `${ok}Content-Length: 2\r\n\r\nokHTTP/1.1 500 Smuggled\r\n\r\n`, "ok"],
    ["has a body although it may not", "HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\nok", ""],
    ["has chunks although it may not", "HTTP/1.1 204 No\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", ""],
  ];
  test.each(closing)("that %s is complete, and its connection is not used again", (_, text, body) => {
    expect(parseText(text)).toMatchObject({ progress: "complete", isReusable: false, body });
  });

  test("of HTTP/1.0 keeps its connection where it says so", () => {
    const text = "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 0\r\n\r\n";
    expect(parseText(text)).toMatchObject({ progress: "complete", isReusable: true });
  });

  test.each([
    ["nothing", `${ok}\r\nto the end`],
    ["another coding", `${ok}Transfer-Encoding: identity\r\n\r\nto the end`],
  ])("that says %s about its length ends with its connection", (_, text) => {
    expect(parseText(text)).toMatchObject({ progress: "unfinished", status: 200 });
    const closed = parseText(text, { closes: true });
    expect(closed).toMatchObject({ progress: "complete", body: "to the end", isReusable: false });
  });

  test.each([
    ["before it began", ""],
    ["in its status line", "HTTP/1.1 2"],
    ["in its headers", `${ok}X-A: 1\r\n`],
    ["after an interim one", "HTTP/1.1 100 C\r\n\r\n"],
    ["in its body", `${ok}Content-Length: 3\r\n\r\nok`],
    ["in a chunk", `${chunked}5\r\nok`],
    ["after its last chunk", `${chunked}2\r\nok\r\n0\r\n`],
  ])("that ends %s is unfinished", (_, text) => {
    expect(parseText(text, { closes: true })).toMatchObject({ progress: "unfinished", reason: null });
  });

  test("is over as soon as its reader wants no more", () => {
    for (const head of [`${ok}Content-Length: 1000\r\n\r\n`, `${ok}\r\n`, `${chunked}3E8\r\n`]) {
      const parsed = parseText(head + "x".repeat(1000), { bodyMax: 10 });
      expect(parsed).toMatchObject({ progress: "complete", isReusable: false });
    }
  });

  test("tells how long its receiver keeps the connection", () => {
    const parser = new ResponseParser(() => true);
    parser.parse(Buffer.from(`${ok}Keep-Alive: max=5, timeout=7\r\nContent-Length: 0\r\n\r\n`));
    expect(parser.head?.keptIdleMs).toBe(7000);
  });

  test("to CONNECT with 2xx has no body, whatever its headers say", () => {
    const parser = new ResponseParser(() => true, "CONNECT");
    expect(parser.parse(Buffer.from(`${ok}Content-Length: 9\r\n\r\n`))).toBe("complete");
    expect(parser.isReusable).toBe(true);
  });
});

describe("the answer to CONNECT", () => {
  test.each(["HTTP/1.0 200 Connection established\r\n\r\n", `${ok}Connection: close\r\n\r\n`])(
    "%p opens a tunnel",
    (text) => {
      const parser = new ResponseParser(() => true, "CONNECT");
      expect(parser.parse(Buffer.from(text))).toBe("complete");
      expect(parser.isReusable).toBe(true);
    },
  );

  test("opens none where more than the answer comes, which would be taken for the receiver's", () => {
    const parser = new ResponseParser(() => true, "CONNECT");
    parser.parse(Buffer.from("HTTP/1.0 200 OK\r\n\r\nmore"));
    expect(parser.isReusable).toBe(false);
  });
});

describe("bytes that are no answer", () => {
  const large = `${ok}X: ${"a".repeat(17_000)}\r\n\r\n`;
  const damaged: [string, string, string][] = [
    ["another protocol", "SSH-2.0-OpenSSH_8.9\r\n", "does not begin with HTTP/1.1"],
    ["another protocol that waits in the middle of a line", "220 ", "does not begin with HTTP/1.1"],
    ["HTTP/2 in words", "HTTP/2.0 200 OK\r\n\r\n", "does not begin with HTTP/1.1"],
    ["lower case", "http/1.1 200 OK\r\n\r\n", "does not begin with HTTP/1.1"],
    ["a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", "does not begin with HTTP/1.1"],
    ["a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", "does not begin with HTTP/1.1"],
    ["a status below 100", "HTTP/1.1 099 OK\r\n\r\n", "does not begin with HTTP/1.1"],
    ["two spaces before the status", "HTTP/1.1  200 OK\r\n\r\n", "does not begin with HTTP/1.1"],
    ["a switch of protocols", "HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", "switched"],
    ["LF alone after the status", "HTTP/1.1 200 OK\nContent-Length: 0\n\n", "LF alone"],
    ["LF alone after a header", `${ok}X-A: 1\nContent-Length: 0\r\n\r\n`, "LF alone"],
    ["LF alone after the head", `${ok}Content-Length: 0\r\n\n`, "LF alone"],
    ["CR alone in a header", `${ok}X-A: a\rX-B: b\r\n\r\n`, "not a header"],
    ["NUL in a header", `${ok}X-A: a\0\r\n\r\n`, "not a header"],
    ["a folded line", `${ok}X-A: one\r\n two\r\n\r\n`, "begins with a space"],
    ["a space before the first header", `${ok} X-A: 1\r\n\r\n`, "begins with a space"],
    ["a space before the colon", `${ok}Content-Length : 5\r\n\r\n`, "not a header"],
    ["a header without a colon", `${ok}X-A\r\n\r\n`, "not a header"],
    ["a header without a name", `${ok}: 1\r\n\r\n`, "not a header"],
    ["a header that is not ASCII", `${ok}X\xe4: 1\r\n\r\n`, "not a header"],
    ["huge headers", large, "larger than 16 KiB"],
    ["huge headers in many lines", `${ok}${"X: 1\r\n".repeat(3000)}\r\n`, "larger than 16 KiB"],
    ["huge trailers", `${chunked}0\r\nX: ${"a".repeat(17_000)}\r\n\r\n`, "larger than 16 KiB"],
    ["two lengths", `${ok}Content-Length: 2\r\nContent-Length: 3\r\n\r\nok`, "two Content-Lengths"],
    ["the same length twice", `${ok}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok`, "two Content-Lengths"],
    ["a list of lengths", `${ok}Content-Length: 2, 2\r\n\r\nok`, "not a number"],
    ["a signed length", `${ok}Content-Length: +2\r\n\r\nok`, "not a number"],
    ["a negative length", `${ok}Content-Length: -1\r\n\r\n`, "not a number"],
    ["an empty length", `${ok}Content-Length:\r\n\r\n`, "not a number"],
    ["a length beyond counting", `${ok}Content-Length: 99999999999999999999\r\n\r\n`, "not a number"],
    ["a length and chunks", `${ok}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n`, "both"],
    ["chunks and a length", `${ok}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n`, "both"],
    ["chunks in another coding", `${ok}Transfer-Encoding: chunked, gzip\r\n\r\n`, "once and last"],
    [
      "chunks in chunks",
      `${ok}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n`,
      "once and last",
    ],
    ["no size of a chunk", `${chunked}\r\nok\r\n`, "size is not a number"],
    ["a size with 0x", `${chunked}0x2\r\nok\r\n`, "size is not a number"],
    ["a size with a space", `${chunked}2 \r\nok\r\n`, "size is not a number"],
    ["a size with LF alone", `${chunked}2\nok\r\n`, "size is not a number"],
    ["a size with CR alone", `${chunked}2\rok\r\n`, "does not end with CR LF"],
    ["a size beyond counting", `${chunked}fffffffffffffff\r\n`, "too large"],
    ["an extension with LF alone", `${chunked}2;a\nok\r\n`, "extension is damaged"],
    ["a chunk that is longer than its size", `${chunked}2\r\nokay\r\n0\r\n\r\n`, "longer than its size"],
    ["a chunk with LF alone", `${chunked}2\r\nok\n0\r\n\r\n`, "longer than its size"],
    ["a damaged trailer", `${chunked}0\r\nX y\r\n\r\n`, "not a header"],
  ];
  test.each(damaged)("%s is said to be", (_, text, reason) => {
    const parsed = parseText(text);
    expect(parsed.progress).toBe("failed");
    expect(parsed.reason).toContain(reason);
  });

  const floods: [string, string, string][] = [
    ["interim answers", "HTTP/1.1 103 E\r\nLink: </a>\r\n\r\n", ""],
    ["empty lines", "\r\n", ""],
    ["digits of a size", "0", chunked],
    ["extensions", `1;a=${"b".repeat(4000)}\r\nx\r\n`, chunked],
  ];
  test.each(floods)("a flood of %s ends at 1 MiB", (_, more, head) => {
    const parser = new ResponseParser(() => true);
    parser.parse(Buffer.from(head));
    const bytes = Buffer.from(more.repeat(Math.ceil(10_000 / more.length)));
    let total = 0;
    while (parser.parse(bytes) === "unfinished") total += bytes.length;
    expect(parser.trouble).toEqual({ kind: "flooded" });
    expect(total).toBeGreaterThan(1024 * 1024 - 2 * bytes.length);
    expect(total).toBeLessThanOrEqual(1024 * 1024);
  });
});
