import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { sentenceOf } from "../../api/problem.ts";
import type { Endpoint, Task, TaskProgress } from "../../api/shapes.ts";
import { formatCount } from "../../parts/format.ts";
import { ProblemView } from "../../parts/problem-view.tsx";
import { RequestButton } from "../../parts/request-button.tsx";
import { TaskProgressBar } from "./task-progress-bar.tsx";
import { type TaskOrder, useDryRun, useTaskChanges, useTasks } from "./task-queries.ts";

/** A dialog that says how many events an order is about, begins it, and shows how far it is. */
export function TaskDialog(props: {
  endpoint: Endpoint;
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, isOpen, onClose, children } = props;
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={600}>{title}</Text>} size="lg">
      {children}
    </Modal>
  );
}

/** What stands under the fields of such a dialog. */
export function TaskOrderForm(props: {
  endpoint: Endpoint;
  order: TaskOrder;
  /** The verb: "Recover". */
  verb: string;
  /** Said when there is nothing to queue. */
  nothing: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { endpoint, order, verb, nothing, onClose, children } = props;
  const dryRun = useDryRun(endpoint.id, order);
  const { start } = useTaskChanges(endpoint.id);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [begun, setBegun] = useState<{ task: Task; expected: number } | null>(null);
  const isDisabled = endpoint.status === "disabled";

  async function begin(expected: number): Promise<void> {
    setIsUnderWay(true);
    setProblem(null);
    try {
      setBegun({ task: await start(order, expected), expected });
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setIsUnderWay(false);
    }
  }

  if (begun !== null) return <Begun {...begun} onClose={onClose} />;
  const queued = dryRun.data?.queued ?? 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (dryRun.data && queued > 0) void begin(dryRun.data.matched);
      }}
    >
      <Stack gap="md">
        {children}
        {dryRun.isError ? (
          <ProblemView what="The count" error={dryRun.error} onRetry={() => void dryRun.refetch()} />
        ) : (
          <Alert role="status" color="cobalt" variant="light">
            {dryRun.data === undefined ? "Counting …" : countWords(dryRun.data, nothing)}
          </Alert>
        )}
        {isDisabled && (
          <Alert color="brass" variant="light">
            The endpoint is disabled. Enable it first: that dialog also offers to send what it missed.
          </Alert>
        )}
        {problem !== null && (
          <Alert role="alert" color="ember" variant="light">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <RequestButton type="submit" isUnderWay={isUnderWay} disabled={isDisabled || queued === 0}>
            {queued === 0 ? verb : `${verb} ${formatCount(queued)}`}
          </RequestButton>
        </Group>
      </Stack>
    </form>
  );
}

function countWords({ queued, skipped }: TaskProgress, nothing: string): string {
  if (queued === 0 && skipped === 0) return nothing;
  const events = queued === 1 ? "1 event" : `${formatCount(queued)} events`;
  const will = queued === 0 ? "Nothing is left to send" : `${events} will be sent, behind what is new`;
  if (skipped === 0) return `${will}.`;
  return `${will}; ${skipped === 1 ? "1 has arrived, or is" : `${formatCount(skipped)} have arrived, or are`} on the way.`;
}

/** How far it is; it goes on when the dialog is closed. */
function Begun({ task, expected, onClose }: { task: Task; expected: number; onClose: () => void }) {
  const tasks = useTasks(task.endpointId);
  // The button that was pressed is gone, and the focus with it.
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    close.current?.focus();
  }, []);
  const current = tasks.data?.data.find(({ id }) => id === task.id) ?? task;
  return (
    <Stack gap="md">
      <TaskProgressBar task={current} expected={expected} />
      <Text size="sm" c="dimmed">
        Each is a new delivery in the message history. This goes on when the dialog is closed, also over a
        restart of the server.
      </Text>
      <Group justify="flex-end">
        <Button ref={close} onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
