import { Tooltip } from "@mantine/core";
import { formatRelative, formatTime } from "./format.ts";
import { useNow } from "./now.ts";

/** When something was: its age, and the exact time for who points at it. */
export function Time({ at }: { at: string }) {
  const now = useNow();
  return (
    <Tooltip label={formatTime(at)}>
      <time dateTime={at}>{formatRelative(Date.parse(at), now)}</time>
    </Tooltip>
  );
}
