import { NativeSelect, Text, UnstyledButton } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Delivery, Event } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { Card } from "../../parts/card.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { useEndpointLabel } from "../../parts/endpoint-name.tsx";
import { useFilters } from "../../parts/filters.ts";
import { Nothing } from "../../parts/nothing.tsx";
import { useNow } from "../../parts/now.ts";
import { usePages } from "../../parts/pages.ts";
import { triggerWords } from "../../parts/payload-panel/delivery-words.ts";
import { usePanelAddress } from "../../parts/payload-panel/panel-address.ts";
import { AttemptOutcome, DeliveryStatus } from "../../parts/status.tsx";
import { Time } from "../../parts/time.tsx";
import classes from "./event.module.css";

const statuses = ["pending", "succeeded", "failed", "canceled"] as const;
type Status = (typeof statuses)[number];
const statusOf = (text: string): Status | undefined => statuses.find((status) => status === text);

/** Why it ended without success, in few words. */
const reasonShort: Record<NonNullable<Delivery["reason"]>, string> = {
  exhausted: "All attempts failed",
  expired: "Pending for too long",
  gone: "Receiver is gone",
  endpoint_disabled: "Endpoint disabled",
  manual: "Canceled by hand",
};

/** An event's deliveries, to every endpoint. A row opens what was sent and what came back. */
export function EventDeliveries({ event }: { event: Event }) {
  const [filters, change] = useFilters(["status"]);
  const status = statusOf(filters.status);
  const pages = usePages(`${event.id} ${status}`);
  const deliveries = useQuery({
    queryKey: ["deliveries", "of-event", event.id, status ?? null, pages.cursor ?? null],
    queryFn: ({ signal }) => {
      const query = { eventId: event.id, status, limit: 20, cursor: pages.cursor };
      return read(api.GET("/api/v1/deliveries", { params: { query }, signal }));
    },
    refetchInterval: event.deliveries.pending > 0 ? refreshEvery.often : refreshEvery.seldom,
    placeholderData: (before, query) => (query?.queryKey[2] === event.id ? before : undefined),
  });
  const panel = usePanelAddress();
  const open = ({ id }: Delivery) => panel.open({ kind: "delivery", id });
  return (
    <Card
      title="Deliveries"
      padding="flush"
      aside={
        <NativeSelect
          aria-label="Deliveries shown"
          size="xs"
          value={status ?? ""}
          onChange={({ currentTarget: { value } }) => change({ status: value })}
          data={[
            { value: "", label: "All" },
            ...statuses.map((value) => ({
              value,
              label: `${value[0]?.toUpperCase()}${value.slice(1)} (${event.deliveries[value]})`,
            })),
          ]}
        />
      }
    >
      <DataTable
        name="Deliveries"
        query={deliveries}
        columns={columnsWith(open)}
        rowKey={({ id }) => id}
        pages={pages}
        skeletonRows={3}
        onOpen={open}
        empty={<NoDeliveries status={status} />}
      />
    </Card>
  );
}

function columnsWith(open: (delivery: Delivery) => void): readonly Column<Delivery>[] {
  return [
    { name: "Endpoint", cell: (delivery) => <Endpoint delivery={delivery} open={open} /> },
    { name: "Status", width: "7rem", cell: ({ status }) => <DeliveryStatus status={status} /> },
    {
      name: "Last answer",
      cell: ({ lastOutcome, lastResponseStatus }) =>
        lastOutcome === null ? (
          <span className={classes.soft}>None yet</span>
        ) : (
          <AttemptOutcome attempt={{ outcome: lastOutcome, responseStatus: lastResponseStatus }} />
        ),
    },
    {
      name: "Attempts",
      cell: ({ attemptCount, maxAttempts }) => (
        <>
          {attemptCount} of {maxAttempts}
          <Text span inherit hiddenFrom="sm">
            {" attempts"}
          </Text>
        </>
      ),
    },
    { name: "When", small: "wide", cell: (delivery) => <Next delivery={delivery} /> },
  ];
}

function Endpoint({ delivery, open }: { delivery: Delivery; open: (delivery: Delivery) => void }) {
  const label = useEndpointLabel(delivery.endpointId);
  const { trigger } = delivery;
  return (
    <>
      <UnstyledButton className={classes.open} onClick={() => open(delivery)}>
        <span className="visually-hidden">Open the delivery to </span>
        {label}
      </UnstyledButton>
      {trigger !== "event" && <span className={classes.soft}> · {triggerWords[trigger]}</span>}
    </>
  );
}

function Next({ delivery }: { delivery: Delivery }) {
  const { status, reason, attemptCount, nextAttemptAt, completedAt } = delivery;
  const now = useNow();
  if (status === "pending") {
    if (nextAttemptAt === null || Date.parse(nextAttemptAt) <= now) return "Due: waits for its turn";
    return (
      <span>
        {attemptCount === 0 ? "Sent " : "Tried again "}
        <Time at={nextAttemptAt} />
      </span>
    );
  }
  return (
    <span className={classes.soft}>
      {reason === null ? "Ended " : `${reasonShort[reason]}, `}
      {completedAt !== null && <Time at={completedAt} />}
    </span>
  );
}

function NoDeliveries({ status }: { status: Status | undefined }) {
  return status === undefined ? (
    <Nothing
      icon={IconSend}
      size="sm"
      title="No endpoint wanted this event"
      description="None subscribes to its type, or their filters passed it over. Send it to one with Send again."
    />
  ) : (
    <Nothing
      icon={IconSend}
      size="sm"
      title={`None is ${status}`}
      description="Choose another state above, or all."
    />
  );
}
