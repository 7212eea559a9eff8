import type { Event } from "../../api/shapes.ts";
import { Badge } from "../../parts/badge.tsx";
import { formatCount } from "../../parts/format.ts";

/** What became of an event, in a word: the worst first, since that needs somebody. */
export function EventState({ deliveries }: Pick<Event, "deliveries">) {
  const { pending, succeeded, failed, canceled } = deliveries;
  if (failed > 0) return <Badge tone="bad">{`${formatCount(failed)} failed`}</Badge>;
  if (pending > 0) return <Badge tone="info">{`${formatCount(pending)} pending`}</Badge>;
  if (succeeded > 0) return <Badge tone="good">Delivered</Badge>;
  return <Badge tone="neutral">{canceled > 0 ? "Canceled" : "No endpoint wanted it"}</Badge>;
}
