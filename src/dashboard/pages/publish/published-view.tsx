import { Alert, Button, Group, Text } from "@mantine/core";
import { IconCircleCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { PublishedEvent } from "../../api/shapes.ts";
import { CopiedId } from "../../parts/copied-id.tsx";
import { formatCount } from "../../parts/format.ts";
import { pagePaths, pathTo } from "../../paths.ts";

/** What came of publishing, and the way to the event. */
export function PublishedView({ published }: { published: PublishedEvent }) {
  const { id, type, duplicate } = published;
  const view = useRef<HTMLDivElement>(null);
  // Whoever published it sees what came of it, wherever the page stands.
  useEffect(() => {
    if (published) view.current?.focus();
  }, [published]);
  return (
    <Alert
      ref={view}
      tabIndex={-1}
      role="status"
      color={duplicate ? "brass" : "moss"}
      variant="light"
      icon={duplicate ? <IconCopy /> : <IconCircleCheck />}
      title={duplicate ? "Nothing new was stored" : `${type} is published`}
    >
      <Text size="sm" mb="xs">
        {duplicate
          ? `There is an event with this id already, of the type ${type}: nothing was stored or sent.`
          : wordsOf(published)}
      </Text>
      <CopiedId id={id} what="the event's id" />
      <Group mt="sm">
        <Button component={Link} href={pathTo(pagePaths.event, { id })} size="xs" variant="default">
          Open the event
        </Button>
      </Group>
    </Alert>
  );
}

function wordsOf({ deliveries, canceled }: PublishedEvent): string {
  const sent =
    deliveries === 0
      ? "No endpoint gets it."
      : `On its way to ${deliveries === 1 ? "1 endpoint" : `${formatCount(deliveries)} endpoints`}.`;
  if (canceled === 0) return sent;
  const others = canceled === 1 ? "1 endpoint is" : `${formatCount(canceled)} endpoints are`;
  return `${sent} ${others} disabled and can be sent it later.`;
}
