import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { compileSchema } from "../../../src/json-schema/data-schema.ts";
import { catalogue } from "../../../src/sources/whatsapp/catalogue.ts";
import { dataBytesMax } from "../../../src/sources/whatsapp/draft.ts";
import { namedTypes } from "../../../src/sources/whatsapp/event-types.ts";
import { readNotification } from "../../../src/sources/whatsapp/notification.ts";
import { expectSound } from "../../support/describe-source-adapter.ts";
import { namesOfPayloads, payload, receivedAtMs } from "./a-notification.ts";

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

/** A place in a value: which member or item to go to, counted round. */
type Steps = readonly number[];

interface Mutation {
  steps: Steps;
  /** Undefined: the place is taken away. */
  replacement: unknown;
}

/** Stands for what cannot be printed, and is put in afterwards. */
const deepMark = "@deep@";

const replacement = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1e300,
    1767225601000,
    "",
    [],
    {},
    [[]],
    [null],
    "\ud800",
  ),
  fc.constantFrom<unknown>(
    "stop",
    "failed",
    "edit",
    "system",
    "id",
    "__proto__",
    "toString",
    "US.1",
    "1767225601",
  ),
  fc.constant(deepMark),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(100, 1000, 1000, 100_000).map((times) => "wamid.é".repeat(times)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }).map((digits) => `@${digits}@`),
);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  steps: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 12 }),
  replacement,
});

function mutate(value: unknown, { steps, replacement }: Mutation): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return replacement;
  if (typeof value !== "object" || value === null) return replacement;
  if (Array.isArray(value)) {
    const at = value.length === 0 ? 0 : step % value.length;
    const item = rest.length === 0 ? replacement : mutate(value[at], { steps: rest, replacement });
    const others = item === undefined ? [] : [item];
    return [...value.slice(0, at), ...others, ...value.slice(at + 1)];
  }
  const entries = Object.entries(value);
  const [name, member] = entries[step % Math.max(entries.length, 1)] ?? ["new", null];
  const changed = rest.length === 0 ? replacement : mutate(member, { steps: rest, replacement });
  return Object.fromEntries(
    entries.flatMap(([key, old]) =>
      key === name ? (changed === undefined ? [] : [[key, changed]]) : [[key, old]],
    ),
  );
}

/** As sent: with whole numbers of many digits, and with what is nested deep. */
function bodyOf(value: unknown, levels: number): Buffer {
  const text = (JSON.stringify(value) ?? "")
    .replaceAll(`"${deepMark}"`, `${'{"a":['.repeat(levels / 2)}1${"]}".repeat(levels / 2)}`)
    .replace(/"@(\d+)@"/g, "$1");
  return Buffer.from(text);
}

describe.each([...namesOfPayloads])("%s, changed at will,", (name) => {
  const original: unknown = JSON.parse(payload(name).toString());

  test("never throws and makes nothing that breaks a rule", () => {
    fc.assert(
      fc.property(
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(10, 58, 60, 62, 64, 66, 1000, 200_000),
        (mutations, levels) => expectSoundReading(bodyOf(mutations.reduce(mutate, original), levels)),
      ),
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
