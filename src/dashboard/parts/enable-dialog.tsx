import { Checkbox, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../api/client.ts";
import type { Endpoint } from "../api/shapes.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { endpointLabel } from "./endpoint-label.ts";
import { notify } from "./notify.ts";

/** Lets a disabled endpoint go on, and asks what is to become of the events that it missed. */
export function EnableDialog({ endpoint, onClose }: { endpoint: Endpoint | null; onClose: () => void }) {
  const client = useQueryClient();
  const [recovers, setRecovers] = useState(true);
  const label = endpoint === null ? "" : endpointLabel(endpoint);
  return (
    <ConfirmDialog
      isOpen={endpoint !== null}
      onClose={onClose}
      title={`Enable ${label}?`}
      confirmLabel="Enable endpoint"
      tone="normal"
      onConfirm={async () => {
        const id = endpoint?.id ?? "";
        const body = { recover: recovers };
        await read(api.POST("/api/v1/endpoints/{id}/enable", { params: { path: { id } }, body }));
        await client.invalidateQueries({ queryKey: ["endpoints"] });
        // What it missed is sent by a recovery, which the endpoint's page lists.
        void client.invalidateQueries({ queryKey: ["tasks", id] });
        notify.done(`${label} is enabled.`);
      }}
    >
      <Text size="sm" mb="md">
        New events are sent to it again. If the receiver still fails, it will be disabled again.
      </Text>
      <Checkbox
        checked={recovers}
        onChange={(event) => setRecovers(event.currentTarget.checked)}
        label="Send what it missed"
        description="What was canceled because it was disabled. What failed before that is sent again by Recover failed, on the endpoint's page."
      />
    </ConfirmDialog>
  );
}
