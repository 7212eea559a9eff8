import type { Ledger } from "./ledger.ts";

/** What a figure is counted in. "ratio" and "times" have no unit. */
export type Unit = "/s" | "ms" | "s" | "µs" | "MB" | "GB" | "%" | "ratio" | "count";

/** One measured figure. */
export interface Figure {
  label: string;
  value: number;
  unit: Unit;
}

/** A scenario's figures by a name that goals refer to. The ledger must balance, else they count for nothing. */
export interface ScenarioResult {
  /** Null where nothing is published that must arrive. */
  ledger: Ledger | null;
  figures: Record<string, Figure>;
}

export function figure(label: string, value: number, unit: Unit): Figure {
  return { label, value, unit };
}

/** Nothing that was accepted is missing. */
export function isBalanced({ ledger }: ScenarioResult): boolean {
  return ledger === null || ledger.lost === 0;
}

/** As people read it: `7,292 /s`, `0.107`, `4.8 ms`. */
export function formatFigure({ value, unit }: Pick<Figure, "value" | "unit">): string {
  if (!Number.isFinite(value)) return "none";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  const number = value.toLocaleString("en", { maximumFractionDigits: unit === "count" ? 0 : digits });
  return unit === "ratio" || unit === "count" ? number : `${number} ${unit}`;
}
