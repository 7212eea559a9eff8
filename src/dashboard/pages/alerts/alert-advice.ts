import { latencyAdvice, outcomeAdvice } from "../../../domain/alert-advice.ts";
import type { Alert } from "../../api/shapes.ts";
import { historyPath } from "../../parts/message-history/attempt-filters.ts";
import { outcomeWords } from "../../parts/status.tsx";

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
  const outcome = kind === "latency" ? undefined : data.errors[0]?.errorType;
  return historyPath({ endpoint: endpointId, ...(outcome && { outcome }) });
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
