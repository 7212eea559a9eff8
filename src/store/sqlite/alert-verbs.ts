import type { AlertLimit } from "../../domain/alert-rule.ts";
import type { AlertSubject, AlertVerbs } from "../alert-verbs.ts";
import { collectWork, type EndpointKey } from "../new-work.ts";
import type { AlertRows } from "./alert-rows.ts";
import type { SqliteContext } from "./context.ts";
import { emptyPage } from "./reader.ts";

/** What alerts are decided by, and what they become. */
export function alertVerbs({ directory, commits, reader }: SqliteContext, rows: AlertRows): AlertVerbs {
  function subjectOf(endpoint: EndpointKey, active: AlertLimit[]): AlertSubject | null {
    const record = directory.bySeq(endpoint);
    if (!record || record.row.status === "disabled") return null;
    const { lastSuccessAtMs, lastFailureAtMs } = record.health;
    const lastAttemptAtMs = Math.max(lastSuccessAtMs ?? 0, lastFailureAtMs ?? 0) || null;
    const { id: endpointId, url } = record.row;
    return { endpoint, endpointId, url, lastAttemptAtMs, active };
  }

  return {
    async listAlerts(organizationId, { endpointId, state }, page) {
      const { seq } = directory.organization(organizationId);
      if (endpointId === undefined) return reader.read("alerts", seq, { state }, page);
      const endpointSeq = directory.find(organizationId, endpointId)?.row.seq;
      if (endpointSeq === undefined) return emptyPage("alerts", page);
      return reader.read("alerts", seq, { endpointSeq, state }, page);
    },
    findAttemptPlace: (startedAtMs) => reader.read("attemptPlace", startedAtMs),
    tallyAttempts: (after) => reader.read("attemptTallies", after),
    async findAlertSubjects(endpoints) {
      const active = Map.groupBy(await reader.read("activeAlerts"), ({ endpoint }) => endpoint);
      const asked = new Set([...endpoints, ...active.keys()]);
      return [...asked]
        .map((endpoint) => subjectOf(endpoint, active.get(endpoint) ?? []))
        .filter((subject) => subject !== null);
    },
    changeAlerts: (endpoint, changes, nowMs) =>
      commits.run((transaction) => {
        const work = collectWork();
        const record = directory.bySeq(endpoint);
        if (!record || record.row.status === "disabled") return { changed: [], work };
        const happening = { transaction, nowMs, work, isSilent: false };
        return { changed: changes.filter((change) => rows.change(record, change, happening)), work };
      }),
  };
}
