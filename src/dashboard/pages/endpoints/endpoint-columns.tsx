import { Tooltip } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Endpoint } from "../../api/shapes.ts";
import type { Column } from "../../parts/data-table.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { formatShare } from "../../parts/format.ts";
import { useNow } from "../../parts/now.ts";
import { EndpointStatus } from "../../parts/status.tsx";
import { isPoor } from "../../parts/success-rate.ts";
import { pagePaths, pathTo } from "../../paths.ts";
import classes from "./endpoints.module.css";
import { healthLine } from "./health-line.ts";

/** How many event types a row names before it only counts them. */
const tagsShownMax = 3;

export const endpointColumns: readonly Column<Endpoint>[] = [
  { name: "Endpoint", width: "30%", cell: (endpoint) => <NameAndUrl endpoint={endpoint} /> },
  {
    name: "Status",
    small: "wide",
    cell: (endpoint) => <EndpointStatus endpoint={endpoint} />,
  },
  { name: "Event types", small: "wide", cell: ({ eventTypes }) => <EventTypeTags patterns={eventTypes} /> },
  { name: "Health", width: "24%", cell: (endpoint) => <Health endpoint={endpoint} /> },
  {
    name: "Success, 24 h",
    align: "right",
    cell: ({ health: { successRate24h } }) => <SuccessRate rate={successRate24h} />,
  },
];

function NameAndUrl({ endpoint }: { endpoint: Endpoint }) {
  const { id, url } = endpoint;
  return (
    <div className={classes.name}>
      <Link className="name-link" href={pathTo(pagePaths.endpoint, { id })}>
        {endpointLabel(endpoint)}
      </Link>
      <a className={classes.url} href={url} target="_blank" rel="noreferrer noopener" title={url}>
        <span className="truncate">{url}</span>
        <IconExternalLink size={12} aria-label="opens in a new tab" />
      </a>
    </div>
  );
}

function EventTypeTags({ patterns }: { patterns: readonly string[] }) {
  const rest = patterns.slice(tagsShownMax);
  return (
    <ul className={classes.tags} aria-label="Event types">
      {patterns.slice(0, tagsShownMax).map((pattern) => (
        <li key={pattern} className={classes.tag} title={pattern}>
          {pattern === "*" ? "All events" : pattern}
        </li>
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.slice(0, 30).join(", ")}>
          <li className={classes.tag}>+{rest.length}</li>
        </Tooltip>
      )}
    </ul>
  );
}

function Health({ endpoint }: { endpoint: Endpoint }) {
  const now = useNow();
  const { lastError } = endpoint.health;
  const line = <span className={classes.health}>{healthLine(endpoint, now)}</span>;
  return lastError !== null && endpoint.health.state !== "healthy" ? (
    <Tooltip label={lastError}>{line}</Tooltip>
  ) : (
    line
  );
}

function SuccessRate({ rate }: { rate: number | null }) {
  if (rate === null) return <span className={`${classes.rate} ${classes.none}`}>–</span>;
  return (
    <span className={`${classes.rate} ${isPoor(rate) ? classes.badRate : ""}`}>
      <span className={classes.onlySmall}>24 h: </span>
      {formatShare(rate)}
    </span>
  );
}
