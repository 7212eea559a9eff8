import { formatFigure, isBalanced, type ScenarioResult } from "./figure.ts";
import type { GoalState } from "./goals.ts";

/** One line for every goal: what is asked, what was measured, and whether that reaches it. */
export function goalTable(states: readonly GoalState[]): string {
  const rows = states.map(({ goal, shown, ratio, isReached }) => [
    goal.text,
    "atLeast" in goal.bound ? `≥ ${goal.bound.atLeast}` : `≤ ${goal.bound.atMost}`,
    shown === null ? "not run" : formatFigure(shown),
    ratio === null ? "" : formatFigure({ value: ratio, unit: "ratio" }),
    isReached === null ? "" : isReached ? "yes" : "NO",
  ]);
  return aligned([["goal", "asked", "figure", "ratio", "reached"], ...rows]);
}

/** All figures of one scenario and its ledger. */
export function scenarioTable(name: string, result: ScenarioResult): string {
  const { ledger, figures } = result;
  const rows = Object.values(figures).map((one) => [`  ${one.label}`, formatFigure(one)]);
  if (ledger === null) return `${name}\n${aligned(rows)}`;
  const account = `${ledger.accepted} accepted, ${ledger.arrived} arrived, ${ledger.lost} lost, ${ledger.duplicates} twice`;
  const verdict = isBalanced(result) ? "balanced" : "VOID, events were lost";
  return `${name}: ledger ${verdict} (${account})\n${aligned(rows)}`;
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return rows.map(line).join("\n");
}
