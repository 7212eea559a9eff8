import { Button } from "@mantine/core";
import { IconFilterOff, IconSend } from "@tabler/icons-react";
import { Link } from "wouter";
import { Card } from "../../parts/card.tsx";
import { AttemptFilterBar } from "../../parts/message-history/attempt-filter-bar.tsx";
import { useAttemptFilters } from "../../parts/message-history/attempt-filters.ts";
import { MessageHistory } from "../../parts/message-history/message-history.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { PayloadPanel } from "../../parts/payload-panel/payload-panel.tsx";
import { pagePaths } from "../../paths.ts";

/** Every attempt to every endpoint. */
export function Messages() {
  const filters = useAttemptFilters();
  return (
    <PageFrame
      title="Message history"
      description="Every attempt to deliver an event: what was sent, and what the receiver answered."
    >
      <AttemptFilterBar of="all" filters={filters} />
      <Card padding="flush">
        <MessageHistory
          of="all"
          query={filters.query}
          empty={filters.isNarrowed ? <NothingMatches onClear={filters.clear} /> : <NothingSent />}
        />
      </Card>
      <PayloadPanel />
    </PageFrame>
  );
}

function NothingSent() {
  return (
    <Nothing
      icon={IconSend}
      title="Nothing was sent yet"
      description="Add an endpoint and publish an event, or send a test: each attempt shows up here at once."
    >
      <Button component={Link} href={pagePaths.endpoints} variant="default">
        Go to the endpoints
      </Button>
    </Nothing>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <Nothing
      icon={IconFilterOff}
      title="No attempt matches"
      description="Widen the time or take a filter away. Attempts are kept as long as the organization's retention says."
    >
      <Button variant="default" onClick={onClear}>
        Clear filters
      </Button>
    </Nothing>
  );
}
