import { Button } from "@mantine/core";
import { Link } from "wouter";
import { useSession } from "../../api/session.ts";
import type { EventType } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { useEventCounts } from "../../parts/event-counts.ts";
import { formatCount } from "../../parts/format.ts";
import { pagePaths } from "../../paths.ts";
import classes from "./event-types.module.css";

/** Those that nobody can describe: tests, and what Posthorn says of itself. */
const ownPrefixes = ["webhook.", "posthorn."];
const shownMax = 20;

/** What was published lately and is not in the catalogue: somebody forgot it, or mistyped a name. */
export function UnlistedTypes({ types }: { types: readonly EventType[] }) {
  const { can } = useSession();
  const counts = useEventCounts();
  const known = new Set(types.map(({ name }) => name));
  const unlisted = [...(counts.data ?? [])]
    .filter(([name]) => !known.has(name) && !ownPrefixes.some((prefix) => name.startsWith(prefix)))
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownMax);
  if (unlisted.length === 0) return null;
  return (
    <Card title="Published, but not in the catalogue" padding="flush">
      <ul className={classes.list} aria-label="Published, but not in the catalogue">
        {unlisted.map(([name, count]) => (
          <li key={name} className={classes.row}>
            <div className={classes.what}>
              <Link className="name-link" href={`${pagePaths.events}?type=${name}`}>
                {name}
              </Link>
              <p className={classes.description}>{formatCount(count)} in 7 days</p>
            </div>
            {can("administer") && (
              <Button
                component={Link}
                href={`${pagePaths.newEventType}?name=${name}`}
                size="compact-xs"
                variant="light"
                aria-label={`Describe: ${name}`}
              >
                Describe it
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
