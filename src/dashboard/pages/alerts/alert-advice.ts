import { latencyAdvice, outcomeAdvice } from "../../../domain/alert-advice.ts";
import type { Alert, Attempt } from "../../api/shapes.ts";
import { outcomeWords } from "../../parts/status.tsx";
import { pagePaths } from "../../paths.ts";

/** What to do about an alert, in a sentence or two. */
export function alertAdvice({ kind, data }: Pick<Alert, "kind" | "data">): string {
  if (kind === "latency") return latencyAdvice;
  const [first] = data.errors;
  if (first === undefined) return "Look at the receiver.";
  return `Most failures: ${outcomeWords[first.errorType].toLowerCase()}. ${capital(outcomeAdvice[first.errorType])}`;
}

/** The message history, narrowed to what the alert is about. */
export function evidencePath({
  kind,
  endpointId,
  data,
}: Pick<Alert, "kind" | "endpointId" | "data">): string {
  const outcome: Attempt["outcome"] | undefined = kind === "latency" ? undefined : data.errors[0]?.errorType;
  const query = new URLSearchParams({ endpointId, ...(outcome && { outcome }) });
  return `${pagePaths.messages}?${query}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
