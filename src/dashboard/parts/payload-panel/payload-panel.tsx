import { Drawer, Skeleton, Stack } from "@mantine/core";
import { useState } from "react";
import { ProblemView } from "../problem-view.tsx";
import { useAttempt, useAttemptsOf, useDelivery } from "./delivery-queries.ts";
import { DeliveryView } from "./delivery-view.tsx";
import { type PanelAddress, usePanelAddress } from "./panel-address.ts";

/**
 * A delivery with all of its attempts, what was sent and what came back, beside the page: wherever the address has
 * `?attempt=` or `?delivery=`. A page that shows deliveries has it once, and opens it by `usePanelAddress`.
 */
export function PayloadPanel() {
  const { address, close } = usePanelAddress();
  // While the panel slides out, it shows what it showed.
  const [shown, setShown] = useState<PanelAddress | null>(address);
  if (address !== null && (address.kind !== shown?.kind || address.id !== shown.id)) setShown(address);
  return (
    <Drawer.Root opened={address !== null} onClose={close} position="right" size="60rem">
      <Drawer.Overlay />
      {shown && <PanelContent address={shown} />}
    </Drawer.Root>
  );
}

function PanelContent({ address }: { address: PanelAddress }) {
  const named = useAttempt(address.kind === "attempt" ? address.id : null);
  const deliveryId = address.kind === "delivery" ? address.id : (named.data?.deliveryId ?? null);
  const delivery = useDelivery(deliveryId);
  const attempts = useAttemptsOf(deliveryId, delivery.data?.status);
  const failed = [named, delivery, attempts].find(({ isError, data }) => isError && data === undefined);
  const type = delivery.data?.eventType ?? named.data?.eventType;
  return (
    <Drawer.Content>
      <Drawer.Header>
        <Drawer.Title fw={600}>{type === undefined ? "Delivery" : `Delivery of ${type}`}</Drawer.Title>
        <Drawer.CloseButton aria-label="Close the panel" />
      </Drawer.Header>
      <Drawer.Body>
        {failed ? (
          <ProblemView what="The delivery" error={failed.error} onRetry={() => void failed.refetch()} />
        ) : delivery.data && attempts.data ? (
          <DeliveryView
            delivery={delivery.data}
            attempts={attempts.data}
            attemptId={address.kind === "attempt" ? address.id : (attempts.data.at(-1)?.id ?? null)}
          />
        ) : (
          <PanelSkeleton />
        )}
      </Drawer.Body>
    </Drawer.Content>
  );
}

function PanelSkeleton() {
  return (
    <Stack role="status" aria-label="Loading: the delivery" gap="lg">
      <Skeleton height={72} radius="md" />
      <Skeleton height={140} radius="md" />
      <Skeleton height={220} radius="md" />
    </Stack>
  );
}
