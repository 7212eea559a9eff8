import { Link } from "wouter";
import type { EventType } from "../../api/shapes.ts";
import { Badge } from "../../parts/badge.tsx";
import { formatCount } from "../../parts/format.ts";
import { pagePaths, pathTo } from "../../paths.ts";
import classes from "./event-types.module.css";

/** A type in the list. @param published in the last seven days; absent: not known */
export function TypeRow({ type, published }: { type: EventType; published?: number | undefined }) {
  const { name, description, archived, shared, schema } = type;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.title}>
          <Link className="name-link" href={pathTo(pagePaths.eventType, { name })}>
            {name}
          </Link>
          {archived && <Badge tone="neutral">Archived</Badge>}
          {shared && <Badge tone="info">Shared</Badge>}
        </span>
        <p className={classes.description}>{description || "No description"}</p>
      </div>
      <div className={classes.side}>
        {published !== undefined && <span>{formatCount(published)} in 7 days</span>}
        {schema !== null && <span>With schema</span>}
      </div>
    </li>
  );
}
