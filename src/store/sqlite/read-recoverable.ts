import type { Database } from "bun:sqlite";
import type { RecoverableStatus } from "../../domain/task.ts";
import { codeOf, deliveryReasonCodes, deliveryStatusCodes, triggerCodes } from "./codes.ts";
import { narrowToWindow, type WalkedUp, walkUp } from "./walk-up.ts";

const [failed, canceled] = [codeOf(deliveryStatusCodes, "failed"), codeOf(deliveryStatusCodes, "canceled")];
const endpointDisabled = codeOf(deliveryReasonCodes, "endpoint_disabled");
const test = codeOf(triggerCodes, "test");

/** Which deliveries a recovery names. */
export interface RecoveryQuery {
  kind: "recover";
  endpointSeq: number;
  statuses: readonly RecoverableStatus[];
  sinceMs: number;
  untilMs: number | null;
  /** The window counts when they ended, not when they were made: what a disable canceled may be older than it. */
  isByEnd: boolean;
  /** The last delivery that there was. */
  throughSeq: number;
}

/** A delivery whose event a recovery names, and whether that event is to be sent again. */
export interface Recoverable {
  seq: number;
  event_seq: number;
  type_seq: number;
  first_due_at: number;
  deliver_at: number | null;
  is_open: 0 | 1;
}

/** Up to `limit` deliveries that the recovery may name, oldest first. */
export function findRecoverable(
  db: Database,
  query: RecoveryQuery,
  { after, limit }: { after: number; limit: number },
): WalkedUp<{ seq: number }> {
  const { find, nth } = recoverableSql(query);
  const all = { after, through: query.throughSeq };
  const range = query.isByEnd ? all : narrowToWindow(db, "deliveries", all, query);
  const { endpointSeq: endpoint, sinceMs: since, untilMs } = query;
  const until = untilMs ?? Number.MAX_SAFE_INTEGER;
  const { found, position, isEnd } = walkUp({
    ...range,
    limit,
    rows: (within) =>
      db
        .query<{ seq: number }, Record<string, number>>(find)
        .all({ endpoint, since, until, after: within.after, through: within.through, limit: within.limit }),
    nthAfter: (from, n) =>
      db
        .query<{ seq: number }, Record<string, number>>(nth)
        .get({ endpoint, after: from, through: range.through, offset: n - 1 })?.seq ?? null,
  });
  return { found, position: isEnd ? query.throughSeq : position, isEnd };
}

/**
 * Of what `findRecoverable` found each event once, by the oldest of its deliveries that fit. It is open if its newest
 * delivery to the endpoint is one of failure or disable, and no newer than the task: so none is ever taken twice.
 */
export function judgeRecoverable(
  db: Database,
  query: RecoveryQuery,
  found: readonly { seq: number }[],
): Recoverable[] {
  return db.query<Recoverable, Record<string, number | string>>(recoverableSql(query).judge).all({
    seqs: JSON.stringify(found.map(({ seq }) => seq)),
    since: query.sinceMs,
    until: query.untilMs ?? Number.MAX_SAFE_INTEGER,
    through: query.throughSeq,
  });
}

/** The statements of a recovery; few, so that they stay compiled. */
export function recoverableSql({ statuses, isByEnd }: Pick<RecoveryQuery, "statuses" | "isByEnd">) {
  const ofStatus = (row: string) => ({
    failed: `${row}.status = ${failed}`,
    canceled: `${row}.status = ${canceled} AND ${row}.reason = ${endpointDisabled}`,
  });
  const fits = (row: string) => {
    const at = `${row}.${isByEnd ? "completed_at" : "created_at"}`;
    const ended = statuses.map((status) => ofStatus(row)[status]).join(" OR ");
    return `(${ended}) AND ${row}.trigger <> ${test} AND ${at} >= $since AND ${at} < $until`;
  };
  const walked = `FROM deliveries d INDEXED BY deliveries_unsuccessful_by_endpoint
    WHERE d.endpoint_seq = $endpoint AND d.status IN (${failed}, ${canceled}) AND d.seq > $after AND d.seq <= $through`;
  const toSame = (row: string) =>
    `FROM deliveries ${row} INDEXED BY deliveries_by_event
     WHERE ${row}.event_seq = d.event_seq AND ${row}.endpoint_seq = d.endpoint_seq`;
  const { failed: hasFailed, canceled: wasCanceled } = ofStatus("n");
  return {
    find: `SELECT d.seq ${walked} AND ${fits("d")} ORDER BY d.seq LIMIT $limit`,
    nth: `SELECT d.seq ${walked} ORDER BY d.seq LIMIT 1 OFFSET $offset`,
    judge: `
      SELECT d.seq, d.event_seq, d.type_seq, d.first_due_at, e.deliver_at,
        e.data IS NOT NULL AND (
          SELECT n.seq <= $through AND (${hasFailed} OR ${wasCanceled}) ${toSame("n")}
          ORDER BY n.seq DESC LIMIT 1) AS is_open
      FROM json_each($seqs) j CROSS JOIN deliveries d ON d.seq = j.value CROSS JOIN events e ON e.seq = d.event_seq
      WHERE ${fits("d")} AND NOT EXISTS (SELECT 1 ${toSame("o")} AND o.seq < d.seq AND ${fits("o")})
      ORDER BY d.seq`,
  };
}
