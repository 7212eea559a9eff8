import { Checkbox, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Endpoint } from "../../api/shapes.ts";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { TaskDialog, TaskOrderForm } from "./task-dialog.tsx";
import type { TaskOrder } from "./task-queries.ts";
import { useTaskWindow, WindowFields } from "./task-window.tsx";

interface RecoverDialogProps {
  endpoint: Endpoint;
  isOpen: boolean;
  onClose: () => void;
}

/** Sends again what failed, and what a disable canceled. */
export function RecoverDialog(props: RecoverDialogProps) {
  return (
    <TaskDialog {...props} title={`Recover what failed at ${endpointLabel(props.endpoint)}`}>
      <Recover {...props} />
    </TaskDialog>
  );
}

/** Made anew whenever the dialog opens. */
function Recover({ endpoint, onClose }: RecoverDialogProps) {
  // Who comes back to a receiver that broke down before the weekend finds all of it.
  const [value, change, window] = useTaskWindow("7d");
  const [takesCanceled, setTakesCanceled] = useState(true);
  const order = useMemo((): TaskOrder => {
    const statuses = takesCanceled ? (["failed", "canceled"] as const) : (["failed"] as const);
    return { kind: "recover", request: { ...window, statuses: [...statuses] } };
  }, [window, takesCanceled]);
  return (
    <TaskOrderForm
      endpoint={endpoint}
      order={order}
      verb="Recover"
      nothing="Nothing failed in this time. Choose a longer one, if it was before."
      onClose={onClose}
    >
      <Text size="sm" c="var(--text-soft)">
        Each event whose delivery failed is sent again, once, the oldest first. What has arrived since is
        passed over.
      </Text>
      <Stack gap="sm">
        <WindowFields value={value} onChange={change} />
        <Checkbox
          label="Also what was canceled while the endpoint was disabled"
          checked={takesCanceled}
          onChange={(event) => setTakesCanceled(event.currentTarget.checked)}
        />
      </Stack>
    </TaskOrderForm>
  );
}
