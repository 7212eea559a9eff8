import type { Database } from "bun:sqlite";
import type { Filter } from "../../domain/filter/filter.ts";
import { patternMatches } from "../../domain/subscription.ts";
import { codeOf, eventKindCodes } from "./codes.ts";
import { letsThrough } from "./subscribers.ts";
import { narrowToWindow, type WalkedUp, walkUp } from "./walk-up.ts";

const published = codeOf(eventKindCodes, "published");

/** Which events a replay names. */
export interface ReplayQuery {
  kind: "replay";
  organizationSeq: number;
  endpointSeq: number;
  /** What the endpoint subscribes to today. */
  subscription: readonly string[];
  /** What of that it lets through today, by the data. */
  filter: Filter | null;
  /** What the caller asks for; null for all of that. */
  eventTypes: readonly string[] | null;
  onlyMissing: boolean;
  sinceMs: number;
  untilMs: number | null;
  /** The last event that there was. */
  throughSeq: number;
  /** What is due later is on its way already. */
  nowMs: number;
}

/** An event that a replay names, and whether it is to be sent. */
export interface Replayable {
  event_seq: number;
  type_seq: number;
  is_open: 0 | 1;
}

/** Events whose type is looked at in one go. */
const candidatesAtOnce = 1000;

/** Events whose data is read and judged in one go: it may be large. */
const filteredAtOnce = 200;

interface Candidate {
  seq: number;
  type: string;
}

/** Up to `limit` events that the endpoint would get today, oldest first. */
export function findReplayable(
  db: Database,
  query: ReplayQuery,
  { after, limit }: { after: number; limit: number },
): WalkedUp<{ seq: number }> {
  const { organizationSeq: organization, sinceMs: since, untilMs, nowMs: now } = query;
  const until = untilMs ?? Number.MAX_SAFE_INTEGER;
  const wants = wantedTypes(query);
  const isLetThrough = filtering(db, query);
  const range = narrowToWindow(db, "events", { after, through: query.throughSeq }, query);
  const { found, position, isEnd } = walkUp({
    ...range,
    limit,
    ...(query.filter === null ? {} : { windowRows: filteredAtOnce }),
    rows(within) {
      const find = db.query<Candidate, Record<string, number>>(replayableSql.find);
      const fitting: { seq: number }[] = [];
      for (let from = within.after; fitting.length < within.limit; ) {
        const some = find.all({ organization, since, until, now, after: from, through: within.through });
        for (const { seq, type } of some) {
          if (wants(type) && isLetThrough(seq)) fitting.push({ seq });
        }
        if (some.length < candidatesAtOnce) break;
        from = some.at(-1)?.seq ?? within.through;
      }
      return fitting.slice(0, within.limit);
    },
    nthAfter: (from, n) =>
      db
        .query<{ seq: number }, Record<string, number>>(replayableSql.nth)
        .get({ organization, after: from, through: range.through, offset: n - 1 })?.seq ?? null,
  });
  return { found, position: isEnd ? query.throughSeq : position, isEnd };
}

/** Which of the events are open: all that are left, or only those without a delivery to the endpoint. */
export function judgeReplayable(
  db: Database,
  { endpointSeq, onlyMissing }: ReplayQuery,
  found: readonly { seq: number }[],
): Replayable[] {
  return db.query<Replayable, Record<string, number | string>>(replayableSql.judge).all({
    seqs: JSON.stringify(found.map(({ seq }) => seq)),
    endpoint: endpointSeq,
    missing: onlyMissing ? 1 : 0,
  });
}

/** The statements of a replay. An event whose data was erased has nothing to send. */
export const replayableSql = {
  find: `
    SELECT e.seq, t.name AS type FROM events e INDEXED BY events_by_organization
    CROSS JOIN type_names t ON t.seq = e.type_seq
    WHERE e.organization_seq = $organization AND e.seq > $after AND e.seq <= $through AND e.kind = ${published}
      AND e.is_targeted = 0 AND e.data IS NOT NULL AND e.created_at >= $since AND e.created_at < $until
      AND (e.deliver_at IS NULL OR e.deliver_at <= $now)
    ORDER BY e.seq LIMIT ${candidatesAtOnce}`,
  nth: `
    SELECT e.seq FROM events e INDEXED BY events_by_organization
    WHERE e.organization_seq = $organization AND e.seq > $after AND e.seq <= $through
    ORDER BY e.seq LIMIT 1 OFFSET $offset`,
  judge: `
    SELECT e.seq AS event_seq, e.type_seq, $missing = 0 OR NOT EXISTS (
        SELECT 1 FROM deliveries x INDEXED BY deliveries_by_event
        WHERE x.event_seq = e.seq AND x.endpoint_seq = $endpoint) AS is_open
    FROM json_each($seqs) j CROSS JOIN events e ON e.seq = j.value
    WHERE e.data IS NOT NULL
    ORDER BY e.seq`,
};

/** Parses an event's data only where the endpoint has a filter. */
function filtering(db: Database, { filter }: ReplayQuery): (eventSeq: number) => boolean {
  if (filter === null) return () => true;
  const read = db.query<{ data: string | null }, [number]>("SELECT data FROM events WHERE seq = ?");
  const endpoint = { row: { filter } };
  return (eventSeq) => {
    const data = read.get(eventSeq)?.data ?? null;
    return data !== null && letsThrough(endpoint, JSON.parse(data));
  };
}

/** Asks each type once. */
function wantedTypes({ subscription, eventTypes }: ReplayQuery): (type: string) => boolean {
  const known = new Map<string, boolean>();
  const matches = (patterns: readonly string[], type: string) =>
    patterns.some((pattern) => patternMatches(pattern, type));
  return (type) => {
    let isWanted = known.get(type);
    if (isWanted === undefined) {
      isWanted = matches(subscription, type) && (eventTypes === null || matches(eventTypes, type));
      known.set(type, isWanted);
    }
    return isWanted;
  };
}
