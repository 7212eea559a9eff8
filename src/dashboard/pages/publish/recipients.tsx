import { Skeleton, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, read } from "../../api/client.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { EndpointName } from "../../parts/endpoint-name.tsx";
import { isTypeName } from "../../parts/event-type-input.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { EndpointStatus } from "../../parts/status.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import classes from "./publish.module.css";

/** How many are named; the server is asked for one more. */
const namedMax = 10;
const typingMs = 300;

/** To whom the event will go, before it is published. */
export function Recipients({ type, endpointIds }: { type: string; endpointIds: readonly string[] }) {
  const [asked] = useDebouncedValue(type, typingMs);
  if (endpointIds.length > 0) {
    return (
      <Card title="Goes to">
        <ul className={classes.recipients}>
          {endpointIds.map((id) => (
            <li key={id}>
              <EndpointName id={id} className={classes.name} />
            </li>
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Card title="Goes to">
      {isTypeName(asked) ? (
        <Subscribers type={asked} />
      ) : (
        <p className={classes.hint}>Choose a type to see which endpoints subscribe to it.</p>
      )}
    </Card>
  );
}

function Subscribers({ type }: { type: string }) {
  const subscribers = useQuery({
    queryKey: ["endpoints", "subscribed", type],
    queryFn: ({ signal }) => {
      const query = { eventType: type, limit: namedMax + 1 };
      return read(api.GET("/api/v1/endpoints", { params: { query }, signal }));
    },
  });
  const skeleton = (
    <Stack gap="sm">
      <Skeleton height={14} width="70%" />
      <Skeleton height={14} width="55%" />
    </Stack>
  );
  return (
    <Loaded query={subscribers} what="The endpoints" skeleton={skeleton}>
      {({ data }) =>
        data.length === 0 ? (
          <p className={classes.hint}>
            No endpoint subscribes to {type}. The event is stored all the same, and can be sent later.
          </p>
        ) : (
          <>
            <ul className={classes.recipients}>
              {data.slice(0, namedMax).map((endpoint) => (
                <li key={endpoint.id}>
                  <Link className={classes.name} href={pathTo(pagePaths.endpoint, { id: endpoint.id })}>
                    {endpointLabel(endpoint)}
                  </Link>
                  <EndpointStatus endpoint={endpoint} />
                </li>
              ))}
            </ul>
            <Remarks endpoints={data} />
          </>
        )
      }
    </Loaded>
  );
}

/** Why not everyone on the list may get it. */
function Remarks({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const remarks = [
    ...(endpoints.length > namedMax ? ["And others."] : []),
    ...(endpoints.some(({ filter }) => filter !== null)
      ? ["Those with a filter get it only if its data passes."]
      : []),
    ...(endpoints.some(({ status }) => status === "disabled") ? ["Disabled ones do not get it."] : []),
    ...(endpoints.some(({ status }) => status === "paused")
      ? ["Paused ones get it once they are resumed."]
      : []),
  ];
  if (remarks.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt="sm">
      {remarks.join(" ")}
    </Text>
  );
}
