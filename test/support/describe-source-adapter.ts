import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { jsonDepthMax } from "../../src/domain/event.ts";
import { publishableEventType } from "../../src/domain/event-type.ts";
import { isJsonObject } from "../../src/domain/json-object.ts";
import { depthOf } from "../../src/domain/json-text.ts";
import type { SourceEvent } from "../../src/domain/source-event.ts";
import { compileSchema, schemaErrors } from "../../src/json-schema/data-schema.ts";
import { systemRandom } from "../../src/platform/random.ts";
import type { InboundRequest, Reading, SourceAdapter } from "../../src/sources/source-adapter.ts";

/** A request that the platform could have sent, and what it becomes. */
export interface SourceSample {
  name: string;
  /** As `POST /sources` takes it. */
  config: unknown;
  request: InboundRequest;
  /** The types of its events, in order; null: it is answered at once. */
  becomes: readonly string[] | null;
  /** Whether its signature covers the body. */
  isBodySigned: boolean;
}

export interface AdapterExpectations {
  samples: readonly SourceSample[];
  /** Whether every type that it makes stands in its catalogue. */
  catalogue: "complete" | "open";
  /** Texts that must never be shown, in the samples' configurations. */
  secrets: readonly string[];
}

/** A request as a sample has it. */
export function anInboundRequest(
  over: Partial<Omit<InboundRequest, "headers" | "query" | "body">> & {
    headers?: Record<string, string>;
    query?: string;
    body?: string | Uint8Array;
  } = {},
): InboundRequest {
  const { headers = {}, query = "", body = "", ...rest } = over;
  return {
    method: "POST",
    query: new URLSearchParams(query),
    headers: new Headers(headers),
    body: typeof body === "string" ? Buffer.from(body) : body,
    receivedAtMs: 1_778_676_385_000,
    ...rest,
  };
}

/** What every source adapter must do. */
export function describeSourceAdapter(
  kind: string,
  adapter: SourceAdapter,
  { samples, catalogue, secrets }: AdapterExpectations,
): void {
  const configOf = (input: unknown) =>
    adapter.config.complete(adapter.config.input.parse(input), systemRandom);
  const read = (request: InboundRequest, config: object): Reading =>
    adapter.read(request, { sourceId: "src_1", config, wanted: new Set(adapter.namedTypes) });

  describe(`the source adapter ${kind}`, () => {
    test("has an example of its configuration that makes a source", () => {
      expect(configOf(adapter.config.example)).toBeObject();
    });

    test.each([...samples])("takes its stored configuration back, unchanged: $name", ({ config }) => {
      const stored = JSON.parse(JSON.stringify(configOf(config)));
      expect(configOf(stored)).toEqual(stored);
    });

    test.each([...samples])("shows its configuration without secrets: $name", ({ config }) => {
      const shown = adapter.config.redacted(configOf(config));
      expect(adapter.config.shown.parse(shown)).toEqual(shown);
      for (const secret of secrets) expect(JSON.stringify(shown)).not.toContain(secret);
    });

    test("brings types along whose schemas can be checked, each with an example that fits", () => {
      // Most configurations bring the same, and a schema takes milliseconds to compile.
      const checked = new Set<string>();
      for (const { config } of samples) {
        const types = adapter.eventTypes(configOf(config));
        expect(new Set(types.map(({ name }) => name)).size).toBe(types.length);
        for (const { name, description, schema, example } of types) {
          expect([name, publishableEventType.safeParse(name).success]).toEqual([name, true]);
          expect([name, description.length > 0]).toEqual([name, true]);
          if (schema === null || checked.has(name + JSON.stringify(schema))) continue;
          checked.add(name + JSON.stringify(schema));
          expect([name, schemaErrors(schema)]).toEqual([name, []]);
          if (example === null) continue;
          expect([name, compileSchema(schema)(example, JSON.stringify(example))]).toEqual([name, []]);
        }
      }
    });

    describe.each([...samples])("given $name", ({ config: input, request, becomes, isBodySigned }) => {
      const config = configOf(input);

      test("takes it", () => {
        expect(adapter.methods).toContain(request.method);
        expect(adapter.screen(request, config)).toBeNull();
        expect(adapter.verify(request, config)).toBeNull();
      });

      test("makes of it what it should", () => {
        const reading = read(request, config);
        expect(reading.kind).toBe(becomes === null ? "answered" : "accepted");
        if (reading.kind === "accepted")
          expect(reading.events.map(({ type }) => type)).toEqual([...(becomes ?? [])]);
        const reply = reading.kind === "answered" ? reading.reply : adapter.reply(config);
        expect(reply.status).toBeWithin(200, 300);
      });

      test("makes the same of it again", () => {
        expect(JSON.stringify(read(request, config))).toBe(JSON.stringify(read(request, config)));
      });

      test("makes events by the rules", () => {
        const reading = read(request, config);
        if (reading.kind === "accepted") expectSound(reading.events);
        if (reading.kind !== "accepted" || catalogue === "open") return;
        const known = adapter.eventTypes(config).map(({ name }) => name);
        for (const { type } of reading.events) expect(known).toContain(type);
      });

      if (isBodySigned) {
        test("refuses it with another body", () => {
          const body = Buffer.concat([request.body, Buffer.from(" ")]);
          expect(adapter.verify({ ...request, body }, config)).toMatchObject({
            kind: "refused",
            status: 401,
          });
        });

        test("refuses it without headers before its body is read", () => {
          const head = { ...request, headers: new Headers() };
          expect(adapter.screen(head, config)).toMatchObject({ kind: "refused", status: 401 });
        });
      }

      test("neither throws nor breaks a rule, whatever is in the body", () => {
        fc.assert(
          fc.property(anyBody(request.body), (body) => {
            adapter.verify({ ...request, body }, config);
            const reading = read({ ...request, body }, config);
            if (reading.kind === "accepted") expectSound(reading.events);
          }),
          { numRuns: 100 },
        );
      });

      test.each([63, 64, 65, 200_000])("takes a body that is nested %d levels deep", (levels) => {
        for (const text of [
          `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`,
          `${"[".repeat(levels)}${"]".repeat(levels)}`,
        ]) {
          const reading = read({ ...request, body: Buffer.from(text) }, config);
          if (reading.kind === "accepted") expectSound(reading.events);
        }
      });

      test("refuses no head with an error", () => {
        const value = fc.oneof(fc.constant(""), fc.string({ unit: "grapheme-ascii" }), fc.base64String());
        fc.assert(
          fc.property(
            fc.constantFrom(...[...request.headers.keys(), "authorization"]),
            value,
            (name, text) => {
              const headers = new Headers(request.headers);
              headers.set(name, text.replace(/[\r\n\0]/g, "").trim());
              expect([null, "refused"]).toContain(
                adapter.screen({ ...request, headers }, config)?.kind ?? null,
              );
              adapter.verify({ ...request, headers }, config);
            },
          ),
          { numRuns: 100 },
        );
      });
    });
  });
}

/** Whatever could stand in a body: bytes, JSON of any shape, the sample's own cut off. */
function anyBody(own: Uint8Array): fc.Arbitrary<Uint8Array> {
  const utf8 = (text: string) => Buffer.from(text);
  return fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json({ maxDepth: 4 }).map(utf8),
    fc.nat(own.length).map((end) => own.subarray(0, end)),
  );
}

/** The rules of an event, which nobody checks again. */
export function expectSound(events: readonly SourceEvent[]): void {
  expect(new Set(events.map(({ dedupKey }) => dedupKey)).size).toBe(events.length);
  for (const { type, dedupKey, data, timestampMs } of events) {
    expect(publishableEventType.safeParse(type).error?.message ?? null).toBeNull();
    expect(dedupKey).not.toBe("");
    expect(isJsonObject(JSON.parse(data))).toBeTrue();
    expect(depthOf(data)).toBeWithin(1, jsonDepthMax + 1);
    expect(Number.isSafeInteger(timestampMs)).toBeTrue();
  }
}
