import classes from "./endpoint.module.css";

/** The lines of a `LatencyChart`, and what they mean. */
export const latencyLines = [
  { name: "p50", label: "Median", color: "var(--info)" },
  { name: "p90", label: "9 of 10 within", color: "var(--warn)" },
] as const;

export function LatencyLegend() {
  return (
    <span className={classes.legend}>
      {latencyLines.map(({ name, label, color }) => (
        <span key={name}>
          <i style={{ background: color }} />
          {label}
        </span>
      ))}
    </span>
  );
}
