import { Button } from "@mantine/core";
import { IconRefresh, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useSession } from "../../api/session.ts";
import type { DeliveryWithRequest, SentRequest } from "../../api/shapes.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { CopyTextButton } from "../copy-button.tsx";
import { RequestButton } from "../request-button.tsx";
import { curlCommand } from "./curl-command.ts";
import { usePanelAddress } from "./panel-address.ts";
import classes from "./payload-panel.module.css";
import { canBeResent, useCancelDelivery, useResend } from "./resend.ts";

/** What can be done with a delivery. */
export function PanelActions(props: { delivery: DeliveryWithRequest; request: SentRequest }) {
  const { delivery, request } = props;
  const { can } = useSession();
  const { turnTo } = usePanelAddress();
  const resend = useResend();
  const cancel = useCancelDelivery();
  const [isCanceling, setIsCanceling] = useState(false);
  const command = curlCommand(request);
  const isErased = delivery.request.body === null;
  const isPending = delivery.status === "pending";
  return (
    <div className={classes.actions}>
      {can("administer") && canBeResent(delivery) && !isErased && (
        <RequestButton
          size="xs"
          leftSection={<IconRefresh size={14} />}
          isUnderWay={resend.isPending}
          onClick={() => resend.mutate(delivery, { onSuccess: ({ id }) => turnTo({ kind: "delivery", id }) })}
        >
          {isPending ? "Send now" : "Resend"}
        </RequestButton>
      )}
      {command !== null && <CopyTextButton text={command} label="Copy as curl" />}
      {can("administer") && isPending && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconX size={14} />}
          onClick={() => setIsCanceling(true)}
        >
          Cancel delivery
        </Button>
      )}
      <ConfirmDialog
        isOpen={isCanceling}
        onClose={() => setIsCanceling(false)}
        title={`Cancel this delivery of ${delivery.eventType}?`}
        confirmLabel="Cancel delivery"
        onConfirm={() => cancel(delivery)}
      >
        No further attempt is made for it. The event stays, and can be sent again at any time.
      </ConfirmDialog>
    </div>
  );
}
