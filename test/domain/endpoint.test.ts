import { describe, expect, test } from "bun:test";
import {
  createdEndpoint,
  endpoint,
  endpointInput,
  endpointPatch,
  payloadFormat,
} from "../../src/domain/endpoint.ts";
import { refusals } from "../support/refusals.ts";

const required = { url: "https://hooks.example.com/in", eventTypes: ["message.*"] };
const entries = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, "v"]));

/** Fields that a creation and a PATCH take alike: what is refused, and with which sentence. */
const refusedFields: [what: string, fields: object, sentence: string][] = [
  ["an empty URL", { url: "" }, 'url: must not be empty (got "")'],
  [
    "a URL of 2,049 characters",
    { url: `https://h/${"x".repeat(2039)}` },
    "url: must be at most 2,048 characters",
  ],
  ["a URL that is no text", { url: 7 }, "url: must be an absolute https URL (got 7)"],
  ["no event type", { eventTypes: [] }, "eventTypes: must name at least one event type, or '*'"],
  [
    "201 event types",
    { eventTypes: new Array(201).fill("a") },
    "eventTypes: must be at most 200 event types",
  ],
  [
    "event types that are no list",
    { eventTypes: "*" },
    'eventTypes: must be a list of event types or patterns (got "*")',
  ],
  [
    "a pattern with a star inside",
    { eventTypes: ["ok", "a.*.b"] },
    "eventTypes.1: must be an event type, '*', or a type that ends in '.*', such as message.* (got \"a.*.b\")",
  ],
  [
    "a description of 501 characters",
    { description: "x".repeat(501) },
    "description: must be at most 500 characters",
  ],
  // As parsed: in a literal it would be the prototype.
  [
    "metadata called __proto__",
    JSON.parse('{"metadata":{"__proto__":"x"}}'),
    'metadata.__proto__: is a name that cannot be used (got "x")',
  ],
  [
    "a header called __proto__",
    JSON.parse('{"headers":{"__proto__":"x"}}'),
    "headers.__proto__: is a name that cannot be used",
  ],
  [
    "a description with half a character",
    { description: "\ud800" },
    'description: must have no half of a surrogate pair (\\ud800 to \\udfff) (got "\\ud800")',
  ],
  [
    "metadata with half a character",
    { metadata: { a: "\udfff" } },
    'metadata.a: must have no half of a surrogate pair (\\ud800 to \\udfff) (got "\\udfff")',
  ],
  ["a description that is no text", { description: 7 }, "description: must be text (got 7)"],
  ["a uid with a dot", { uid: "a.b" }, "uid: must be 1 to 128 letters, digits, '_' or '-' (got \"a.b\")"],
  ["a timeout of 0 s", { timeoutSeconds: 0 }, "timeoutSeconds: must be 1 to 30 (got 0)"],
  ["a timeout of 31 s", { timeoutSeconds: 31 }, "timeoutSeconds: must be 1 to 30 (got 31)"],
  ["half a second", { timeoutSeconds: 1.5 }, "timeoutSeconds: must be a whole number of seconds (got 1.5)"],
  ["a timeout in text", { timeoutSeconds: "10" }, 'timeoutSeconds: must be a number of seconds (got "10")'],
  [
    "disabling after 0",
    { autoDisableAfter: 0 },
    "autoDisableAfter: must be 1 to 1,000, or null for never (got 0)",
  ],
  [
    "disabling after 1,001",
    { autoDisableAfter: 1001 },
    "autoDisableAfter: must be 1 to 1,000, or null for never (got 1001)",
  ],
  [
    "disabling after a fraction",
    { autoDisableAfter: 1.5 },
    "autoDisableAfter: must be a whole number (got 1.5)",
  ],
  [
    "disabling after false",
    { autoDisableAfter: false },
    "autoDisableAfter: must be a number or null (got false)",
  ],
  [
    "a schedule of 21 waits",
    { retry: { delaysSeconds: new Array(21).fill(1) } },
    "retry.delaysSeconds: must hold at most 20 waits",
  ],
  [
    "an unknown payload format",
    { payloadFormat: "xml" },
    'payloadFormat: must be one of standard, event, object, raw, text (got "xml")',
  ],
  ["a metadata value that is no text", { metadata: { a: 1 } }, "metadata.a: must be text (got 1)"],
  [
    "a metadata value of 513 characters",
    { metadata: { a: "x".repeat(513) } },
    "metadata.a: must be at most 512 characters",
  ],
  [
    "a metadata name of 65 characters",
    { metadata: { ["x".repeat(65)]: "v" } },
    `metadata.${"x".repeat(65)}: has a name that must be at most 64 characters (got "v")`,
  ],
  [
    "a metadata name that is empty",
    { metadata: { "": "v" } },
    'metadata.: has a name that must not be empty (got "v")',
  ],
  [
    "an unknown field",
    { timeoutSecond: 1 },
    'timeoutSecond: is not a field here; did you mean "timeoutSeconds"?',
  ],
  ["a state", { status: "active" }, "status: is not a field here"],
];

const acceptedFields: [what: string, fields: object][] = [
  ["a URL of 2,048 characters", { url: `https://h/${"x".repeat(2038)}` }],
  ["200 event types", { eventTypes: new Array(200).fill("a.*") }],
  ["a description of 500 characters", { description: "x".repeat(500) }],
  ["an empty description", { description: "" }],
  ["a uid, or none", { uid: null }],
  ["a timeout of 1 s", { timeoutSeconds: 1 }],
  ["a timeout of 30 s", { timeoutSeconds: 30 }],
  ["disabling after 1", { autoDisableAfter: 1 }],
  ["disabling after 1,000", { autoDisableAfter: 1000 }],
  ["never disabling", { autoDisableAfter: null }],
  ["headers, and null for one of them", { headers: { "X-A": "1", "X-B": null } }],
  ["metadata at its limits", { metadata: { ["x".repeat(64)]: "v".repeat(512), gone: null, ...entries(48) } }],
  ...payloadFormat.options.map((format): [string, object] => [
    `the payload format ${format}`,
    { payloadFormat: format },
  ]),
];

describe("a new endpoint", () => {
  test("needs a URL and at least one event type, nothing else", () => {
    expect(refusals(endpointInput, required)).toEqual([]);
    expect(refusals(endpointInput, {})).toEqual(["url: is required", "eventTypes: is required"]);
  });

  test.each(acceptedFields)("takes %s", (_, fields) => {
    expect(refusals(endpointInput, { ...required, ...fields })).toEqual([]);
  });

  test.each(refusedFields)("does not take %s", (_, fields, sentence) => {
    expect(refusals(endpointInput, { ...required, ...fields })).toEqual([sentence]);
  });

  test("takes a secret of its caller's, and never repeats a wrong one", () => {
    expect(
      refusals(endpointInput, { ...required, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }),
    ).toEqual([]);
    expect(refusals(endpointInput, { ...required, secret: "hunter2" })).toEqual([
      'secret: must be "whsec_" followed by the padded base64 of 24 to 64 bytes, or, with the scheme ed25519, "whsk_" followed by that of 64',
    ]);
  });
});

describe("a PATCH of an endpoint", () => {
  test("may leave everything out", () => expect(refusals(endpointPatch, {})).toEqual([]));

  test.each(acceptedFields)("takes %s", (_, fields) => expect(refusals(endpointPatch, fields)).toEqual([]));

  test.each(refusedFields)("does not take %s", (_, fields, sentence) => {
    expect(refusals(endpointPatch, fields)).toEqual([sentence]);
  });

  test.each([
    "description",
    "uid",
    "timeoutSeconds",
    "retry",
    "autoDisableAfter",
    "headers",
    "metadata",
    "payloadFormat",
    "signing",
  ])("takes null for %s", (field) => expect(refusals(endpointPatch, { [field]: null })).toEqual([]));

  test.each(["url", "eventTypes"])(
    "does not take null for %s, which an endpoint cannot be without",
    (field) => {
      expect(refusals(endpointPatch, { [field]: null })).toHaveLength(1);
    },
  );

  test("does not take a secret: that is rotated", () => {
    expect(refusals(endpointPatch, { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" })).toEqual([
      "secret: is not a field here",
    ]);
  });
});

describe("an endpoint as read", () => {
  const example = endpoint.meta()?.example;

  test("is what its example shows", () => expect(endpoint.parse(example)).toEqual(example as never));

  test("never holds a secret, but in the reply to its creation", () => {
    const leaking = { ...(example as object), secret: "whsec_x", sealedHeaders: "x" };
    expect(endpoint.parse(leaking)).not.toHaveProperty("secret");
    expect(createdEndpoint.parse(leaking)).toHaveProperty("secret", "whsec_x");
    expect(createdEndpoint.parse(leaking)).not.toHaveProperty("sealedHeaders");
  });
});
