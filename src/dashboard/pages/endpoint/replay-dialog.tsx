import { Checkbox, Stack, TagsInput, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Endpoint } from "../../api/shapes.ts";
import { useCatalogue } from "../../parts/catalogue.ts";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { TaskDialog, TaskOrderForm } from "./task-dialog.tsx";
import type { TaskOrder } from "./task-queries.ts";
import { useTaskWindow, WindowFields } from "./task-window.tsx";

interface ReplayDialogProps {
  endpoint: Endpoint;
  isOpen: boolean;
  onClose: () => void;
}

/** Sends events of the past, also those from before the endpoint was there. */
export function ReplayDialog(props: ReplayDialogProps) {
  return (
    <TaskDialog {...props} title={`Replay events to ${endpointLabel(props.endpoint)}`}>
      <Replay {...props} />
    </TaskDialog>
  );
}

/** Made anew whenever the dialog opens. */
function Replay({ endpoint, onClose }: ReplayDialogProps) {
  const [value, change, window] = useTaskWindow("24h");
  const [types, setTypes] = useState<string[]>([]);
  const [onlyMissing, setOnlyMissing] = useState(true);
  const catalogue = useCatalogue();
  const order = useMemo((): TaskOrder => {
    const eventTypes = types.length === 0 ? null : types;
    return { kind: "replay", request: { ...window, eventTypes, onlyMissing } };
  }, [window, types, onlyMissing]);
  return (
    <TaskOrderForm
      endpoint={endpoint}
      order={order}
      verb="Replay"
      nothing="No event of this time is missing."
      onClose={onClose}
    >
      <Text size="sm" c="var(--text-soft)">
        Events that the endpoint would get today are sent to it, the oldest first: also those that were
        published before it was there.
      </Text>
      <Stack gap="sm">
        <WindowFields value={value} onChange={change} />
        <TagsInput
          label="Event types"
          description="All that it subscribes to, if left empty. Patterns such as order.* are fine."
          placeholder={types.length === 0 ? "All" : ""}
          maxDropdownHeight={220}
          value={types}
          onChange={setTypes}
          data={(catalogue.data?.types ?? []).map(({ name }) => name)}
        />
        <Checkbox
          label="Only what it never got"
          description="Without this, events that were delivered before are sent a second time."
          checked={onlyMissing}
          onChange={(event) => setOnlyMissing(event.currentTarget.checked)}
        />
      </Stack>
    </TaskOrderForm>
  );
}
