import { Alert } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { Event } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { CodeView } from "../../parts/code-view.tsx";
import { Facts } from "../../parts/facts.tsx";
import { formatTime } from "../../parts/format.ts";
import { Tags } from "../../parts/tags.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import classes from "./event.module.css";

/** What happened: the event itself. */
export function EventData({ event }: { event: Event }) {
  return (
    <div className={classes.halves}>
      <Card title="Event">
        <EventFacts event={event} />
      </Card>
      <Card title="Data">
        {event.data === null ? (
          <Alert color="gray" variant="light" icon={<IconEraser />} title="The data was erased">
            What happened and to whom it was delivered is still known, what it said is not.
          </Alert>
        ) : (
          <CodeView text={JSON.stringify(event.data)} label="The event's data" height="32rem" />
        )}
      </Card>
    </div>
  );
}

function EventFacts({ event }: { event: Event }) {
  const { can } = useSession();
  const { type, timestamp, createdAt, tags, sourceId } = event;
  return (
    <Facts
      rows={[
        [
          "Type",
          <Link key="type" className={classes.link} href={pathTo(pagePaths.eventType, { name: type })}>
            {type}
          </Link>,
        ],
        ["Happened", formatTime(timestamp)],
        ["Received", formatTime(createdAt)],
        ["Tags", tags.length === 0 ? "None" : <Tags key="tags" tags={tags} />],
        [
          "From",
          sourceId !== null && can("view") ? <Source key="source" id={sourceId} /> : fromWords(sourceId),
        ],
      ]}
    />
  );
}

const fromWords = (sourceId: string | null): string =>
  sourceId === null ? "Published over the API" : "A source";

/** The source that received it, by its name. */
function Source({ id }: { id: string }) {
  const source = useQuery({
    queryKey: ["sources", "one", id],
    queryFn: ({ signal }) => read(api.GET("/api/v1/sources/{id}", { params: { path: { id } }, signal })),
    staleTime: 60_000,
    retry: false,
  });
  return (
    <Link className={classes.link} href={pathTo(pagePaths.source, { id })}>
      {source.data?.name ?? id}
    </Link>
  );
}
