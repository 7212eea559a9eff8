import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { payloadFormat } from "../../../src/domain/endpoint.ts";
import { defaultOrganizationSettings } from "../../../src/domain/organization.ts";
import { payloadFormats } from "../../../src/domain/payload/payload-formats.ts";
import { renderStandard } from "../../../src/domain/payload/standard.ts";
import { anEventContent } from "../../support/a-store.ts";

const timestampMs = Date.parse("2026-05-13T12:46:25.000Z");

describe("the payload format standard", () => {
  test("is id, type, timestamp and data, in this order, without white space of its own", () => {
    const event = anEventContent({ id: "order-1", type: "a.b", timestampMs, data: '{"n":1}' });
    expect(renderStandard(event)).toBe(
      '{"id":"order-1","type":"a.b","timestamp":"2026-05-13T12:46:25.000Z","data":{"n":1}}',
    );
  });

  test.each([
    '{ "b" : 1.0 ,\n"1":2 }',
    '{"n":1e400,"big":12345678901234567890}',
    '{"a":1,"a":2}',
    '{"s":"Zoë \\u0041 🦊"}',
  ])("leaves data byte for byte as published: %s", (data) =>
    expect(renderStandard(anEventContent({ data }))).toEndWith(`,"data":${data}}`),
  );

  test("is JSON that says what the event says", () => {
    const moment = fc.integer({ min: 0, max: timestampMs });
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
        fc.dictionary(fc.string(), fc.jsonValue()),
        moment,
        (id, data, atMs) => {
          const body = renderStandard(anEventContent({ id, data: JSON.stringify(data), timestampMs: atMs }));
          expect(JSON.parse(body)).toEqual({
            id,
            type: "message.delivered",
            timestamp: new Date(atMs).toISOString(),
            data: JSON.parse(JSON.stringify(data)),
          });
        },
      ),
    );
  });

  test("shows when it happened, not when it was accepted", () => {
    const body = renderStandard(anEventContent({ timestampMs, createdAtMs: timestampMs + 9000 }));
    expect(JSON.parse(body).timestamp).toBe("2026-05-13T12:46:25.000Z");
  });
});

test.each(payloadFormat.options)("the format %s gives the same bytes on every attempt", (format) => {
  const event = anEventContent();
  const render = () => payloadFormats[format](event, defaultOrganizationSettings);
  expect(render()).toBe(render());
});
