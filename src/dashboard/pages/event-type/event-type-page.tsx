import { Alert, Button, Code, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconArchive, IconMapQuestion } from "@tabler/icons-react";
import { Link } from "wouter";
import { ApiProblem } from "../../api/problem.ts";
import { useSession } from "../../api/session.ts";
import type { EventType } from "../../api/shapes.ts";
import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { noGroup } from "../../parts/catalogue.ts";
import { CodeView } from "../../parts/code-view.tsx";
import { useEventCounts } from "../../parts/event-counts.ts";
import { useEventType } from "../../parts/event-type-entry.ts";
import { Facts } from "../../parts/facts.tsx";
import { formatCount, formatTime } from "../../parts/format.ts";
import { Nothing } from "../../parts/nothing.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { problemLineOf } from "../../parts/problem-line.tsx";
import { ProblemView } from "../../parts/problem-view.tsx";
import { pagePaths } from "../../paths.ts";
import { TypeActions } from "./type-actions.tsx";

const back = { to: pagePaths.eventTypes, label: "Event types" };

/** One entry of the catalogue: what it means, what it looks like, and how often it happens. */
export function EventTypePage({ params: { name = "" } }: { params: Readonly<Record<string, string>> }) {
  const type = useEventType(name);
  if (type.data !== undefined) return <Shown type={type.data} />;
  if (!type.isError) return <PageSkeleton />;
  if (type.error instanceof ApiProblem && type.error.code === "not_found") return <NotListed name={name} />;
  return (
    <PageFrame title={name} back={back}>
      <ProblemView what="The event type" error={type.error} onRetry={() => void type.refetch()} />
    </PageFrame>
  );
}

function Shown({ type }: { type: EventType }) {
  const { name, description, archived, shared, example, schema } = type;
  return (
    <PageFrame
      title={name}
      mark={
        <>
          {archived && <Badge tone="neutral">Archived</Badge>}
          {shared && <Badge tone="info">Shared</Badge>}
        </>
      }
      description={description || "No description yet."}
      back={back}
      actions={<TypeActions type={type} />}
    >
      <Stack gap="md">
        {archived && (
          <Alert color="gray" variant="light" icon={<IconArchive />}>
            Nobody is offered it any more. What is published of it is delivered all the same, except where the
            organization is strict: there it is refused.
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: "start" }}>
          <Stack gap="md">
            <TypeFacts type={type} />
            <Card title="Schema">
              {schema === null ? (
                <Missing what="A JSON Schema says what the data must look like. Strict organizations check against it." />
              ) : (
                <CodeView text={JSON.stringify(schema)} label="Schema" height="36rem" />
              )}
            </Card>
          </Stack>
          <Card title="Example">
            {example === null ? (
              <Missing what="An example is what a test of an endpoint sends, and what publishing by hand begins with." />
            ) : (
              <CodeView text={JSON.stringify(example)} label="Example" height="36rem" />
            )}
          </Card>
        </SimpleGrid>
      </Stack>
    </PageFrame>
  );
}

function TypeFacts({ type }: { type: EventType }) {
  const { can } = useSession();
  const counts = useEventCounts();
  const { name, group, shared, createdAt, updatedAt } = type;
  const published = counts.data?.get(name) ?? 0;
  return (
    <Card title="About">
      <Facts
        rows={[
          ["Group", group ?? noGroup],
          ["Belongs to", shared ? "The instance, for all organizations" : "This organization"],
          ...(can("view")
            ? [
                [
                  "Published",
                  problemLineOf(counts) ?? (counts.data ? `${formatCount(published)} in 7 days` : "…"),
                ] as const,
              ]
            : []),
          ["Added", formatTime(createdAt)],
          ["Changed", formatTime(updatedAt)],
        ]}
      />
      <Text size="sm" mt="md">
        <Link href={`${pagePaths.events}?type=${name}`} style={{ color: "var(--info-text)" }}>
          Events of this type
        </Link>
      </Text>
    </Card>
  );
}

function Missing({ what }: { what: string }) {
  return (
    <Text size="sm" c="dimmed">
      None. {what}
    </Text>
  );
}

/** Published, or linked to, without ever having been described. */
function NotListed({ name }: { name: string }) {
  const { can } = useSession();
  return (
    <PageFrame title={name} back={back}>
      <Nothing
        icon={IconMapQuestion}
        title="This type is not in the catalogue"
        description={
          <>
            <Code>{name}</Code> may be published all the same, unless the organization is strict.
          </>
        }
      >
        <Button component={Link} href={`${pagePaths.events}?type=${name}`} variant="default">
          Events of this type
        </Button>
        {can("administer") && (
          <Button component={Link} href={`${pagePaths.newEventType}?name=${name}`}>
            Describe it
          </Button>
        )}
      </Nothing>
    </PageFrame>
  );
}
