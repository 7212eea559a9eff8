import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { compileSchema } from "../../../src/json-schema/data-schema.ts";
import { catalogue } from "../../../src/sources/whatsapp/catalogue.ts";
import { dataBytesMax } from "../../../src/sources/whatsapp/draft.ts";
import { namedTypes } from "../../../src/sources/whatsapp/event-types.ts";
import { readNotification } from "../../../src/sources/whatsapp/notification.ts";
import { expectSound } from "../../support/describe-source-adapter.ts";
import { namesOfPayloads, payload, receivedAtMs } from "./a-notification.ts";
import { changedNotification } from "./changed-notification.ts";

const checks = new Map(catalogue().map(({ name, schema }) => [name, compileSchema(schema ?? {})]));

/** Never throws, and all that comes of it may be stored and fits its schema. */
function expectSoundReading(body: Uint8Array, receivedAt = receivedAtMs): void {
  const rules = { includeRaw: true, receivedAtMs: receivedAt, wanted: new Set(namedTypes) };
  const events = readNotification(body, rules);
  expectSound(events);
  for (const { type, data, rule } of events) {
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(dataBytesMax);
    expect([type, checks.get(type)?.(JSON.parse(data), "")]).toEqual([type, []]);
    if (rule !== undefined) expectSound(rule.decide(() => null).events);
  }
}

describe.each([...namesOfPayloads])("%s, changed at will,", (name) => {
  test("never throws and makes nothing that breaks a rule", () => {
    fc.assert(
      fc.property(changedNotification(name), (body) => expectSoundReading(body)),
      { numRuns: 25 },
    );
  });
});

test("a body of 200,000 levels is one event", () => {
  for (const text of [
    `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`,
    `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
  ]) {
    expectSoundReading(Buffer.from(text));
  }
});

test("a batch of all samples at once, each of them changed, loses none of the others", () => {
  const entries = namesOfPayloads.flatMap(
    (name) => (JSON.parse(payload(name).toString()) as { entry: unknown[] }).entry,
  );
  const poison = [null, 5, "x", [], {}, { id: {} }, { changes: [null, 7, {}, { field: "messages" }] }];
  const batch = {
    object: "whatsapp_business_account",
    entry: [...entries.flatMap((one) => [one, ...poison])],
  };
  const rules = { includeRaw: true, receivedAtMs, wanted: new Set<string>() };
  const keysOf = (entry: unknown[]) =>
    readNotification(Buffer.from(JSON.stringify({ ...batch, entry })), rules).map(({ dedupKey }) => dedupKey);
  const found = new Set(keysOf(batch.entry));
  expect(keysOf(entries).filter((key) => !found.has(key))).toEqual([]);
});
