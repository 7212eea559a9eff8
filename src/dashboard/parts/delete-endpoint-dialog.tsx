import { Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api, read } from "../api/client.ts";
import type { Endpoint } from "../api/shapes.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { endpointLabel } from "./endpoint-label.ts";
import { notify } from "./notify.ts";

/** Asks before an endpoint is deleted, and says what goes with it. */
export function DeleteEndpointDialog(props: {
  endpoint: Endpoint | null;
  onClose: () => void;
  /** Before the lists are read again: a page about the endpoint leaves. */
  onDeleted?: () => void;
}) {
  const { endpoint, onClose, onDeleted } = props;
  const client = useQueryClient();
  const label = endpoint === null ? "" : endpointLabel(endpoint);
  return (
    <ConfirmDialog
      isOpen={endpoint !== null}
      onClose={onClose}
      title={`Delete ${label}?`}
      confirmLabel="Delete endpoint"
      onConfirm={async () => {
        const id = endpoint?.id ?? "";
        await read(api.DELETE("/api/v1/endpoints/{id}", { params: { path: { id } } }));
        onDeleted?.();
        notify.done(`${label} is deleted.`);
        await client.invalidateQueries({ queryKey: ["endpoints"] });
      }}
    >
      <Text size="sm" mb="xs">
        Nothing more is sent to <b style={{ overflowWrap: "anywhere" }}>{endpoint?.url}</b>. What is pending
        for it is dropped, and its deliveries and attempts are deleted. Its events stay.
      </Text>
      <Text size="sm">This cannot be undone. To stop it for a while, disable or pause it instead.</Text>
    </ConfirmDialog>
  );
}
