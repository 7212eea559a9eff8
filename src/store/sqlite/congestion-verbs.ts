import { toIso } from "../../domain/time.ts";
import type { CongestionVerbs } from "../congestion-verbs.ts";
import { collectWork } from "../new-work.ts";
import type { SqliteContext } from "./context.ts";
import type { OperationalEvents } from "./operational-events.ts";

/** Who is congested, said once: a row for each until it is over. */
export function congestionVerbs(
  { db, directory, commits, reader }: SqliteContext,
  operational: OperationalEvents,
): CongestionVerbs {
  const note = db.prepare("INSERT OR IGNORE INTO congested_endpoints (endpoint_seq, since) VALUES (?, ?)");
  const forget = db.prepare("DELETE FROM congested_endpoints WHERE endpoint_seq = ?");

  return {
    async findCongestionChanges(nowMs) {
      const { now, noted } = await reader.read("congestion", nowMs);
      const [isNow, isNoted] = [new Set(now), new Set(noted)];
      return {
        begun: now.filter((endpoint) => !isNoted.has(endpoint)),
        ended: noted.filter((endpoint) => !isNow.has(endpoint)),
      };
    },
    beginCongestion: (endpoint, nowMs) =>
      commits.run((transaction) => {
        const record = directory.bySeq(endpoint);
        if (record?.row.status !== "active" || note.run(endpoint, nowMs).changes === 0) return null;
        const work = collectWork();
        const { id: endpointId, url } = record.row;
        const data = { endpointId, url, reason: null, at: toIso(nowMs) };
        const happening = { transaction, nowMs, work, isSilent: false };
        operational.publish(record, { type: "posthorn.endpoint.congested", data }, happening);
        return { endpointId, work };
      }),
    endCongestion: (endpoint) =>
      commits.run(() => {
        forget.run(endpoint);
      }),
  };
}
