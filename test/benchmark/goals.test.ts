import { describe, expect, test } from "bun:test";
import { figure, formatFigure, type ScenarioResult } from "../../scripts/benchmark/figure.ts";
import { type Goal, goals, judge } from "../../scripts/benchmark/goals.ts";
import { scenarios } from "../../scripts/benchmark/scenarios/registry.ts";
import { goalTable, scenarioTable } from "../../scripts/benchmark/table.ts";

const limit: Goal = { text: "a limit", scenario: "one", shows: "time", bound: { atMost: 4 } };
const share: Goal = {
  text: "a share",
  scenario: "one",
  shows: "rate",
  judges: "ratio",
  bound: { atLeast: 0.2 },
};

function aResult(figures: Record<string, number>, lost = 0): ReadonlyMap<string, ScenarioResult> {
  return new Map([
    [
      "one",
      {
        ledger: { accepted: 10, arrived: 10 - lost, lost, duplicates: 0 },
        figures: Object.fromEntries(
          Object.entries(figures).map(([name, value]) => [name, figure(name, value, "ms")]),
        ),
      },
    ],
  ]);
}

describe("a goal", () => {
  test("that is a limit is reached up to it, and its ratio is the figure's part of it", () => {
    expect(judge(limit, aResult({ time: 4 }))).toMatchObject({ isReached: true, ratio: 1 });
    expect(judge(limit, aResult({ time: 5 }))).toMatchObject({ isReached: false, ratio: 1.25 });
  });

  test("that is a ratio is judged by the ratio, and shows the figure", () => {
    const state = judge(share, aResult({ rate: 7000, ratio: 0.19 }));
    expect(state).toMatchObject({ isReached: false, ratio: 0.19, shown: { value: 7000 } });
    expect(judge(share, aResult({ rate: 7000, ratio: 0.2 })).isReached).toBe(true);
  });

  test("is not reached by a run that lost events", () => {
    expect(judge(limit, aResult({ time: 1 }, 1)).isReached).toBe(false);
  });

  test("is not reached by what was not measured", () => {
    expect(judge(limit, aResult({ time: Number.NaN })).isReached).toBe(false);
  });

  test("whose scenario was not run is neither reached nor missed", () => {
    expect(judge(limit, new Map())).toMatchObject({ isReached: null, shown: null });
  });

  test("names a figure that its scenario must have", () => {
    expect(() => judge(limit, aResult({ other: 1 }))).toThrow('the scenario "one" has no figure "time"');
  });
});

test("every goal is measured by a scenario that there is", () => {
  const names = scenarios.map(({ name }) => name);
  expect(goals.filter(({ scenario }) => !names.includes(scenario))).toEqual([]);
});

test("the table has a line for every goal", () => {
  const lines = goalTable(goals.map((goal) => judge(goal, new Map()))).split("\n");
  expect(lines).toHaveLength(goals.length + 1);
  expect(lines.slice(1).every((line) => line.endsWith("not run"))).toBe(true);
});

test("the table says yes or NO", () => {
  const states = [judge(limit, aResult({ time: 4 })), judge(limit, aResult({ time: 4.5 }))];
  expect(goalTable(states).split("\n")).toEqual([
    "goal     asked  figure  ratio  reached",
    "a limit    ≤ 4    4 ms      1      yes",
    "a limit    ≤ 4  4.5 ms   1.13       NO",
  ]);
});

test("a scenario whose ledger does not balance is void", () => {
  const [lossy] = aResult({ time: 4 }, 2).values();
  if (!lossy) throw new Error("no result");
  expect(scenarioTable("one", lossy)).toContain(
    "VOID, events were lost (10 accepted, 8 arrived, 2 lost, 0 twice)",
  );
});

test("figures are shown with as many digits as mean something", () => {
  expect(formatFigure({ value: 7291.6, unit: "/s" })).toBe("7,292 /s");
  expect(formatFigure({ value: 0.10712, unit: "ratio" })).toBe("0.107");
  expect(formatFigure({ value: 4.849, unit: "ms" })).toBe("4.85 ms");
  expect(formatFigure({ value: Number.NaN, unit: "ms" })).toBe("none");
});
