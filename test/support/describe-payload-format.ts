import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { PayloadFormat } from "../../src/domain/endpoint.ts";
import type { EventContent } from "../../src/domain/event.ts";
import { defaultOrganizationSettings, type OrganizationSettings } from "../../src/domain/organization.ts";
import { payloadFormats } from "../../src/domain/payload/payload-formats.ts";
import { anEventContent } from "./a-store.ts";

const timestampMs = Date.parse("2026-05-13T12:46:25.000Z");

/** What a format is expected to say of an event, as JSON: what a receiver reads after parsing. */
type Expected = (
  event: Omit<EventContent, "data"> & { data: Record<string, unknown> },
  settings: OrganizationSettings,
) => unknown;

/** What every payload format must do. A format that summarizes (`text`) has no `expected`, and keeps no bytes. */
export function describePayloadFormat(
  format: PayloadFormat,
  options: { body: string; expected: Expected | null },
): void {
  const render = payloadFormats[format];
  const settings = defaultOrganizationSettings;

  describe(`the payload format ${format}`, () => {
    test("is as documented, byte for byte", () => {
      const event = anEventContent({
        id: "order-1",
        type: "order.paid",
        timestampMs,
        createdAtMs: timestampMs + 1999,
        data: '{"id":7, "n":1.0}',
      });
      expect(render(event, settings)).toBe(options.body);
    });

    test("gives the same bytes on every attempt", () => {
      fc.assert(
        fc.property(anyData, (data) => {
          const event = anEventContent({ data: JSON.stringify(data) });
          expect(render(event, settings)).toBe(render(event, settings));
        }),
      );
    });

    test("is an object in JSON that survives UTF-8, whatever the data", () => {
      fc.assert(
        fc.property(anyData, (data) => {
          const body = render(anEventContent({ data: JSON.stringify(data) }), settings);
          expect(JSON.parse(Buffer.from(body).toString("utf8"))).toBeObject();
        }),
      );
    });

    test("makes a body even of empty data", () => {
      expect(JSON.parse(render(anEventContent({ data: "{}" }), settings))).toBeObject();
      expect(JSON.parse(render(anEventContent({ data: " { } " }), settings))).toBeObject();
    });

    const { expected } = options;
    if (expected === null) return;

    test("says what the event says", () => {
      fc.assert(
        fc.property(
          fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
          anyData,
          fc.integer({ min: 0, max: timestampMs }),
          fc.boolean(),
          (id, data, atMs, liveMode) => {
            const content = anEventContent({ id, timestampMs: atMs, createdAtMs: atMs + 5000 });
            const body = render({ ...content, data: JSON.stringify(data) }, { ...settings, liveMode });
            const parsed = JSON.parse(JSON.stringify(data));
            expect(JSON.parse(body)).toEqual(
              expected({ ...content, data: parsed }, { ...settings, liveMode }),
            );
          },
        ),
      );
    });

    test.each([
      '"b" : 1.0 ,\n"1":2',
      '"n":1e400,"big":12345678901234567890',
      '"a":1,"a":2',
      '"s":"Zoë \\u0041 🦊"',
    ])("leaves every member byte for byte as published: %s", (members) => {
      const body = render(anEventContent({ data: `{${members}}` }), settings);
      for (const member of members.split(/\s*,\s*/)) expect(body).toContain(member);
    });
  });
}

const anyData = fc.dictionary(
  fc.oneof(fc.string(), fc.constantFrom("id", "objectId", "__proto__", "1")),
  fc.jsonValue(),
);
