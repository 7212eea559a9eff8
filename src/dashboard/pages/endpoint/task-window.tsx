import { Group } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Task } from "../../api/shapes.ts";
import { formatTime } from "../../parts/format.ts";
import { type WindowFilter, WindowFilterInput, windowQuery } from "../../parts/window-filter.tsx";

/** Before everything that can have been kept. */
const beginning = "2000-01-01T00:00:00.000Z";

/** When what is sent again was created: at first the last of `span`. */
export function useTaskWindow(span: "24h" | "7d") {
  const [value, setValue] = useState<WindowFilter>({ span, since: "", until: "" });
  // What was counted is what will be sent: the window does not move while one reads.
  const window = useMemo(() => ({ since: beginning, ...windowQuery(value) }), [value]);
  return [value, setValue, window] as const;
}

export function WindowFields(props: { value: WindowFilter; onChange: (changed: WindowFilter) => void }) {
  return (
    <Group align="flex-start" gap="sm">
      <WindowFilterInput {...props} />
    </Group>
  );
}

/** `everything before it began`, `May 13, 2026, 14:46:25 to when it began`. */
export function windowWords({ since, until }: Task["request"]): string {
  const isAll = since === beginning;
  if (until === null) return isAll ? "everything before it began" : `${formatTime(since)} to when it began`;
  return isAll ? `everything before ${formatTime(until)}` : `${formatTime(since)} to ${formatTime(until)}`;
}
