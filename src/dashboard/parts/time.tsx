import { Tooltip } from "@mantine/core";
import { serverNow } from "../api/server-time.ts";
import { formatRelative, formatTime } from "./format.ts";
import { useNow } from "./now.ts";

/** When something was: its age, and the exact time for who points at it. */
export function Time({ at }: { at: string }) {
  const now = useNow();
  const atMs = Date.parse(at);
  // What was made since the last tick is not "in a moment".
  const seenMs = atMs <= serverNow() ? Math.max(now, atMs) : now;
  return (
    <Tooltip label={formatTime(at)}>
      <time dateTime={at}>{formatRelative(atMs, seenMs)}</time>
    </Tooltip>
  );
}
