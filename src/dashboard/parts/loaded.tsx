import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemView } from "./problem-view.tsx";

/**
 * What a query brought; until then its skeleton, and if it failed a sentence and a way to try again. What is there
 * stays when a refresh fails: old figures are better than none.
 */
export function Loaded<T>(props: {
  query: UseQueryResult<T>;
  /** For the sentence: "The alerts". */
  what: string;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { query, what, skeleton, children } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError)
    return <ProblemView what={what} error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div role="status" aria-label={`Loading: ${what}`}>
      {skeleton}
    </div>
  );
}
