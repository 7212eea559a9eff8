import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  eventTypeName,
  eventTypePattern,
  publishableEventType,
  testEventType,
} from "../../src/domain/event-type.ts";
import { patternMatches } from "../../src/domain/subscription.ts";
import { refusals } from "../support/refusals.ts";

const nameSentence = "must be lower-case words, digits and '_' joined by dots, such as message.delivered";
const patternSentence = "must be an event type, '*', or a type that ends in '.*', such as message.*";

const notNames = [
  "",
  ".",
  "a.",
  ".a",
  "a..b",
  "A",
  "a-b",
  "a b",
  "a.*",
  "*",
  "a/b",
  "é",
  "a\n",
  "message.delivered ",
];

describe("an event type's name", () => {
  test.each(["a", "message", "message.delivered", "a.b.c.d", "1.2", "_", "order_1.line_2", "x".repeat(128)])(
    "%p is one",
    (name) => expect(refusals(eventTypeName, name)).toEqual([]),
  );

  test.each(notNames)("%p is none", (name) => {
    expect(refusals(eventTypeName, name)).toEqual([`: ${nameSentence} (got ${JSON.stringify(name)})`]);
  });

  test("has at most 128 characters", () => {
    expect(refusals(eventTypeName, "x".repeat(129))).toEqual([": must be at most 128 characters"]);
  });

  test("is text", () => expect(refusals(eventTypeName, 7)).toEqual([": must be text (got 7)"]));
});

describe("a type that a producer publishes", () => {
  test.each(["webhook.test", "webhook.anything", "posthorn.endpoint.disabled", "posthorn.x"])(
    "is not %s: the name is reserved",
    (name) => {
      expect(refusals(publishableEventType, name)).toEqual([
        `: must not start with webhook. or posthorn.: those names are reserved (got "${name}")`,
      ]);
    },
  );

  test.each(["webhook", "posthorn", "webhooks.sent", "posthorns.x", "my.webhook.test", "message.incoming"])(
    "may be %s",
    (name) => expect(refusals(publishableEventType, name)).toEqual([]),
  );
});

describe("a subscription's pattern", () => {
  test.each(["*", "message", "message.*", "a.b.*", "posthorn.*", "webhook.test", `${"x".repeat(126)}.*`])(
    "may be %p",
    (pattern) => expect(refusals(eventTypePattern, pattern)).toEqual([]),
  );

  test.each([
    ...notNames.filter((name) => name !== "*" && name !== "a.*"),
    "**",
    "*.a",
    "a.*.b",
    "a*",
    "a.b*",
    ".*",
    "a.*.",
    "*.*",
  ])("may not be %p", (pattern) => {
    expect(refusals(eventTypePattern, pattern)).toEqual([
      `: ${patternSentence} (got ${JSON.stringify(pattern)})`,
    ]);
  });

  test("has at most 128 characters", () => {
    expect(refusals(eventTypePattern, `${"x".repeat(127)}.*`)).toEqual([": must be at most 128 characters"]);
  });
});

describe("matching", () => {
  test.each([
    ["message.delivered", "message.delivered", true],
    ["message.delivered", "message.delivered.late", false],
    ["message", "message.delivered", false],
    ["*", "message", true],
    ["*", "a.b.c", true],
    ["message.*", "message.delivered", true],
    ["message.*", "message.delivered.late", true],
    ["message.*", "message", false],
    ["message.*", "messages.delivered", false],
    ["message.status.*", "message.delivered", false],
    ["message.status.*", "message.status.read", true],
    // What wildcards pass over.
    ["*", "webhook.test", false],
    ["webhook.*", "webhook.test", false],
    ["webhook.test", "webhook.test", true],
    ["*", "message.incoming", false],
    ["message.*", "message.incoming", false],
    ["message.incoming", "message.incoming", true],
    ["message.*", "message.report", false],
    ["message.report", "message.report", true],
    ["message.*", "message.incoming.text", true],
    ["message.incoming.*", "message.incoming.text", true],
    ["*", "posthorn.endpoint.disabled", false],
    ["posthorn.*", "posthorn.endpoint.disabled", true],
    ["posthorn.endpoint.*", "posthorn.endpoint.disabled", true],
    ["posthorn.delivery.*", "posthorn.endpoint.disabled", false],
    ["posthorn.endpoint.disabled", "posthorn.endpoint.disabled", true],
    ["*", "posthorn", true],
    ["*", "posthorns.x", true],
  ])("%s against %s: %p", (pattern, type, expected) => expect(patternMatches(pattern, type)).toBe(expected));

  test("agrees with a walk over the segments, for every pattern and type", () => {
    const word = fc.constantFrom("message", "incoming", "report", "posthorn", "webhook", "test", "a", "b_1");
    const type = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join("."));
    const pattern = fc.oneof(
      fc.constant("*"),
      type,
      type.map((name) => `${name}.*`),
    );
    fc.assert(
      fc.property(pattern, type, (wanted, published) => {
        expect(refusals(eventTypePattern, wanted)).toEqual([]);
        expect(refusals(eventTypeName, published)).toEqual([]);
        expect(patternMatches(wanted, published)).toBe(naivelyMatches(wanted, published));
      }),
      { numRuns: 2000 },
    );
  });

  test("an endpoint for everything never gets the type of a test", () => {
    expect(patternMatches("*", testEventType)).toBe(false);
  });
});

/** The rules of the API's conventions, one after the other, over segments. */
function naivelyMatches(pattern: string, type: string): boolean {
  const wanted = pattern.split(".");
  const segments = type.split(".");
  if (wanted.at(-1) !== "*") return pattern === type;
  if (["webhook.test", "message.incoming", "message.report"].includes(type)) return false;
  if (segments[0] === "posthorn" && segments.length > 1 && wanted[0] !== "posthorn") return false;
  const fixed = wanted.slice(0, -1);
  return segments.length > fixed.length && fixed.every((word, i) => word === segments[i]);
}
