import type { Scenario } from "../scenario.ts";
import { backlog } from "./backlog.ts";
import { disk } from "./disk.ts";
import { fanout } from "./fanout.ts";
import { flapping } from "./flapping.ts";
import { history } from "./history.ts";
import { httpsMany } from "./https-many.ts";
import { idle } from "./idle.ts";
import { latency } from "./latency.ts";
import { memory } from "./memory.ts";
import { noisy } from "./noisy.ts";
import { reads } from "./reads.ts";
import { recover } from "./recover.ts";
import { restart } from "./restart.ts";
import { batch, throughput } from "./throughput.ts";

/** Every scenario, in the order in which all of them run. */
export const scenarios: readonly Scenario[] = [
  idle,
  latency,
  throughput,
  batch,
  fanout,
  httpsMany,
  noisy,
  flapping,
  reads,
  recover,
  disk,
  memory,
  restart,
  backlog,
  history,
];
