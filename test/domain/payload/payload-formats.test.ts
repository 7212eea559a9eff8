import { describe, expect, test } from "bun:test";
import { payloadFormat } from "../../../src/domain/endpoint.ts";
import { renderEvent } from "../../../src/domain/payload/event.ts";
import { payloadFormats } from "../../../src/domain/payload/payload-formats.ts";
import { renderStandard } from "../../../src/domain/payload/standard.ts";
import { toIso } from "../../../src/domain/time.ts";
import { anEventContent } from "../../support/a-store.ts";
import { describePayloadFormat } from "../../support/describe-payload-format.ts";

const timestamp = "2026-05-13T12:46:25.000Z";

// The table of payload formats, row by row.
describePayloadFormat("standard", {
  body: `{"id":"order-1","type":"order.paid","timestamp":"${timestamp}","data":{"id":7, "n":1.0}}`,
  expected: ({ id, type, timestampMs, data }) => ({ id, type, timestamp: toIso(timestampMs), data }),
});

describePayloadFormat("event", {
  body: `{"id":"order-1","event":"order.paid","timestamp":"${timestamp}","data":{"n":1.0,"objectId":7,"id":"order-1"}}`,
  expected({ id, type, timestampMs, data }) {
    const { id: ownId, ...rest } = data;
    const takesOwnId = "id" in data && !("objectId" in data);
    return {
      id,
      event: type,
      timestamp: toIso(timestampMs),
      data: { ...rest, ...(takesOwnId ? { objectId: ownId } : {}), id },
    };
  },
});

describePayloadFormat("object", {
  body: '{"id":"order-1","type":"order.paid","api_version":"2026-02-04","created_at":1778676386,"liveMode":true,"data":{"object":{"id":7, "n":1.0}}}',
  expected: ({ id, type, createdAtMs, data }, { apiVersion, liveMode }) => ({
    id,
    type,
    api_version: apiVersion,
    created_at: Math.floor(createdAtMs / 1000),
    liveMode,
    data: { object: data },
  }),
});

describePayloadFormat("raw", { body: '{"id":7, "n":1.0}', expected: ({ data }) => data });

describePayloadFormat("text", { body: '{"text":"order.paid – id: 7, n: 1.0"}', expected: null });

test("every format is in this file", async () => {
  const text = await Bun.file(import.meta.path).text();
  for (const format of payloadFormat.options) expect(text).toContain(`describePayloadFormat("${format}"`);
  expect(Object.keys(payloadFormats)).toEqual(payloadFormat.options);
});

test("standard shows when it happened, not when it was accepted", () => {
  const timestampMs = Date.parse(timestamp);
  const body = renderStandard(anEventContent({ timestampMs, createdAtMs: timestampMs + 9000 }));
  expect(JSON.parse(body).timestamp).toBe(timestamp);
});

describe("in the format event", () => {
  const dataOf = (data: string) => {
    const body = renderEvent(anEventContent({ id: "evt_1", data }));
    return body.slice(body.indexOf('"data":') + 7, -1);
  };

  const cases: [what: string, data: string, rendered: string][] = [
    ["data without an id gets the event's", '{"n":1}', '{"n":1,"id":"evt_1"}'],
    ["a producer's id becomes objectId", '{"id":7,"n":1}', '{"n":1,"objectId":7,"id":"evt_1"}'],
    ["its bytes stay", '{"id":  1.50 }', '{"objectId":1.50,"id":"evt_1"}'],
    [
      "a producer's objectId stays where it is, and the id is not delivered",
      '{"objectId":"o","id":7}',
      '{"objectId":"o","id":"evt_1"}',
    ],
    ["of two ids the last one counts", '{"id":1,"id":2}', '{"objectId":2,"id":"evt_1"}'],
    ["an id written with escapes is one", '{"\\u0069d":1}', '{"objectId":1,"id":"evt_1"}'],
    ["an id further down is left alone", '{"a":{"id":1}}', '{"a":{"id":1},"id":"evt_1"}'],
    [
      "other members keep their order and spelling",
      '{ "b" : 1.0,\n"1":{ } }',
      '{"b" : 1.0,"1":{ },"id":"evt_1"}',
    ],
  ];
  test.each(cases)("%s", (_, data, rendered) => expect(dataOf(data)).toBe(rendered));
});
