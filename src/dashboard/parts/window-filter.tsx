import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { serverNow } from "../api/server-time.ts";
import { toIso } from "./local-time.ts";
import classes from "./window-filter.module.css";

const hourMs = 3_600_000;

/** Stretches of time up to now. */
const spans: Readonly<Record<string, { label: string; ms: number }>> = {
  "1h": { label: "Last hour", ms: hourMs },
  "24h": { label: "Last 24 hours", ms: 24 * hourMs },
  "7d": { label: "Last 7 days", ms: 7 * 24 * hourMs },
  "30d": { label: "Last 30 days", ms: 30 * 24 * hourMs },
};
const between = "between";

/** The address may have been typed by hand: only what stands there itself is a stretch. */
const isSpan = (text: string): boolean => Object.hasOwn(spans, text);

/** A stretch of time as it stands in the address: up to now, or between two local times (`2026-05-13T14:46`). */
export interface WindowFilter {
  span: string;
  since: string;
  until: string;
}
export const windowNames = ["span", "since", "until"] as const;

/** The window as the API's lists take it. */
export function windowQuery({ span, since, until }: WindowFilter): { since?: string; until?: string } {
  const chosen = isSpan(span) ? spans[span] : undefined;
  if (chosen !== undefined) return { since: new Date(serverNow() - chosen.ms).toISOString() };
  const [from, to] = [toIso(since), toIso(until)];
  return { ...(from === null ? {} : { since: from }), ...(to === null ? {} : { until: to }) };
}

/** Chooses when what is listed was created. */
export function WindowFilterInput(props: { value: WindowFilter; onChange: (changed: WindowFilter) => void }) {
  const { value, onChange } = props;
  const hasTimes = value.since !== "" || value.until !== "";
  const [isBetween, setIsBetween] = useState(hasTimes);
  const chosen = isSpan(value.span) ? value.span : isBetween || hasTimes ? between : "";
  return (
    <>
      <NativeSelect
        label="Time"
        value={chosen}
        onChange={(event) => {
          const span = event.currentTarget.value;
          setIsBetween(span === between);
          onChange({ span: span === between ? "" : span, since: "", until: "" });
        }}
        data={[
          { value: "", label: "Any time" },
          ...Object.entries(spans).map(([name, { label }]) => ({ value: name, label })),
          { value: between, label: "Between …" },
        ]}
      />
      {chosen === between && (
        <div className={classes.times}>
          <TextInput
            label="From"
            type="datetime-local"
            value={value.since}
            onChange={(event) => onChange({ ...value, since: event.currentTarget.value })}
          />
          <TextInput
            label="Until"
            type="datetime-local"
            value={value.until}
            onChange={(event) => onChange({ ...value, until: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}
