import { describe, expect, test } from "bun:test";
import { cellOf } from "../../src/domain/attempt-cell.ts";
import { AttemptWindow } from "../../src/monitoring/attempt-window.ts";

const success = cellOf({ outcome: "success", responseStatus: 200, durationMs: 10 });
const failure = cellOf({ outcome: "protocol_error", responseStatus: 599, durationMs: 1e9 });
const second = 1_778_676_385;

describe("the window of an endpoint's attempts", () => {
  test("keeps counts and kinds of attempts, up to the largest", () => {
    const window = new AttemptWindow();
    window.add({ endedAtSeconds: second, cell: success, count: 3 });
    window.add({ endedAtSeconds: second, cell: failure, count: 524_287 });
    window.add({ endedAtSeconds: second + 1, cell: success, count: 1 });
    const { requestsCount, failedCount } = window.measure();
    expect([requestsCount, failedCount]).toEqual([524_291, 524_287]);
  });

  test("forgets what ended before it, and what lies after it", () => {
    const window = new AttemptWindow();
    for (let n = 0; n < 10; n++) window.add({ endedAtSeconds: second + n, cell: success, count: 1 });
    window.keep({ fromMs: (second + 2) * 1000, toMs: (second + 7) * 1000 });
    expect(window.measure().requestsCount).toBe(6);
    window.keep({ fromMs: (second + 100) * 1000, toMs: (second + 200) * 1000 });
    expect([window.isEmpty, window.measure().requestsCount]).toEqual([true, 0]);
  });

  test("takes 8 bytes for alike attempts of a second, and gives room back", () => {
    const window = new AttemptWindow();
    for (let n = 0; n < 10_000; n++) window.add({ endedAtSeconds: second + n, cell: success, count: 5 });
    expect(window.size).toBeLessThanOrEqual(2 * 8 * 10_000);
    window.keep({ fromMs: (second + 9_990) * 1000, toMs: (second + 20_000) * 1000 });
    expect(window.size).toBeLessThanOrEqual(2 * 8 * 10);
    expect(window.measure().requestsCount).toBe(50);
  });
});
