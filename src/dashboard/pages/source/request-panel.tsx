import { Drawer, Skeleton, Stack, Text } from "@mantine/core";
import type { SourceRequest } from "../../api/shapes.ts";
import { CodeView } from "../../parts/code-view.tsx";
import { CopiedId } from "../../parts/copied-id.tsx";
import { Facts } from "../../parts/facts.tsx";
import { formatTime } from "../../parts/format.ts";
import { RequestVerdict } from "../../parts/source-status.tsx";
import { pagePaths, pathTo } from "../../paths.ts";

/** More events than these are counted: a batch may have made a thousand. */
const eventsShownMax = 50;

/** Why there is no body to show. */
const noBody: Record<SourceRequest["verdict"], string> = {
  accepted: "The body is kept no more: an event of it was erased, or retention took it.",
  duplicate: "The body is with the request that came first.",
  rejected: "No body is kept of what was rejected: nobody knows whom it came from.",
};

/** One request: who sent it, what became of it, and its body. */
export function RequestPanel(props: {
  /** Empty: closed. */
  id: string;
  /** Of the source. */
  name: string;
  found: SourceRequest | null;
  isLoading: boolean;
  onClose: () => void;
}) {
  const { id, name, found, isLoading, onClose } = props;
  return (
    <Drawer
      opened={id !== ""}
      onClose={onClose}
      position="right"
      size="36rem"
      title={<Text fw={600}>{`Request to ${name}`}</Text>}
    >
      {found !== null ? (
        <Shown request={found} />
      ) : isLoading ? (
        <Skeleton height={240} radius="md" />
      ) : (
        <Text size="sm" c="var(--text-soft)">
          This request is not on this page of the list: newer ones have come, or it is kept no more.
        </Text>
      )}
    </Drawer>
  );
}

function Shown({ request }: { request: SourceRequest }) {
  const { id, at, address, verdict, reason, eventIds, body } = request;
  return (
    <Stack gap="lg">
      <Facts
        rows={[
          ["Verdict", <RequestVerdict key="verdict" verdict={verdict} />],
          ...(reason === null ? [] : [["Reason", reason] as const]),
          ["Received", formatTime(at)],
          ["From", address ?? "unknown"],
          ["Request", <CopiedId key="request" id={id} what="the request's id" />],
          [eventIds.length === 1 ? "Event" : "Events", <Events key="events" ids={eventIds} />],
        ]}
      />
      {body === null ? (
        <Text size="sm" c="dimmed">
          {noBody[verdict]}
        </Text>
      ) : (
        <div>
          <Text size="sm" fw={550} mb={6}>
            Body
          </Text>
          {body === "" ? (
            <Text size="sm" c="dimmed">
              It was empty.
            </Text>
          ) : (
            <CodeView text={body} label="The request's body" height="32rem" />
          )}
        </div>
      )}
    </Stack>
  );
}

function Events({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return "None";
  const rest = ids.length - eventsShownMax;
  return (
    <Stack gap={2}>
      {ids.slice(0, eventsShownMax).map((id) => (
        <CopiedId key={id} id={id} what="the event's id" href={pathTo(pagePaths.event, { id })} />
      ))}
      {rest > 0 && <Text size="xs" c="dimmed">{`and ${rest} more`}</Text>}
    </Stack>
  );
}
