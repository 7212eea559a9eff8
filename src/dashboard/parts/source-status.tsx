import type { Source, SourceRequest } from "../api/shapes.ts";
import { Badge, type Tone } from "./badge.tsx";

export function SourceStatus({ status }: { status: Source["status"] }) {
  return status === "active" ? <Badge tone="good">Active</Badge> : <Badge tone="neutral">Disabled</Badge>;
}

const verdicts: Record<SourceRequest["verdict"], [tone: Tone, word: string]> = {
  accepted: ["good", "Accepted"],
  duplicate: ["neutral", "Duplicate"],
  rejected: ["bad", "Rejected"],
};

/** What became of a request that a source received. */
export function RequestVerdict({ verdict }: { verdict: SourceRequest["verdict"] }) {
  const [tone, word] = verdicts[verdict];
  return <Badge tone={tone}>{word}</Badge>;
}
