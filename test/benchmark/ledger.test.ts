import { describe, expect, test } from "bun:test";
import { addLedgers, balance, eventIdOf, numberOf } from "../../scripts/benchmark/ledger.ts";

function arrivals(...counts: number[]) {
  return {
    counts: Uint16Array.from(counts),
    firstAtMs: Float64Array.from(counts, (count) => (count > 0 ? 10 : 0)),
  };
}

describe("the ledger", () => {
  test("balances when each accepted event arrived at each of its endpoints", () => {
    const ledger = balance(Float64Array.of(5, 5), arrivals(1, 1, 1, 1), 2);
    expect(ledger).toEqual({ accepted: 2, arrived: 4, lost: 0, duplicates: 0 });
  });

  test("counts as lost each delivery of an accepted event that did not arrive", () => {
    expect(balance(Float64Array.of(5, 5), arrivals(1, 0, 0, 0), 2).lost).toBe(3);
  });

  test("asks for nothing that was not accepted, and lets it arrive all the same", () => {
    const ledger = balance(Float64Array.of(0, 0, 5), arrivals(0, 1, 1), 1);
    expect(ledger).toEqual({ accepted: 1, arrived: 2, lost: 0, duplicates: 0 });
  });

  test("counts each arrival beyond the first as a duplicate, and as no other's", () => {
    const ledger = balance(Float64Array.of(5, 5), arrivals(3, 0), 1);
    expect(ledger).toEqual({ accepted: 2, arrived: 1, lost: 1, duplicates: 2 });
  });

  test("of several runs is their sum", () => {
    const one = { accepted: 1, arrived: 2, lost: 3, duplicates: 4 };
    expect(addLedgers([one, one])).toEqual({ accepted: 2, arrived: 4, lost: 6, duplicates: 8 });
  });
});

test("an event's id says its number, and all are equally long", () => {
  expect(numberOf(eventIdOf(17))).toBe(17);
  expect(eventIdOf(17)).toHaveLength(eventIdOf(9_999_999).length);
  expect(numberOf("bare-17")).toBe(-1);
});
