import { Database } from "bun:sqlite";
import { join } from "node:path";
import { databaseFileName } from "../../src/store/sqlite/database.ts";
import { demand } from "./ledger.ts";

interface NewsRow {
  seq: number;
  type: string;
  /** Null once erased. */
  endpoint: string | null;
  delivery: string | null;
  about_type: string | null;
  /** Of an alert: its kind, threshold and state. */
  threshold: number | null;
  state: string | null;
}

interface AlertRow {
  endpoint: string;
  kind: number;
  threshold: number;
  activated: number;
  active: number;
}

/** By the codes that stand in the table. */
const alertKinds = ["error_rate", "latency", "availability"];

/** Code of operational events as it stands in the table. */
const operational = 2;

/** What the world is told of itself, and whether it is so. */
export class News {
  readonly #db: Database;
  readonly #statements;
  #checkedThrough = -1;

  constructor(directory: string) {
    this.#db = new Database(join(directory, databaseFileName), { readonly: true });
    this.#statements = prepare(this.#db);
  }

  /** Holds at every moment; looked at whenever there is news. */
  check(): void {
    const newest = this.#statements.newest.get()?.seq ?? -1;
    if (newest === this.#checkedThrough) return;
    this.#checkedThrough = newest;
    const news = this.#statements.news.all();
    demand(
      this.#statements.toThemselves.get()?.count === 0,
      "no endpoint is told of itself, unless a person sends it there",
    );
    const aboutNews = news.find(({ about_type }) => about_type?.startsWith("posthorn."));
    demand(
      aboutNews === undefined,
      `nobody is told of the delivery of an operational event: ${aboutNews?.seq}`,
    );
    const ofDeliveries = news.filter(({ delivery }) => delivery !== null);
    const turns = new Set(ofDeliveries.map(({ type, delivery }) => `${type} ${delivery}`));
    demand(turns.size === ofDeliveries.length, "each turn of a delivery is told once");
    // What a person erased cannot be counted.
    if (news.some(({ endpoint }) => endpoint === null)) return;
    this.#checkStates(news);
    this.#checkAlerts(news);
  }

  close(): void {
    this.#db.close();
  }

  /** Each alert is told once when it begins, and at most once when it ends: a disabling may be silent. */
  #checkAlerts(news: readonly NewsRow[]): void {
    for (const row of this.#statements.alerts.all()) {
      const told = news.filter(
        ({ type, endpoint, threshold }) =>
          endpoint === row.endpoint &&
          threshold === row.threshold &&
          type === `posthorn.endpoint.${alertKinds[row.kind]}`,
      );
      const begun = told.filter(({ state }) => state === "ACTIVATED").length;
      const which = `${alertKinds[row.kind]} ${row.threshold} of ${row.endpoint}`;
      demand(begun === row.activated, `${which} is told as often as it begins`);
      demand(row.active <= 1, `${which} is active once`);
      demand(told.length - begun <= row.activated - row.active, `${which} is told as often as it ends`);
    }
  }

  /** A disabling by an operational event's attempt is not told, an enabling always is. */
  #checkStates(news: readonly NewsRow[]): void {
    const states = Map.groupBy(
      news.filter(({ type }) => /endpoint\.(disabled|enabled)$/.test(type)),
      ({ endpoint }) => endpoint ?? "",
    );
    const disabled = new Set(this.#statements.disabled.all().map(({ id }) => id));
    const present = new Set(this.#statements.present.all().map(({ id }) => id));
    for (const [endpoint, told] of states) {
      const off = told.map(({ type }) => type.endsWith("disabled"));
      const isTwice = off.some((isOff, at) => isOff && off[at + 1] === true);
      demand(!isTwice, `${endpoint} is enabled before it is disabled again`);
      if (present.has(endpoint) && off.at(-1)) {
        demand(disabled.has(endpoint), `${endpoint} is disabled as it was told`);
      }
    }
  }
}

function prepare(db: Database) {
  const isNews = `e.kind = ${operational}`;
  return {
    news: db.prepare<NewsRow, []>(`
      SELECT e.seq, t.name AS type, e.data ->> 'endpointId' AS endpoint, e.data ->> 'deliveryId' AS delivery,
        e.data ->> 'eventType' AS about_type, e.data ->> 'threshold' AS threshold, e.data ->> 'alertState' AS state
      FROM events e JOIN type_names t ON t.seq = e.type_seq WHERE ${isNews} ORDER BY e.seq`),
    newest: db.prepare<{ seq: number }, []>(
      `SELECT e.seq FROM events e WHERE ${isNews} ORDER BY e.seq DESC LIMIT 1`,
    ),
    toThemselves: db.prepare<{ count: number }, []>(`
      SELECT count(*) AS count FROM events e JOIN deliveries d ON d.event_seq = e.seq
      JOIN endpoints n ON n.seq = d.endpoint_seq WHERE ${isNews} AND d.trigger = 0 AND n.id = e.data ->> 'endpointId'`),
    alerts: db.prepare<AlertRow, []>(`
      SELECT n.id AS endpoint, a.kind, a.threshold, count(*) AS activated, sum(a.deactivated_at IS NULL) AS active
      FROM alerts a JOIN endpoints n ON n.seq = a.endpoint_seq WHERE n.deleted_at IS NULL
      GROUP BY a.endpoint_seq, a.kind, a.threshold`),
    disabled: db.prepare<{ id: string }, []>("SELECT id FROM endpoints WHERE status = 2"),
    present: db.prepare<{ id: string }, []>("SELECT id FROM endpoints WHERE deleted_at IS NULL"),
  };
}
