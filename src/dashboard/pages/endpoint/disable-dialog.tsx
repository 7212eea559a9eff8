import type { Endpoint } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { notify } from "../../parts/notify.ts";
import { useEndpointVerbs } from "./endpoint-queries.ts";

/** Asks before nothing more is sent to an endpoint. */
export function DisableDialog(props: { endpoint: Endpoint; isOpen: boolean; onClose: () => void }) {
  const { endpoint, isOpen, onClose } = props;
  const { disable } = useEndpointVerbs(endpoint);
  const label = endpointLabel(endpoint);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Disable ${label}?`}
      confirmLabel="Disable endpoint"
      onConfirm={async () => {
        await disable();
        notify.done(`${label} is disabled.`);
      }}
    >
      Nothing more is sent to it, and what is pending for it is canceled. What it misses is listed, and can be
      sent when it is enabled again. To hold deliveries for a while without canceling them, pause it instead.
    </ConfirmDialog>
  );
}
