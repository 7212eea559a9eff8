import { describe, expect, test } from "bun:test";
import { turnsOfDelivery } from "../../src/domain/operational-event.ts";

const pending = { status: "pending", dueAtMs: 0 } as const;
const exhausted = { status: "failed", reason: "exhausted" } as const;
const gone = { status: "failed", reason: "gone" } as const;
const succeeded = { status: "succeeded" } as const;
const canceled = { status: "canceled" } as const;

describe("what is told of a delivery (Operational events)", () => {
  test.each([
    ["a third failed attempt", 3, pending, []],
    ["a fourth failed attempt", 4, pending, ["failing"]],
    ["a fifth failed attempt", 5, pending, []],
    ["a fourth one that is also the last", 4, exhausted, ["failing", "exhausted"]],
    ["a last one before the fourth", 1, exhausted, ["exhausted"]],
    ["a last one after the fourth", 8, exhausted, ["exhausted"]],
    ["a fourth one after which the receiver is gone", 4, gone, ["failing"]],
    ["one after which the receiver is gone", 1, gone, []],
    ["a success at once", 1, succeeded, []],
    ["a success on the fourth attempt, after three failures", 4, succeeded, []],
    ["a success after the fourth failed attempt", 5, succeeded, ["recovered"]],
    ["a fourth failed attempt of one that was canceled meanwhile", 4, canceled, []],
  ] as const)("%s", (_, attemptNumber, delivery, turns) => {
    expect<readonly string[]>(turnsOfDelivery(attemptNumber, delivery)).toEqual(turns);
  });
});
