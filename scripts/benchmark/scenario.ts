import type { ScenarioResult } from "./figure.ts";
import type { Workbench } from "./workbench.ts";

/** One thing that is measured, from an empty data directory on. */
export interface Scenario {
  /** As on the command line. */
  name: string;
  /** A sentence for the help. */
  summary: string;
  /** Roughly, on a quiet machine with two cores. */
  seconds: number;
  run(bench: Workbench): Promise<ScenarioResult>;
}
