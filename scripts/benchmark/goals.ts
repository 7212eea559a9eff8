import { type Figure, isBalanced, type ScenarioResult } from "./figure.ts";

/** What the product sets itself. Each is one line of the benchmark's table. */
export interface Goal {
  text: string;
  /** The scenario that measures it, and its figure that is shown. */
  scenario: string;
  shows: string;
  /** The figure that is judged, where it is another one: a ratio to something measured in the same run. */
  judges?: string;
  bound: { atLeast: number } | { atMost: number };
}

/** How a run stands to a goal. */
export interface GoalState {
  goal: Goal;
  /** Null: the scenario was not run. */
  shown: Figure | null;
  /** The ratio that is judged; for a limit in its own unit, the figure divided by it. */
  ratio: number | null;
  /** Null: not run. A run that lost events reaches nothing. */
  isReached: boolean | null;
}

export const goals: readonly Goal[] = [
  {
    text: "published, delivered, recorded; one POST each, 64 connections: of the bare loop",
    scenario: "throughput",
    shows: "delivered",
    judges: "ratio",
    bound: { atLeast: 0.2 },
  },
  {
    text: "the same through /events/batch: of the bare loop",
    scenario: "batch",
    shows: "delivered",
    judges: "ratio",
    bound: { atLeast: 0.3 },
  },
  {
    text: "fan-out of 1 event to 100 endpoints, deliveries: of the bare loop",
    scenario: "fanout",
    shows: "delivered100",
    judges: "ratio100",
    bound: { atLeast: 0.3 },
  },
  {
    text: "to 1,000 HTTPS origins, deliveries: of that to one",
    scenario: "https-many",
    shows: "deliveredMany",
    judges: "ratio",
    bound: { atLeast: 0.7 },
  },
  {
    text: "due until arrival at 1,000 events/s, p50",
    scenario: "latency",
    shows: "p50",
    bound: { atMost: 5 },
  },
  {
    text: "due until arrival at 1,000 events/s, p99",
    scenario: "latency",
    shows: "p99",
    bound: { atMost: 50 },
  },
  {
    text: "p99 with 1,000 other endpoints hanging: of that without",
    scenario: "noisy",
    shows: "p99",
    judges: "ratio",
    bound: { atMost: 2 },
  },
  {
    text: "publish rate with 1,000,000 deliveries pending: of an empty file's",
    scenario: "backlog",
    shows: "accepted",
    judges: "ratio",
    bound: { atLeast: 0.8 },
  },
  {
    text: "publish rate with 10,000,000 rows of history: of an empty file's",
    scenario: "history",
    shows: "accepted",
    judges: "ratio",
    bound: { atLeast: 0.8 },
  },
  { text: "memory: idle", scenario: "memory", shows: "idle", bound: { atMost: 120 } },
  { text: "memory: under full load", scenario: "memory", shows: "load", bound: { atMost: 400 } },
  { text: "memory: with a million pending", scenario: "memory", shows: "pending", bound: { atMost: 400 } },
  { text: "start: empty", scenario: "restart", shows: "emptyStart", bound: { atMost: 0.3 } },
  {
    text: "start: with a million pending, until the first attempt",
    scenario: "restart",
    shows: "pendingStart",
    bound: { atMost: 3 },
  },
  {
    text: "after kill -9 under load, until delivering again; nothing acknowledged lost",
    scenario: "restart",
    shows: "afterKill",
    bound: { atMost: 2 },
  },
  {
    text: "disk per million events with a delivery and an attempt each, 500-byte data",
    scenario: "disk",
    shows: "perMillion",
    bound: { atMost: 1.5 },
  },
];

/** How the results stand to one goal. */
export function judge(goal: Goal, results: ReadonlyMap<string, ScenarioResult>): GoalState {
  const result = results.get(goal.scenario);
  if (!result) return { goal, shown: null, ratio: null, isReached: null };
  const shown = require(goal, result, goal.shows);
  const judged = require(goal, result, goal.judges ?? goal.shows).value;
  const limit = "atLeast" in goal.bound ? goal.bound.atLeast : goal.bound.atMost;
  return {
    goal,
    shown,
    ratio: goal.judges === undefined ? judged / limit : judged,
    isReached: isBalanced(result) && isWithin(judged, goal.bound),
  };
}

/** False for NaN: what was not measured reaches nothing. */
function isWithin(value: number, bound: Goal["bound"]): boolean {
  return "atLeast" in bound ? value >= bound.atLeast : value <= bound.atMost;
}

function require(goal: Goal, result: ScenarioResult, name: string): Figure {
  const found = result.figures[name];
  if (!found) throw new Error(`the scenario "${goal.scenario}" has no figure "${name}"`);
  return found;
}
