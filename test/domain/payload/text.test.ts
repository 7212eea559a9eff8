import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { renderText } from "../../../src/domain/payload/text.ts";
import { anEventContent } from "../../support/a-store.ts";

function sentence(data: unknown, type = "message.failed"): string {
  return JSON.parse(renderText(anEventContent({ type, data: JSON.stringify(data) }))).text;
}

describe("the sentence of the format text", () => {
  const cases: [what: string, data: object, expected: string][] = [
    ["names the type", {}, "message.failed"],
    ["and the first members", { to: "+49", ok: false }, "message.failed – to: +49, ok: false"],
    [
      "those one level down by their path",
      { error: { code: 131047 }, to: "+49" },
      "message.failed – error.code: 131047, to: +49",
    ],
    [
      "leaves out lists, null, empty texts and what is deeper",
      { a: [1], b: null, c: "", d: { e: { f: 1 } }, g: 2 },
      "message.failed – g: 2",
    ],
    [
      "stops after five",
      { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 },
      "message.failed – a: 1, b: 2, c: 3, d: 4, e: 5, …",
    ],
    ["stays on one line", { text: "one\r\n\ttwo\u2028three" }, "message.failed – text: one two three"],
    ["cuts a long value", { text: "x".repeat(100) }, `message.failed – text: ${"x".repeat(79)}…`],
    [
      "cuts no character in half",
      { text: `${"x".repeat(78)}🦊🦊` },
      `message.failed – text: ${"x".repeat(78)}…`,
    ],
    [
      "cuts none in half either where it stops reading",
      { text: `${" ".repeat(399)}🦊` },
      "message.failed – text: \ufffd",
    ],
    [
      "has no half of a character, though the data has",
      { text: "a\ud83e" },
      "message.failed – text: a\ufffd",
    ],
  ];
  test.each(cases)("%s", (_, data, expected) => expect(sentence(data)).toBe(expected));

  test("shows a large number as it was written", () => {
    const body = renderText(anEventContent({ data: '{"n":12345678901234567890}' }));
    expect(JSON.parse(body).text).toEndWith("n: 12345678901234567890");
  });

  test.each(["@channel", "@here", "@all", "@everyone", "＠all", "<!channel>", "<@U123>", "<at>x</at>"])(
    "calls nobody: %s",
    (mention) => {
      for (const text of [sentence({ text: `hi ${mention}` }), sentence({ [mention]: "hi" })]) {
        expect(text).not.toContain(mention);
        expect(text).not.toMatch(/[<>]|[@＠](?!\u200b)/);
      }
    },
  );

  test("hides no link behind other words", () => {
    expect(sentence({ text: "![x](https://evil.example.com) [y](https://evil.example.com)" })).not.toContain(
      "](",
    );
  });

  test("is never longer than 400 characters, whatever the data", () => {
    const name = fc.string({ unit: "binary", maxLength: 200 });
    const value = fc.oneof(fc.string({ unit: "binary", maxLength: 2000 }), fc.double(), fc.jsonValue());
    fc.assert(
      fc.property(fc.dictionary(name, value), (data) => {
        const text = sentence(data, `a.${"b".repeat(126)}`);
        expect(text.length).toBeLessThanOrEqual(400);
        expect(text).not.toMatch(/\p{Cc}|[@＠](?!\u200b)/u);
      }),
    );
  });
});
