import { SegmentedControl, Text, UnstyledButton } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { Source, SourceRequest } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { useFilters } from "../../parts/filters.ts";
import { Nothing } from "../../parts/nothing.tsx";
import { RequestVerdict } from "../../parts/source-status.tsx";
import { Time } from "../../parts/time.tsx";
import { RequestPanel } from "./request-panel.tsx";
import { isVerdict, useRequests } from "./request-queries.ts";
import classes from "./source.module.css";

/** What arrived and what became of it: the answer to "why did my webhook not arrive?". */
export function RequestList({ source: { id, name } }: { source: Source }) {
  const [{ verdict: asked, request }, change] = useFilters(["verdict", "request"]);
  const verdict = isVerdict(asked) ? asked : undefined;
  const { query, pages } = useRequests(id, verdict);
  const open = (one: SourceRequest) => change({ request: one.id });
  return (
    <Card
      title="Requests"
      padding="flush"
      aside={
        <SegmentedControl
          aria-label="Requests shown"
          size="xs"
          value={verdict ?? ""}
          onChange={(value) => change({ verdict: value })}
          data={[
            { value: "", label: "All" },
            { value: "accepted", label: "Accepted" },
            { value: "duplicate", label: "Duplicates" },
            { value: "rejected", label: "Rejected" },
          ]}
        />
      }
    >
      <DataTable
        name="Requests"
        query={query}
        pages={pages}
        skeletonRows={4}
        rowKey={(one) => one.id}
        onOpen={open}
        columns={columns(open)}
        empty={<NoRequests verdict={verdict} />}
      />
      <RequestPanel
        id={request}
        name={name}
        found={query.data?.data.find((one) => one.id === request) ?? null}
        isLoading={query.isPending}
        onClose={() => change({ request: "" })}
      />
    </Card>
  );
}

function columns(open: (request: SourceRequest) => void): Column<SourceRequest>[] {
  return [
    {
      name: "When",
      width: "9rem",
      cell: (request) => (
        <UnstyledButton className={classes.open} onClick={() => open(request)}>
          <Time at={request.at} />
        </UnstyledButton>
      ),
    },
    { name: "Verdict", width: "8rem", cell: ({ verdict }) => <RequestVerdict verdict={verdict} /> },
    { name: "What became of it", small: "wide", cell: (request) => becameOf(request) },
    {
      name: "From",
      width: "10rem",
      small: "hidden",
      cell: ({ address }) => (
        <Text span inherit c="dimmed">
          {address ?? "unknown"}
        </Text>
      ),
    },
  ];
}

/** In a few words: how many events, or why none. */
function becameOf({ eventIds, reason, verdict }: SourceRequest): string {
  const { length } = eventIds;
  if (length > 0) return `${length === 1 ? "1 event" : `${length} events`}${reason ? `. ${reason}` : ""}`;
  if (reason !== null) return reason;
  return verdict === "duplicate" ? "Nothing in it was new." : "No event in it.";
}

function NoRequests({ verdict }: { verdict: SourceRequest["verdict"] | undefined }) {
  if (verdict === "rejected") {
    return (
      <Nothing
        icon={IconInbox}
        size="sm"
        title="Nothing was rejected"
        description="Requests that could not be verified show up here with the reason. They are forgotten at a restart."
      />
    );
  }
  if (verdict !== undefined) {
    return (
      <Nothing
        icon={IconInbox}
        size="sm"
        title="None of these"
        description="The last 1,000 requests that were taken are kept."
      />
    );
  }
  return (
    <Nothing
      icon={IconInbox}
      size="sm"
      title="Nothing has arrived yet"
      description="Give the URL to the sender, as described above. What it sends shows up here within seconds, also what is refused."
    />
  );
}
