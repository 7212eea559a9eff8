import type { Alert } from "../api/shapes.ts";
import { formatDuration } from "./format.ts";

/** The threshold that was crossed: "Error rate above 10 %". */
export function alertTitle({ kind, threshold }: Pick<Alert, "kind" | "threshold">): string {
  switch (kind) {
    case "error_rate":
      return `Error rate above ${threshold} %`;
    case "latency":
      return `Slowest tenth above ${formatDuration(threshold)}`;
    case "availability":
      return `Availability below ${threshold} %`;
  }
}
