import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Endpoint } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { Facts } from "../../parts/facts.tsx";
import { formatCount } from "../../parts/format.ts";
import { Time } from "../../parts/time.tsx";
import classes from "./endpoint.module.css";

/** The last error, or that there was none, and what waits. */
export function HealthCard({ endpoint }: { endpoint: Endpoint }) {
  const { health } = endpoint;
  const { lastSuccessAt, consecutiveFailedAttempts, backlog } = health;
  const rows: (readonly [string, ReactNode])[] = [
    ["Last success", lastSuccessAt ? <Time key="success" at={lastSuccessAt} /> : "None yet"],
    ["Failed in a row", attemptsInWords(consecutiveFailedAttempts)],
    [
      "Due now",
      backlog.due === 0 ? (
        "Nothing"
      ) : (
        <>
          {formatCount(backlog.due)}
          {backlog.oldestDueAt && (
            <>
              , the oldest due <Time at={backlog.oldestDueAt} />
            </>
          )}
        </>
      ),
    ],
  ];
  return (
    <Card title="Health">
      <LastError health={health} />
      <Facts rows={rows} />
    </Card>
  );
}

function attemptsInWords(count: number): string {
  if (count === 0) return "None";
  return `${formatCount(count)} ${count === 1 ? "attempt" : "attempts"}`;
}

/** An error that a success followed is history: the statistics tell of it. */
function LastError({ health }: { health: Endpoint["health"] }) {
  const { lastError, lastFailureAt, lastSuccessAt } = health;
  const isOver = lastFailureAt === null || (lastSuccessAt !== null && lastSuccessAt >= lastFailureAt);
  if (isOver || lastError === null) {
    return (
      <p className={classes.good}>
        <IconCircleCheck size={18} aria-hidden /> No recent delivery errors
      </p>
    );
  }
  return (
    <div className={classes.bad}>
      <IconCircleX size={18} aria-hidden />
      <div>
        <p>{lastError}</p>
        <span>
          Last error <Time at={lastFailureAt} />
        </span>
      </div>
    </div>
  );
}
