import classes from "./outcome-chart.module.css";

/** What the colours of an `OutcomeChart` mean. */
export const outcomeColors = { succeeded: "var(--good-fill)", failed: "var(--bad-fill)" } as const;

export function OutcomeLegend() {
  return (
    <span className={classes.legend}>
      <span>
        <i style={{ background: outcomeColors.succeeded }} />
        Succeeded
      </span>
      <span>
        <i style={{ background: outcomeColors.failed }} />
        Failed
      </span>
    </span>
  );
}
