import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type AlertMeasures, measure, noMeasures } from "../../src/domain/alert-measures.ts";
import { type ActiveAlert, alertRules, decideAlerts } from "../../src/domain/alert-rule.ts";
import { cellOf } from "../../src/domain/attempt-cell.ts";

const nowMs = Date.parse("2026-05-13T12:00:00.000Z");
const minute = 60_000;

interface Sent {
  ok?: number;
  status500?: number;
  status404?: number;
  refused?: number;
  durationMs?: number;
}

/** What so many attempts amount to. */
function measures({ ok = 0, status500 = 0, status404 = 0, refused = 0, durationMs = 10 }: Sent) {
  const cell = (outcome: "success" | "http_error" | "connection_refused", responseStatus: number | null) =>
    cellOf({ outcome, responseStatus, durationMs });
  return measure([
    [cell("success", 200), ok],
    [cell("http_error", 500), status500],
    [cell("http_error", 404), status404],
    [cell("connection_refused", null), refused],
  ]);
}

/** So many attempts that took so long, of which every `slowEvery`-th took longer. */
function latencies(slow: number, slowMs: number, all = 100): AlertMeasures {
  const cell = (durationMs: number) => cellOf({ outcome: "success", responseStatus: 200, durationMs });
  return measure([
    [cell(10), all - slow],
    [cell(slowMs), slow],
  ]);
}

function judge(
  now: AlertMeasures,
  over: { active?: ActiveAlert[]; lastAttemptAtMs?: number | null; atMs?: number } = {},
) {
  const { active = [], atMs = nowMs, lastAttemptAtMs = atMs } = over;
  const decided = decideAlerts({ active, measures: now, lastAttemptAtMs, nowMs: atMs });
  const told = decided.changes.map(
    ({ kind, threshold, state }) => `${state === "ACTIVATED" ? "+" : "-"}${kind} ${threshold}`,
  );
  return { told, active: decided.active };
}

const all = (insideSinceMs: number | null = null): ActiveAlert[] =>
  Object.entries(alertRules).flatMap(([kind, { thresholds }]) =>
    thresholds.map((threshold) => ({ kind: kind as ActiveAlert["kind"], threshold, insideSinceMs })),
  );

describe("an alert begins (the table of Alerts)", () => {
  test.each([
    ["5 % of attempts failed", { ok: 95, status404: 5 }, []],
    ["over 5 %", { ok: 94, status404: 6 }, ["+error_rate 5"]],
    ["10 %", { ok: 90, status404: 10 }, ["+error_rate 5"]],
    ["over 10 %", { ok: 89, status404: 11 }, ["+error_rate 5", "+error_rate 10"]],
    ["50 %", { ok: 50, status404: 50 }, ["+error_rate 5", "+error_rate 10"]],
    [
      "over 50 %: a jump begins each that it crosses, the lowest first",
      { ok: 49, status404: 51 },
      ["+error_rate 5", "+error_rate 10", "+error_rate 50"],
    ],
    ["one of 19 failed: 5.26 %", { ok: 18, status404: 1 }, ["+error_rate 5"]],
    ["one of 20 failed: 5 %", { ok: 19, status404: 1 }, []],
    ["90 % answered without a 5xx", { ok: 90, status500: 10 }, ["+error_rate 5"]],
    [
      "under 90 %: a 5xx is no answer",
      { ok: 89, status500: 11 },
      ["+error_rate 5", "+error_rate 10", "+availability 90"],
    ],
    [
      "under 90 %: neither is none at all",
      { ok: 89, refused: 11 },
      ["+error_rate 5", "+error_rate 10", "+availability 90"],
    ],
    ["a 4xx is an answer", { status404: 100 }, ["+error_rate 5", "+error_rate 10", "+error_rate 50"]],
    ["p90 1 s", { ok: 100, durationMs: 1000 }, []],
    ["p90 over 1 s", { ok: 100, durationMs: 1001 }, ["+latency 1000"]],
    ["p90 5 s", { ok: 100, durationMs: 5000 }, ["+latency 1000"]],
    ["p90 over 5 s", { ok: 100, durationMs: 5001 }, ["+latency 1000", "+latency 5000"]],
    ["p90 7 s", { ok: 100, durationMs: 7000 }, ["+latency 1000", "+latency 5000"]],
    ["p90 over 7 s", { ok: 100, durationMs: 7001 }, ["+latency 1000", "+latency 5000", "+latency 7000"]],
    ["nine failed attempts are too few", { status500: 9 }, []],
    [
      "ten are enough",
      { status500: 10, durationMs: 30_000 },
      [
        "+error_rate 5",
        "+error_rate 10",
        "+error_rate 50",
        "+latency 1000",
        "+latency 5000",
        "+latency 7000",
        "+availability 90",
      ],
    ],
    ["all well", { ok: 1000 }, []],
  ] as [string, Sent, string[]][])("%s", (_, sent, told) => {
    expect(judge(measures(sent)).told).toEqual(told);
  });

  test("by latency when more than a tenth is slow, not when exactly a tenth is", () => {
    expect(judge(latencies(10, 2000)).told).toEqual([]);
    expect(judge(latencies(11, 2000)).told).toEqual(["+latency 1000"]);
  });

  test("once: what is active does not begin again", () => {
    const active = judge(measures({ status500: 20 })).active;
    expect(judge(measures({ status500: 20 }), { active }).told).toEqual([]);
    // As after a restart, which forgets all but what is active.
    expect(judge(measures({ status500: 20, durationMs: 8000 }), { active: all() }).told).toEqual([]);
  });

  test("beside what is active: the next threshold alone", () => {
    const { active } = judge(measures({ ok: 94, status404: 6 }));
    expect(judge(measures({ ok: 80, status404: 20 }), { active }).told).toEqual(["+error_rate 10"]);
  });
});

describe("an alert ends", () => {
  const good = measures({ ok: 100 });

  /** Looks every 30 seconds. */
  function watch(looks: AlertMeasures[], active = all()) {
    return looks.map((now, index) => {
      const decided = judge(now, { active, atMs: nowMs + index * 30_000 });
      active = decided.active;
      return decided.told;
    });
  }

  test("after two minutes back inside, and not before, in the opposite order", () => {
    expect(watch([good, good, good, good, good])).toEqual([
      [],
      [],
      [],
      [],
      [
        "-availability 90",
        "-latency 7000",
        "-latency 5000",
        "-latency 1000",
        "-error_rate 50",
        "-error_rate 10",
        "-error_rate 5",
      ],
    ]);
  });

  test("not while it goes in and out: the two minutes begin anew", () => {
    const bad = measures({ status500: 100, durationMs: 9000 });
    const told = watch([good, good, good, good, bad, good, good, good, good, good]);
    expect(told.map((changes) => changes.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 7]);
  });

  test("each by itself: the higher thresholds first, as the rate falls", () => {
    const some = measures({ ok: 93, status404: 7 });
    const active = judge(measures({ ok: 40, status404: 60 })).active;
    expect(watch([some, some, some, some, some, some], active)).toEqual([
      [],
      [],
      [],
      [],
      ["-error_rate 50", "-error_rate 10"],
      [],
    ]);
  });

  test("at exactly the threshold, which is inside", () => {
    const edge = measures({ ok: 95, status404: 5 });
    const active = judge(measures({ ok: 94, status404: 6 })).active;
    expect(watch([edge, edge, edge, edge, edge], active).at(-1)).toEqual(["-error_rate 5"]);
  });

  test("not with fewer than ten attempts: nothing changes, whatever they were", () => {
    const few = measures({ ok: 9 });
    expect(watch([few, few, few, few, few, few]).flat()).toEqual([]);
    expect(judge(few, { active: all(nowMs - 10 * minute) }).active).toEqual(all(nowMs - 10 * minute));
  });

  test("after 60 minutes without an attempt, and not before", () => {
    const ago = (ms: number) => judge(noMeasures, { active: all(), lastAttemptAtMs: nowMs - ms }).told.length;
    expect([ago(60 * minute - 1), ago(60 * minute)]).toEqual([0, 7]);
    const idle = decideAlerts({
      active: all(),
      measures: noMeasures,
      lastAttemptAtMs: nowMs - 60 * minute,
      nowMs,
    });
    expect(idle.changes.map(({ because }) => because)).toEqual(Array(7).fill("idle"));
    expect(idle.active).toEqual([]);
  });
});

describe("whatever happens", () => {
  const look = fc.record({
    ok: fc.nat(40),
    status500: fc.nat(20),
    status404: fc.nat(20),
    refused: fc.nat(20),
    durationMs: fc.constantFrom(10, 1000, 1001, 6000, 9000),
    isIdle: fc.boolean(),
  });

  test("each threshold begins and ends in turn, and what is said to be active is what began and has not ended", () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
        let active: ActiveAlert[] = [];
        const on = new Set<string>();
        looks.forEach(({ isIdle, ...sent }, index) => {
          const atMs = nowMs + index * 30_000;
          const lastAttemptAtMs = isIdle ? atMs - 61 * minute : atMs;
          const decided = decideAlerts({ active, measures: measures(sent), lastAttemptAtMs, nowMs: atMs });
          for (const { kind, threshold, state } of decided.changes) {
            const key = `${kind} ${threshold}`;
            expect(on.has(key)).toBe(state === "DEACTIVATED");
            if (state === "ACTIVATED") on.add(key);
            else on.delete(key);
          }
          active = decided.active;
          expect(new Set(active.map(({ kind, threshold }) => `${kind} ${threshold}`))).toEqual(on);
        });
      }),
    );
  });
});
