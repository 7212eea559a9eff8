import { expect, test } from "bun:test";
import { createIdGenerator } from "../../src/platform/id-generator.ts";
import { systemRandom } from "../../src/platform/random.ts";

/** Crockford's base32, as the ULID specification has it. */
const digits = "0123456789abcdefghjkmnpqrstvwxyz";
const startMs = Date.parse("2026-05-13T12:46:25.104Z");

function aGenerator(random: { bytes(count: number): Uint8Array } = systemRandom) {
  const clock = { nowMs: startMs, now: () => clock.nowMs };
  const newId = createIdGenerator(clock, random);
  return { clock, newId, many: (count: number) => Array.from({ length: count }, () => newId("delivery")) };
}

function timeOf(id: string): number {
  const [, ulid = ""] = id.split("_");
  return [...ulid.slice(0, 10)].reduce((ms, digit) => ms * 32 + digits.indexOf(digit), 0);
}

function expectRising(ids: readonly string[]): void {
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
}

test("an id is its kind's prefix and a ULID in lower case, which begins with the time", () => {
  const { newId } = aGenerator();
  const id = newId("delivery");
  expect(id).toMatch(/^dlv_[0-9abcdefghjkmnpqrstvwxyz]{26}$/);
  expect(timeOf(id)).toBe(startMs);
  expect(newId("attempt")).toStartWith("att_");
});

test("the time of the year 10889, the last of 48 bits, has its digits", () => {
  const { clock, newId } = aGenerator();
  clock.nowMs = 2 ** 48 - 1;
  expect(newId("event")).toStartWith("evt_7zzzzzzzzz");
});

test("ids rise within a millisecond and from one to the next", () => {
  const { clock, many } = aGenerator();
  const ids = Array.from({ length: 50 }, (_, n) => {
    clock.nowMs = startMs + n;
    return many(100);
  });
  expectRising(ids.flat());
});

test("ids never go back, although the wall clock does", () => {
  const { clock, many } = aGenerator();
  const before = many(10);
  clock.nowMs = startMs - 3_600_000;
  const meanwhile = many(10);
  clock.nowMs = startMs + 1;
  expectRising([...before, ...meanwhile, ...many(10)]);
});

test("ids rise where the count of a millisecond ends: the next one is begun early", () => {
  const { clock, many } = aGenerator({ bytes: (count) => new Uint8Array(count).fill(255) });
  const ids = many(3);
  clock.nowMs = startMs + 1;
  ids.push(...many(2));
  expectRising(ids);
  expect(ids.map(timeOf)).toEqual([0, 1, 2, 3, 4].map((ms) => startMs + ms));
});

test("every millisecond begins with chance of its own", () => {
  const { clock, newId } = aGenerator();
  const parts = Array.from({ length: 1000 }, (_, n) => {
    clock.nowMs = startMs + n;
    return newId("event").slice(-16);
  });
  expect(new Set(parts.map((part) => part.slice(0, 12))).size).toBe(1000);
  for (let at = 0; at < 16; at++) expect(new Set(parts.map((part) => part[at])).size).toBe(32);
});
