import { Progress, Text } from "@mantine/core";
import type { Task } from "../../api/shapes.ts";
import { formatCount } from "../../parts/format.ts";
import classes from "./task-progress-bar.module.css";
import { taskStates } from "./task-states.ts";

/** How far a task is, of how many a dry run has counted. */
export function TaskProgressBar({ task, expected }: { task: Task; expected: number }) {
  const { queued, skipped } = task.progress;
  const isRunning = task.status === "running";
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {taskStates[task.status][1]}: {formatCount(queued)} queued
        {skipped > 0 && `, ${formatCount(skipped)} passed over`}
        {isRunning && `, of about ${formatCount(expected)}`}
      </Text>
      <TaskBar task={task} total={expected} />
    </div>
  );
}

/** The bar alone: what is done of all; while it is not known how many there are, only that it goes on. */
export function TaskBar({ task, total }: { task: Task; total: number | null }) {
  const { queued, skipped } = task.progress;
  const isRunning = task.status === "running";
  if (isRunning && total === null) {
    return (
      <Progress.Root role="progressbar" aria-label="Queued">
        <Progress.Section className={classes.underWay} value={30} withAria={false} />
      </Progress.Root>
    );
  }
  const share = isRunning ? Math.min(1, (queued + skipped) / Math.max(1, total ?? 1)) : 1;
  return (
    <Progress
      value={Math.round(100 * share)}
      animated={isRunning}
      color={task.status === "done" ? "moss" : "cobalt"}
      aria-label="Queued"
    />
  );
}
