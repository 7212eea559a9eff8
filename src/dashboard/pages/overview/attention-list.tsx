import { Button } from "@mantine/core";
import { IconCircleCheck, IconPlugConnected, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { attentionReason } from "../../parts/attention-reason.ts";
import { Card } from "../../parts/card.tsx";
import { EnableDialog } from "../../parts/enable-dialog.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { SkeletonList } from "../../parts/skeleton-list.tsx";
import { EndpointStatus } from "../../parts/status.tsx";
import { pagePaths, pathTo, pathToLimit } from "../../paths.ts";
import classes from "./list.module.css";

/** How many of each kind are shown: who has more begins with these. */
const shownMax = 5;

/** Those that were disabled by hand are read in vain, so more are asked for. */
const readMax = 100;

/** What needs a person, the worst first. */
const troubles = ["disabled", "failing", "congested"] as const;
type Trouble = (typeof troubles)[number];

interface Attention {
  endpoints: Endpoint[];
  /** Whether there is any endpoint, be it ever so well. */
  hasAny: boolean;
  /** The kinds of which there are more. */
  cut: Trouble[];
}

/** Endpoints that will not get better by themselves, each with the reason and the button that helps. */
export function AttentionList() {
  const attention = useQuery({
    queryKey: ["endpoints", "attention"],
    queryFn: ({ signal }) => readAttention(signal),
    refetchInterval: refreshEvery.seldom,
  });
  const [enabling, setEnabling] = useState<Endpoint | null>(null);
  return (
    <Card title="Needs attention" padding="flush">
      <Loaded query={attention} what="The endpoints" skeleton={<SkeletonList rows={3} />}>
        {({ endpoints, hasAny, cut }) =>
          endpoints.length === 0 ? (
            <NoTrouble hasAny={hasAny} />
          ) : (
            <>
              <ul className={classes.list}>
                {endpoints.map((endpoint) => (
                  <Row key={endpoint.id} endpoint={endpoint} onEnable={() => setEnabling(endpoint)} />
                ))}
              </ul>
              {cut.map((trouble) => (
                <Link key={trouble} className={classes.more} href={listOf(trouble)}>
                  Show all that are {trouble}
                </Link>
              ))}
            </>
          )
        }
      </Loaded>
      <EnableDialog endpoint={enabling} onClose={() => setEnabling(null)} />
    </Card>
  );
}

function NoTrouble({ hasAny }: { hasAny: boolean }) {
  const { can } = useSession();
  if (hasAny) {
    return (
      <Nothing
        icon={IconCircleCheck}
        size="sm"
        title="All endpoints are well"
        description="Those that fail, fall behind or were disabled show up here, with what to do."
      />
    );
  }
  return (
    <Nothing
      icon={IconPlugConnected}
      size="sm"
      title="No endpoints yet"
      description="An endpoint is a URL that receives your events. Those that fail or fall behind show up here."
    >
      {can("administer") && (
        <Button size="sm" component={Link} href={pagePaths.newEndpoint} leftSection={<IconPlus size={16} />}>
          Add endpoint
        </Button>
      )}
    </Nothing>
  );
}

async function readAttention(signal: AbortSignal): Promise<Attention> {
  const found = await Promise.all(troubles.map((trouble) => readTrouble(trouble, signal)));
  const endpoints = found.flatMap((those) => those.slice(0, shownMax));
  return {
    endpoints,
    hasAny: endpoints.length > 0 || (await readHasAny(signal)),
    cut: troubles.filter((_, index) => (found[index]?.length ?? 0) > shownMax),
  };
}

async function readHasAny(signal: AbortSignal): Promise<boolean> {
  const { data } = await read(api.GET("/api/v1/endpoints", { params: { query: { limit: 1 } }, signal }));
  return data.length > 0;
}

async function readTrouble(trouble: Trouble, signal: AbortSignal): Promise<Endpoint[]> {
  const limit = trouble === "disabled" ? readMax : shownMax + 1;
  // One that fails and is paused waits for the person who paused it.
  const status = trouble === "failing" ? "active" : undefined;
  const query = { health: trouble, status, limit } as const;
  const { data } = await read(api.GET("/api/v1/endpoints", { params: { query }, signal }));
  // Whoever disabled an endpoint by hand knows of it.
  return data.filter(({ disabledReason }) => disabledReason !== "manual");
}

/** All that have the trouble, as the list's filter names it. */
function listOf(trouble: Trouble): string {
  const filter = trouble === "disabled" ? "status" : "health";
  return `${pagePaths.endpoints}?${filter}=${trouble}`;
}

function Row({ endpoint, onEnable }: { endpoint: Endpoint; onEnable: () => void }) {
  const { can } = useSession();
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link className="name-link" href={pathTo(pagePaths.endpoint, { id: endpoint.id })}>
          {endpointLabel(endpoint)}
        </Link>
        <p className={classes.reason}>{attentionReason(endpoint)}</p>
      </div>
      <div className={classes.side}>
        <EndpointStatus endpoint={endpoint} />
        {can("administer") && <Help endpoint={endpoint} onEnable={onEnable} />}
      </div>
    </li>
  );
}

function Help({ endpoint, onEnable }: { endpoint: Endpoint; onEnable: () => void }) {
  const { id, health } = endpoint;
  const label = endpointLabel(endpoint);
  switch (health.state) {
    case "disabled":
      return (
        <Button size="compact-xs" variant="light" onClick={onEnable} aria-label={`Enable: ${label}`}>
          Enable
        </Button>
      );
    case "congested":
      return (
        <Button
          size="compact-xs"
          variant="light"
          component={Link}
          href={pathToLimit(id)}
          aria-label={`Change limit: ${label}`}
        >
          Change limit
        </Button>
      );
    default:
      return (
        <Button
          size="compact-xs"
          variant="light"
          component={Link}
          href={pathTo(pagePaths.endpoint, { id })}
          aria-label={`Look into it: ${label}`}
        >
          Look into it
        </Button>
      );
  }
}
