import type { Alert } from "../api/shapes.ts";

/** Of an endpoint's alerts of one kind the worst: a higher share of errors, a longer wait. Availability has one threshold. */
export function worstOf(alerts: readonly Alert[]): Alert {
  return alerts.reduce((worst, one) => (one.threshold > worst.threshold ? one : worst));
}
