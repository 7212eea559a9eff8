import { Menu } from "@mantine/core";
import { IconBroadcast, IconEye, IconRefresh } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { Attempt } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { pagePaths, pathTo } from "../../paths.ts";
import { CopiedId } from "../copied-id.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { EndpointName } from "../endpoint-name.tsx";
import { formatDuration } from "../format.ts";
import { type Pages, usePages } from "../pages.ts";
import { triggerWords } from "../payload-panel/delivery-words.ts";
import { usePanelAddress } from "../payload-panel/panel-address.ts";
import { canBeResent, useResend } from "../payload-panel/resend.ts";
import { RowMenu } from "../row-menu.tsx";
import { AttemptOutcome } from "../status.tsx";
import { Time } from "../time.tsx";
import type { AttemptQuery } from "./attempt-filters.ts";
import { firstLineOf } from "./first-line.ts";
import classes from "./message-history.module.css";

/** Attempts, the newest first. A row opens the payload panel, its menu sends again. */
export function MessageHistory(props: {
  /** What the list is narrowed to. */
  query: AttemptQuery;
  /** Whether the endpoint is told by the page already. */
  of: "all" | "endpoint";
  empty: ReactNode;
  rows?: number;
}) {
  const { query, of, empty, rows = 25 } = props;
  const pages = usePages(JSON.stringify(query));
  const attempts = useAttempts(query, pages, rows);
  const { open } = usePanelAddress();
  return (
    <DataTable
      name="Message history"
      query={attempts}
      columns={of === "all" ? [type, endpoint, status, time, duration, message, menu] : ofOneEndpoint}
      rowKey={({ id }) => id}
      onOpen={({ id }) => open({ kind: "attempt", id })}
      pages={pages}
      empty={empty}
      skeletonRows={8}
    />
  );
}

function useAttempts(filter: AttemptQuery, { cursor }: Pages, limit: number) {
  return useQuery({
    queryKey: ["attempts", "list", filter, limit, cursor],
    queryFn: ({ signal }) => {
      const query = { ...filter, limit, cursor };
      return read(api.GET("/api/v1/attempts", { params: { query }, signal }));
    },
    // What is new is on the first page.
    refetchInterval: cursor === undefined && refreshEvery.often,
    placeholderData: keepPreviousData,
  });
}

const type: Column<Attempt> = {
  name: "Event type",
  width: "32%",
  cell: (attempt) => <TypeCell attempt={attempt} />,
};
const status: Column<Attempt> = {
  name: "Status",
  cell: (attempt) => <AttemptOutcome attempt={attempt} />,
};
const endpoint: Column<Attempt> = {
  name: "Endpoint",
  cell: ({ endpointId }) => <EndpointName id={endpointId} className={classes.endpoint} />,
};
const time: Column<Attempt> = {
  name: "Time",
  cell: ({ startedAt }) => (
    <span className={classes.time}>
      <Time at={startedAt} />
    </span>
  ),
};
const duration: Column<Attempt> = {
  name: "Duration",
  align: "right",
  cell: ({ durationMs }) => <span className={classes.time}>{formatDuration(durationMs)}</span>,
};
const message: Column<Attempt> = {
  name: "Message id",
  width: "10.5rem",
  small: "hidden",
  cell: ({ eventId }) => (
    <span className={classes.message}>
      <CopiedId id={eventId} what="the message's id" />
    </span>
  ),
};
const menu: Column<Attempt> = {
  name: "Actions",
  align: "right",
  width: "3rem",
  small: "corner",
  cell: (attempt) => <AttemptMenu attempt={attempt} />,
};
const ofOneEndpoint: readonly Column<Attempt>[] = [
  type,
  status,
  time,
  { ...duration, small: "hidden" },
  message,
  menu,
];

/** What was sent, and the first line of what came back. */
function TypeCell({ attempt }: { attempt: Attempt }) {
  const { open } = usePanelAddress();
  const { id, eventType, number, trigger } = attempt;
  const line = firstLineOf(attempt);
  return (
    <div className={classes.type}>
      <button
        type="button"
        className={classes.name}
        aria-haspopup="dialog"
        onClick={() => open({ kind: "attempt", id })}
      >
        {eventType}
      </button>
      {number > 1 && <span className={classes.mark}>Attempt {number}</span>}
      {trigger !== "event" && <span className={classes.mark}>{triggerWords[trigger]}</span>}
      {line !== "" && <span className={classes.line}>{line}</span>}
    </div>
  );
}

function AttemptMenu({ attempt }: { attempt: Attempt }) {
  const { id, deliveryId, eventId, eventType } = attempt;
  const { open } = usePanelAddress();
  const { can } = useSession();
  const resend = useResend();
  return (
    <RowMenu label={`Actions: ${eventType}, ${eventId}`}>
      <Menu.Item leftSection={<IconEye size={15} />} onClick={() => open({ kind: "attempt", id })}>
        Show payload
      </Menu.Item>
      <Menu.Item
        leftSection={<IconBroadcast size={15} />}
        component={Link}
        href={pathTo(pagePaths.event, { id: eventId })}
      >
        Go to the event
      </Menu.Item>
      {can("administer") && canBeResent(attempt) && (
        <Menu.Item leftSection={<IconRefresh size={15} />} onClick={() => resend.mutate({ id: deliveryId })}>
          Resend
        </Menu.Item>
      )}
    </RowMenu>
  );
}
