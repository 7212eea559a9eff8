import { UnstyledButton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sentenceOf } from "../api/problem.ts";
import classes from "./problem-line.module.css";

/** Says in a line, where there is no room for a `ProblemView`, why something is not known, and tries again. */
export function ProblemLine({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <span role="alert" className={classes.line}>
      {sentenceOf(error)}{" "}
      <UnstyledButton className={classes.again} onClick={onRetry}>
        Try again
      </UnstyledButton>
    </span>
  );
}

/** What a list to choose from says when nothing is in it; why it could not be read, `problemLineOf` says beside it. */
export function nothingFound({ isPending, isError }: UseQueryResult, nothing: string): string {
  if (isPending) return "Loading …";
  return isError ? "The list could not be loaded" : nothing;
}

/** The line of a query that has failed; null while it is under way, or where there is something from before. */
export function problemLineOf(query: UseQueryResult): ReactNode {
  if (query.data !== undefined || !query.isError) return null;
  return <ProblemLine error={query.error} onRetry={() => void query.refetch()} />;
}
