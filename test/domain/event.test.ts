import { describe, expect, test } from "bun:test";
import { deliverAheadMsMax, event, eventSummary, publishInput } from "../../src/domain/event.ts";
import { refusals } from "../support/refusals.ts";

const required = { type: "message.delivered", data: {} };

describe("publishing", () => {
  test("needs a type and data, nothing else", () => {
    expect(refusals(publishInput, required)).toEqual([]);
    expect(refusals(publishInput, {})).toEqual(["type: is required", "data: is required"]);
  });

  test.each([
    ["any object as data", { data: { data: { deep: [1, null, "x"] }, "": 1, "1": 2 } }],
    ["an id of the caller's", { id: "order-1234" }],
    ["a time with an offset", { timestamp: "2026-05-13T14:46:25+02:00" }],
    ["a time to deliver at", { deliverAt: "2026-05-13T12:46:25Z" }],
    ["10 tags", { tags: new Array(10).fill("a.b:c-d_E") }],
    ["a tag of 64 characters", { tags: ["x".repeat(64)] }],
    ["no tags", { tags: [] }],
    ["1,000 endpoints", { endpointIds: new Array(1000).fill("ep_1") }],
  ])("takes %s", (_, fields) => expect(refusals(publishInput, { ...required, ...fields })).toEqual([]));

  test.each([
    ["a list as data", { data: [] }, "data: must be a JSON object"],
    ["null as data", { data: null }, "data: must be a JSON object"],
    ["text as data", { data: "x" }, 'data: must be a JSON object (got "x")'],
    [
      "a reserved type",
      { type: "webhook.test" },
      'type: must not start with webhook. or posthorn.: those names are reserved (got "webhook.test")',
    ],
    [
      "a wildcard as type",
      { type: "message.*" },
      "type: must be lower-case words, digits and '_' joined by dots, such as message.delivered (got \"message.*\")",
    ],
    [
      "an id with a dot",
      { id: "order.1" },
      "id: must be 1 to 128 letters, digits, '_' or '-' (no '.') (got \"order.1\")",
    ],
    [
      "a time that does not exist",
      { timestamp: "2026-02-30T00:00:00Z" },
      'timestamp: must be an ISO 8601 time such as 2026-05-13T12:46:25.000Z (got "2026-02-30T00:00:00Z")',
    ],
    [
      "a time in a year of five digits",
      { timestamp: "9999-12-31T23:59:59-01:00" },
      'timestamp: must lie in the years 0000 to 9999 in UTC (got "9999-12-31T23:59:59-01:00")',
    ],
    [
      "a number as time to deliver at",
      { deliverAt: 1778676385 },
      "deliverAt: must be an ISO 8601 time such as 2026-05-13T12:46:25.000Z (got 1778676385)",
    ],
    ["11 tags", { tags: new Array(11).fill("a") }, "tags: must be at most 10 tags"],
    ["an empty tag", { tags: ["a", ""] }, 'tags.1: must be 1 to 64 of A-Z a-z 0-9 _ . : - (got "")'],
    ["a tag of 65 characters", { tags: ["x".repeat(65)] }, "tags.0: must be 1 to 64 of A-Z a-z 0-9 _ . : -"],
    ["a tag with a space", { tags: ["a b"] }, 'tags.0: must be 1 to 64 of A-Z a-z 0-9 _ . : - (got "a b")'],
    ["no endpoint", { endpointIds: [] }, "endpointIds: must name at least one endpoint"],
    [
      "1,001 endpoints",
      { endpointIds: new Array(1001).fill("ep_1") },
      "endpointIds: must name at most 1,000 endpoints",
    ],
    ["an unknown field", { tag: "a" }, 'tag: is not a field here; did you mean "tags"?'],
  ])("does not take %s", (_, fields, sentence) => {
    expect(refusals(publishInput, { ...required, ...fields })).toEqual([sentence]);
  });

  test("names every field that is wrong at once", () => {
    const wrong = { type: "A", data: 1, id: "", tags: [""] };
    expect(refusals(publishInput, wrong).map((sentence) => sentence.split(":")[0])).toEqual([
      "type",
      "data",
      "id",
      "tags.0",
    ]);
  });

  test("leaves data as it is, without walking over it", () => {
    const data = { b: 1, "1": 2 };
    expect(publishInput.parse({ ...required, data }).data).toBe(data);
  });

  test("can be at most 30 days ahead", () => expect(deliverAheadMsMax).toBe(30 * 24 * 3_600_000));
});

describe("an event as read", () => {
  test("has no data in a list", () => {
    expect(eventSummary.parse(event.meta()?.example)).not.toHaveProperty("data");
  });

  test("has null for data that was erased", () => {
    expect(event.parse({ ...(event.meta()?.example as object), data: null }).data).toBeNull();
  });
});
