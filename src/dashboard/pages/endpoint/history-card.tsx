import { Anchor } from "@mantine/core";
import { IconFilterOff, IconSend } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Endpoint } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { AttemptFilterBar } from "../../parts/message-history/attempt-filter-bar.tsx";
import { historyPath, useAttemptFilters } from "../../parts/message-history/attempt-filters.ts";
import { MessageHistory } from "../../parts/message-history/message-history.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import classes from "./endpoint.module.css";

/** What was sent to the endpoint. */
export function HistoryCard({ endpoint }: { endpoint: Endpoint }) {
  const { id } = endpoint;
  const filters = useAttemptFilters(id);
  return (
    <Card
      title="Message history"
      padding="flush"
      aside={
        <Anchor size="sm" component={Link} href={historyPath({ endpoint: id })}>
          All filters
        </Anchor>
      }
    >
      <div className={classes.filters}>
        <AttemptFilterBar of="endpoint" filters={filters} />
      </div>
      <MessageHistory
        of="endpoint"
        query={filters.query}
        rows={10}
        empty={
          filters.isNarrowed ? (
            <Nothing
              icon={IconFilterOff}
              size="sm"
              title="No attempt matches"
              description="Widen the time or take a filter away."
            />
          ) : (
            <Nothing
              icon={IconSend}
              size="sm"
              title="Nothing was sent to it yet"
              description="Send a test event, or publish one that it subscribes to: the attempt shows up here at once."
            />
          )
        }
      />
    </Card>
  );
}
