import type { AlertData } from "../../domain/alert.ts";
import type { AlertChange } from "../../domain/alert-rule.ts";
import { alertDataAtEnd } from "../../domain/alert-text.ts";
import { alertKindCodes, codeOf, meaningOf } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Happening, OperationalEvents } from "./operational-events.ts";

interface ActiveRow {
  seq: number;
  kind: number;
  threshold: number;
  data: string;
}

/** Begins and ends alerts: the row and the event that tells of it in one transaction. */
export class AlertRows {
  readonly #context: SqliteContext;
  readonly #operational: OperationalEvents;
  readonly #statements;

  constructor(context: SqliteContext, events: OperationalEvents) {
    this.#context = context;
    this.#operational = events;
    this.#statements = prepare(context);
  }

  /** False when it is what is asked for already: then nobody is told again. */
  change(endpoint: EndpointRecord, change: AlertChange & { data: AlertData }, happening: Happening): boolean {
    const kind = codeOf(alertKindCodes, change.kind);
    const active = this.#statements.findActive.get(endpoint.row.seq, kind, change.threshold);
    if ((change.state === "ACTIVATED") === (active !== null)) return false;
    if (active) this.#end(endpoint, active, change.data, happening);
    else this.#begin(endpoint, { ...change, code: kind }, happening);
    return true;
  }

  /** All that are active, the highest threshold first, because of what became of the endpoint. */
  endAll(endpoint: EndpointRecord, cause: "disabled" | "deleted", happening: Happening): void {
    for (const active of this.#statements.findAllActive.all(endpoint.row.seq)) {
      this.#end(endpoint, active, alertDataAtEnd(JSON.parse(active.data), cause), happening);
    }
  }

  #begin(
    endpoint: EndpointRecord,
    { kind, code, threshold, data }: AlertChange & { code: number; data: AlertData },
    happening: Happening,
  ): void {
    const { sequences, newId } = this.#context;
    const { organization, row } = endpoint;
    const text = JSON.stringify(data);
    const seq = sequences.next("alerts");
    const { nowMs } = happening;
    this.#statements.insert.run(seq, newId("alert"), organization.seq, row.seq, code, threshold, nowMs, text);
    this.#operational.publish(endpoint, { type: `posthorn.endpoint.${kind}`, data }, happening);
  }

  #end(endpoint: EndpointRecord, active: ActiveRow, data: AlertData, happening: Happening): void {
    this.#statements.end.run(happening.nowMs, JSON.stringify(data), active.seq);
    const kind = meaningOf(alertKindCodes, active.kind);
    this.#operational.publish(endpoint, { type: `posthorn.endpoint.${kind}`, data }, happening);
  }
}

function prepare({ db }: SqliteContext) {
  return {
    insert: db.prepare(`
      INSERT INTO alerts (seq, id, organization_seq, endpoint_seq, kind, threshold, activated_at, data)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    findActive: db.prepare<ActiveRow, [number, number, number]>(`
      SELECT seq, kind, threshold, data FROM alerts
      WHERE endpoint_seq = ? AND kind = ? AND threshold = ? AND deactivated_at IS NULL`),
    findAllActive: db.prepare<ActiveRow, [number]>(`
      SELECT seq, kind, threshold, data FROM alerts
      WHERE endpoint_seq = ? AND deactivated_at IS NULL ORDER BY kind DESC, threshold DESC`),
    end: db.prepare("UPDATE alerts SET deactivated_at = ?, data = ? WHERE seq = ?"),
  };
}
