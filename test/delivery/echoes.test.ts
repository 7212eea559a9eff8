import { expect, test } from "bun:test";
import { type KeptAnswer, withoutEchoes } from "../../src/delivery/echoes.ts";

const sent = { Authorization: "Bearer s3cret-token", "X-Env": "production", "X-Api-Key": "abc" };

function anAnswer(over: Partial<KeptAnswer> = {}): KeptAnswer {
  return { headers: {}, body: "", bodyTruncated: false, ...over };
}

test("an echoed value reads [redacted] in the body and in the headers, with its scheme and without", () => {
  const answer = anAnswer({
    headers: { "x-echo": "got Bearer s3cret-token" },
    body: '{"authorization":"Bearer s3cret-token","token":"s3cret-token","env":"production"}',
  });
  expect(withoutEchoes(answer, sent)).toEqual(
    anAnswer({
      headers: { "x-echo": "got [redacted]" },
      body: '{"authorization":"[redacted]","token":"[redacted]","env":"production"}',
    }),
  );
});

test("an echo that the end of the body cuts off leaves no beginning of the value", () => {
  const whole = "you sent Bearer s3cret-token";
  for (let end = whole.indexOf("Bearer") + 4; end < whole.length; end++) {
    const { body } = withoutEchoes(anAnswer({ body: whole.slice(0, end), bodyTruncated: true }), sent);
    expect(body).toBe("you sent [redacted]");
  }
});

test("a body that the mark makes longer stays within 1,024 bytes", () => {
  const body = "pass".repeat(256);
  const kept = withoutEchoes(anAnswer({ body }), { "X-Password": "pass" });
  expect(kept.bodyTruncated).toBe(true);
  expect(kept.body).toStartWith("[redacted][redacted]");
  expect(Buffer.byteLength(kept.body)).toBe(1024);
});

test("a value of up to three characters hides nothing, and other headers never do", () => {
  const answer = anAnswer({ body: "abc production" });
  expect(withoutEchoes(answer, sent)).toEqual(answer);
});

test("what looks like a pattern of replacements is only text", () => {
  const { body } = withoutEchoes(anAnswer({ body: "a $& b .* c" }), { "X-Token": "$& b" });
  expect(body).toBe("a [redacted] .* c");
});
