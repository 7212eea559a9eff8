import { Skeleton, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import { Card } from "../../parts/card.tsx";
import { EndpointName } from "../../parts/endpoint-name.tsx";
import { isTypeName } from "../../parts/event-type-input.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { EndpointStatus } from "../../parts/status.tsx";
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
                  <EndpointName id={endpoint.id} className={classes.name} />
                  <EndpointStatus endpoint={endpoint} />
                </li>
              ))}
            </ul>
            <p className={classes.hint} style={{ marginTop: "0.75rem" }}>
              {data.length > namedMax && "And others. "}
              {data.some(({ filter }) => filter !== null) &&
                "Those with a filter get it only if its data passes. "}
              {data.some(({ status }) => status === "disabled") && "Disabled ones do not get it."}
            </p>
          </>
        )
      }
    </Loaded>
  );
}
