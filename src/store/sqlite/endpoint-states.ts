import { AppError } from "../../domain/app-error.ts";
import type { DisabledReason } from "../../domain/endpoint.ts";
import { healthAfterEnabling } from "../../domain/health.ts";
import { toIso } from "../../domain/time.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type { AlertRows } from "./alert-rows.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import { codeOf, disabledReasonCodes, endpointStatusCodes, taskStatusCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Happening, OperationalEvents } from "./operational-events.ts";

const active = codeOf(endpointStatusCodes, "active");
const paused = codeOf(endpointStatusCodes, "paused");
const disabled = codeOf(endpointStatusCodes, "disabled");

/** Switches endpoints off and on, pauses and resumes them, and what that does to their deliveries. */
export class EndpointStates {
  readonly #context: SqliteContext;
  readonly #chores: ChoreSteps;
  readonly #operational: OperationalEvents;
  readonly #alerts: AlertRows;
  readonly #disable;
  readonly #enable;
  readonly #failTasks;
  readonly #pause;
  readonly #resume;

  constructor(
    context: SqliteContext,
    parts: { chores: ChoreSteps; operational: OperationalEvents; alerts: AlertRows },
  ) {
    const { db } = context;
    this.#context = context;
    this.#chores = parts.chores;
    this.#operational = parts.operational;
    this.#alerts = parts.alerts;
    this.#disable = db.prepare(
      `UPDATE endpoints SET status = ${disabled}, disabled_reason = ?, disabled_at = ?, canceled_through = ?,
       updated_at = ? WHERE seq = ?`,
    );
    this.#enable = db.prepare(
      `UPDATE endpoints SET status = ${active}, disabled_reason = NULL, disabled_at = NULL, updated_at = ? WHERE seq = ?`,
    );
    // What they would queue from now on would be canceled from the start.
    this.#failTasks = db.prepare(
      `UPDATE tasks SET status = ${codeOf(taskStatusCodes, "failed")}, completed_at = ? WHERE endpoint_seq = ?
       AND status = ${codeOf(taskStatusCodes, "running")}`,
    );
    this.#pause = db.prepare(`UPDATE endpoints SET status = ${paused}, updated_at = ? WHERE seq = ?`);
    this.#resume = db.prepare(
      `UPDATE endpoints SET status = ${active}, resumed_at = ?1, updated_at = ?1 WHERE seq = ?2`,
    );
  }

  /** Before a deletion, ends the endpoint's alerts and tells of it: what waits for their end must not wait for ever. */
  endAlerts(record: EndpointRecord, happening: Happening): void {
    this.#alerts.endAll(record, "deleted", happening);
  }

  /** Effective at once for everything accepted so far; rows beyond the first step follow as a chore. */
  disable(record: EndpointRecord, reason: DisabledReason, happening: Happening): EndpointRecord {
    const { row } = record;
    const { nowMs, work, transaction } = happening;
    const { sequences, backlog, fronts } = this.#context;
    const canceledThrough = sequences.last("deliveries");
    sequences.remember();
    this.#disable.run(codeOf(disabledReasonCodes, reason), nowMs, canceledThrough, nowMs, row.seq);
    this.#failTasks.run(nowMs, row.seq);
    const { done } = this.#chores.cancelPending(row.seq, nowMs);
    work.chores ||= !done;
    transaction.afterCommit(() => {
      backlog.clear(row.seq);
      if (!done) fronts.set(row.seq, nowMs);
    });
    const at = toIso(nowMs);
    this.#tell(record, { type: "posthorn.endpoint.disabled", reason }, happening);
    this.#alerts.endAll(record, "disabled", happening);
    const changed: EndpointRecord = {
      ...record,
      row: {
        ...row,
        status: "disabled",
        disabledReason: reason,
        disabledAt: at,
        canceledThrough,
        updatedAt: at,
      },
    };
    this.#context.directory.put(changed);
    work.changed.push(row.seq);
    return changed;
  }

  /** Starts the counters anew; what was canceled stays canceled. */
  enable(record: EndpointRecord, happening: Happening): EndpointRecord {
    const { row } = record;
    const { nowMs, work } = happening;
    this.#enable.run(nowMs, row.seq);
    this.#tell(record, { type: "posthorn.endpoint.enabled", reason: null }, happening);
    const changed: EndpointRecord = {
      ...record,
      row: { ...row, status: "active", disabledReason: null, disabledAt: null, updatedAt: toIso(nowMs) },
      health: healthAfterEnabling(record.health),
    };
    this.#context.directory.put(changed);
    this.#context.dirtyHealth.add(row.seq);
    work.changed.push(row.seq);
    return changed;
  }

  #tell(
    record: EndpointRecord,
    news: { type: "posthorn.endpoint.disabled" | "posthorn.endpoint.enabled"; reason: string | null },
    happening: Happening,
  ): void {
    const { id: endpointId, url } = record.row;
    const data = { endpointId, url, reason: news.reason, at: toIso(happening.nowMs) };
    this.#operational.publish(record, { type: news.type, data }, happening);
  }

  /** What is pending stays so, and nothing of it can be claimed. */
  pause(record: EndpointRecord, nowMs: number): { record: EndpointRecord; work: NewWork } {
    const { row } = record;
    if (row.status === "paused") return { record, work: collectWork() };
    refuseDisabled(record, "paused");
    this.#pause.run(nowMs, row.seq);
    const changed: EndpointRecord = {
      ...record,
      row: { ...row, status: "paused", updatedAt: toIso(nowMs) },
    };
    this.#context.directory.put(changed);
    return { record: changed, work: { ...collectWork(), changed: [row.seq] } };
  }

  /** The engine may not know of the endpoint any more: it is told to look at what waits. */
  resume(record: EndpointRecord, nowMs: number): { record: EndpointRecord; work: NewWork } {
    const { row, organization } = record;
    if (row.status === "active") return { record, work: collectWork() };
    refuseDisabled(record, "resumed");
    this.#resume.run(nowMs, row.seq);
    const changed: EndpointRecord = {
      ...record,
      row: { ...row, status: "active", resumedAt: toIso(nowMs), updatedAt: toIso(nowMs) },
    };
    this.#context.directory.put(changed);
    const waiting = { endpoint: row.seq, organizationId: organization.id, share: null, dueAtMs: nowMs };
    return { record: changed, work: { ...collectWork(), changed: [row.seq], waiting: [waiting] } };
  }
}

function refuseDisabled({ row }: EndpointRecord, what: string): void {
  if (row.status !== "disabled") return;
  throw new AppError(
    "endpoint_disabled",
    `Endpoint ${row.id} is disabled (${row.disabledReason}): it cannot be ${what}. Enable it first.`,
  );
}
