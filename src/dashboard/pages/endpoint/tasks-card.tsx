import { Box, Button, Group } from "@mantine/core";
import { IconHistoryToggle, IconLifebuoy } from "@tabler/icons-react";
import { useState } from "react";
import { useSession } from "../../api/session.ts";
import type { Endpoint, Task } from "../../api/shapes.ts";
import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { formatCount } from "../../parts/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { notify } from "../../parts/notify.ts";
import { SkeletonList } from "../../parts/skeleton-list.tsx";
import { Time } from "../../parts/time.tsx";
import classes from "./endpoint.module.css";
import { RecoverDialog } from "./recover-dialog.tsx";
import { ReplayDialog } from "./replay-dialog.tsx";
import { TaskBar } from "./task-progress-bar.tsx";
import { useTaskChanges, useTasks, useTaskTotal } from "./task-queries.ts";
import { taskStates } from "./task-states.ts";
import { windowWords } from "./task-window.tsx";

/** What is and was sent again, and the ways to do so. */
export function TasksCard({ endpoint }: { endpoint: Endpoint }) {
  const { can } = useSession();
  const tasks = useTasks(endpoint.id);
  const [open, setOpen] = useState<"recover" | "replay" | null>(null);
  const close = () => setOpen(null);
  const buttons = can("administer") && (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconLifebuoy size={14} />}
        onClick={() => setOpen("recover")}
      >
        Recover failed
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconHistoryToggle size={14} />}
        onClick={() => setOpen("replay")}
      >
        Replay
      </Button>
    </Group>
  );
  return (
    <Card title="Sending again" aside={buttons} padding="flush">
      <Loaded query={tasks} what="The recoveries and replays" skeleton={<SkeletonList rows={1} />}>
        {({ data }) =>
          data.length === 0 ? (
            <Nothing
              icon={IconLifebuoy}
              size="sm"
              title="Nothing was recovered or replayed"
              description="After a failure of the receiver, recover what failed. For a new receiver, replay what was published before."
            />
          ) : (
            data.map((task) => <TaskRow key={task.id} endpoint={endpoint} task={task} />)
          )
        }
      </Loaded>
      <RecoverDialog endpoint={endpoint} isOpen={open === "recover"} onClose={close} />
      <ReplayDialog endpoint={endpoint} isOpen={open === "replay"} onClose={close} />
    </Card>
  );
}

function TaskRow({ endpoint, task }: { endpoint: Endpoint; task: Task }) {
  const { can } = useSession();
  const [isStopping, setIsStopping] = useState(false);
  const { kind, status, request, progress, createdAt } = task;
  const [tone, word] = taskStates[status];
  const isRunning = status === "running";
  const total = useTaskTotal(task, { mayCount: can("administer") });
  return (
    <div className={classes.task}>
      <div>
        <p className={classes.taskTitle}>
          {kind === "recover" ? "Recovery" : "Replay"} of {windowWords(request)}
        </p>
        <p className={classes.remark}>
          {formatCount(progress.queued)} queued, {formatCount(progress.skipped)} passed over
          {isRunning && total !== null && `, of about ${formatCount(total)}`} · began <Time at={createdAt} />
        </p>
        {isRunning && (
          <Box mt="xs">
            <TaskBar task={task} total={total} />
          </Box>
        )}
      </div>
      <Group gap="xs">
        <Badge tone={tone}>{word}</Badge>
        {isRunning && can("administer") && (
          <Button size="compact-xs" variant="light" onClick={() => setIsStopping(true)}>
            Stop
          </Button>
        )}
      </Group>
      <StopDialog endpoint={endpoint} task={task} isOpen={isStopping} onClose={() => setIsStopping(false)} />
    </div>
  );
}

/** Asks before a task ends with part of its events. */
function StopDialog(props: { endpoint: Endpoint; task: Task; isOpen: boolean; onClose: () => void }) {
  const { endpoint, task, isOpen, onClose } = props;
  const { cancel } = useTaskChanges(endpoint.id);
  const what = task.kind === "recover" ? "recovery" : "replay";
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Stop the ${what} to ${endpointLabel(endpoint)}?`}
      confirmLabel={`Stop ${what}`}
      cancelLabel="Let it go on"
      onConfirm={async () => {
        await cancel(task);
        notify.done(`The ${what} is stopped.`);
      }}
    >
      The {formatCount(task.progress.queued)} that it has queued are sent all the same; what it has not come
      to is not sent. It cannot be taken up again: another one begins anew, and passes over what has arrived.
    </ConfirmDialog>
  );
}
