import { Progress, Text } from "@mantine/core";
import type { Task } from "../../api/shapes.ts";
import { formatCount } from "../../parts/format.ts";
import { taskStates } from "./task-states.ts";

/** How far a task is, of how many a dry run has counted. */
export function TaskProgressBar({ task, expected }: { task: Task; expected: number }) {
  const { queued, skipped } = task.progress;
  const isRunning = task.status === "running";
  const share = isRunning ? Math.min(1, (queued + skipped) / Math.max(1, expected)) : 1;
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {taskStates[task.status][1]}: {formatCount(queued)} queued
        {skipped > 0 && `, ${formatCount(skipped)} passed over`}
        {isRunning && `, of about ${formatCount(expected)}`}
      </Text>
      <Progress
        value={Math.round(100 * share)}
        animated={isRunning}
        color={task.status === "done" ? "moss" : "cobalt"}
        aria-label="Queued"
      />
    </div>
  );
}
