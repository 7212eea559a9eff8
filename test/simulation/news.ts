import { Database } from "bun:sqlite";
import { join } from "node:path";
import { databaseFileName } from "../../src/store/sqlite/database.ts";
import { demand } from "./ledger.ts";

interface NewsRow {
  seq: number;
  type: string;
  endpoint: string;
  delivery: string | null;
  about_type: string | null;
}

/** Code of operational events as it stands in the table. */
const operational = 2;

/** What the world is told of itself, and whether it is so. */
export class News {
  readonly #db: Database;
  readonly #statements;

  constructor(directory: string) {
    this.#db = new Database(join(directory, databaseFileName), { readonly: true });
    this.#statements = prepare(this.#db);
  }

  /** Holds at every moment. */
  check(): void {
    const news = this.#statements.news.all();
    demand(this.#statements.toThemselves.get()?.count === 0, "no endpoint is told of itself");
    const aboutNews = news.find(({ about_type }) => about_type?.startsWith("posthorn."));
    demand(
      aboutNews === undefined,
      `nobody is told of the delivery of an operational event: ${aboutNews?.seq}`,
    );
    const ofDeliveries = news.filter(({ delivery }) => delivery !== null);
    const turns = new Set(ofDeliveries.map(({ type, delivery }) => `${type} ${delivery}`));
    demand(turns.size === ofDeliveries.length, "each turn of a delivery is told once");
    this.#checkStates(news);
  }

  close(): void {
    this.#db.close();
  }

  /** A disabling by an operational event's attempt is not told, an enabling always is. */
  #checkStates(news: readonly NewsRow[]): void {
    const states = Map.groupBy(
      news.filter(({ type }) => /endpoint\.(disabled|enabled)$/.test(type)),
      ({ endpoint }) => endpoint,
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
        e.data ->> 'eventType' AS about_type
      FROM events e JOIN type_names t ON t.seq = e.type_seq WHERE ${isNews} ORDER BY e.seq`),
    toThemselves: db.prepare<{ count: number }, []>(`
      SELECT count(*) AS count FROM events e JOIN deliveries d ON d.event_seq = e.seq
      JOIN endpoints n ON n.seq = d.endpoint_seq WHERE ${isNews} AND n.id = e.data ->> 'endpointId'`),
    disabled: db.prepare<{ id: string }, []>("SELECT id FROM endpoints WHERE status = 2"),
    present: db.prepare<{ id: string }, []>("SELECT id FROM endpoints WHERE deleted_at IS NULL"),
  };
}
