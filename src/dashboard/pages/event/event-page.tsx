import { SimpleGrid, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { parseExactly } from "../../../domain/json-text.ts";
import { api, read } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useSession } from "../../api/session.ts";
import type { Event } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { CopiedId } from "../../parts/copied-id.tsx";
import { Figure } from "../../parts/figure.tsx";
import { formatCount } from "../../parts/format.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { PayloadPanel } from "../../parts/payload-panel/payload-panel.tsx";
import { ProblemView } from "../../parts/problem-view.tsx";
import { pagePaths } from "../../paths.ts";
import { EventActions } from "./event-actions.tsx";
import { EventData } from "./event-data.tsx";
import { EventDeliveries } from "./event-deliveries.tsx";
import { EventState } from "./event-state.tsx";
import { NoSuchEvent } from "./no-such-event.tsx";

const back = { to: pagePaths.events, label: "Events" };

/** One event: what happened, and what became of it at every endpoint. */
export function EventPage({ params: { id = "" } }: { params: Readonly<Record<string, string>> }) {
  const event = useQuery({
    queryKey: ["events", "one", id],
    queryFn: async ({ signal }) => {
      const params = { path: { id } };
      // As text: parsing must not round the numbers of the data.
      const text = await read(api.GET("/api/v1/events/{id}", { params, signal, parseAs: "text" }));
      return parseExactly(text) as Event;
    },
    refetchInterval: ({ state }) =>
      (state.data?.deliveries.pending ?? 0) > 0 ? refreshEvery.often : refreshEvery.seldom,
  });
  if (event.data !== undefined) return <Shown event={event.data} />;
  if (!event.isError) return <PageSkeleton />;
  return event.error instanceof ApiProblem && event.error.code === "not_found" ? (
    <NoSuchEvent id={id} back={back} />
  ) : (
    <PageFrame title="Event" back={back}>
      <ProblemView what="The event" error={event.error} onRetry={() => void event.refetch()} />
    </PageFrame>
  );
}

function Shown({ event }: { event: Event }) {
  const { can } = useSession();
  return (
    <PageFrame
      title={event.type}
      mark={<EventState deliveries={event.deliveries} />}
      description={<CopiedId id={event.id} what="the event's id" />}
      back={back}
      actions={can("administer") && <EventActions event={event} />}
    >
      <Stack gap="md">
        <Counts deliveries={event.deliveries} />
        {can("view") && <EventDeliveries event={event} />}
        <EventData event={event} />
      </Stack>
      {can("view") && <PayloadPanel />}
    </PageFrame>
  );
}

function Counts({ deliveries: { pending, succeeded, failed, canceled } }: Pick<Event, "deliveries">) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md">
      <Figure label="Succeeded" value={formatCount(succeeded)} />
      <Figure label="Pending" value={formatCount(pending)} />
      <Figure label="Failed" value={formatCount(failed)} tone={failed > 0 ? "bad" : undefined} />
      <Figure label="Canceled" value={formatCount(canceled)} />
    </SimpleGrid>
  );
}
