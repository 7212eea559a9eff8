import { Group } from "@mantine/core";
import { useMemo, useState } from "react";
import { type WindowFilter, WindowFilterInput, windowQuery } from "../../parts/window-filter.tsx";

/** Before everything that can have been kept. */
const beginning = "2000-01-01T00:00:00.000Z";

/** When what is sent again was created: a day, unless said otherwise. */
export function useTaskWindow() {
  const [value, setValue] = useState<WindowFilter>({ span: "24h", since: "", until: "" });
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
