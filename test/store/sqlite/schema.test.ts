import type { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as codes from "../../../src/store/sqlite/codes.ts";
import { applicationId, databaseFileName, openDatabase } from "../../../src/store/sqlite/database.ts";
import { migrateDirectory } from "../../../src/store/sqlite/migrations.ts";
import * as schema from "../../../src/store/sqlite/schema.ts";
import * as sourceSchema from "../../../src/store/sqlite/source-schema.ts";
import * as taskSchema from "../../../src/store/sqlite/task-schema.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";

const directory = temporaryDirectory();
const tables = Object.values({ ...schema, ...sourceSchema, ...taskSchema })
  .filter((one) => is(one, SQLiteTable))
  .map(getTableConfig);
let db: Database;

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

beforeAll(() => {
  migrateDirectory(directory.path);
  db = openDatabase(join(directory.path, databaseFileName));
});
afterAll(() => {
  db.close();
  directory.remove();
});

const rows = <T>(sql: string): T[] => db.query<T, []>(sql).all();
const columnsOf = (table: string) =>
  rows<Column>(`SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`);
const tableNames = () =>
  rows<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  ).map(({ name }) => name);

describe("the tables as Drizzle sees them", () => {
  test("are those of a migrated database", () => {
    expect(tables.map(({ name }) => name).sort()).toEqual(tableNames().sort());
  });

  test.each(tables.map((table) => [table.name, table] as const))(
    "%s has the same columns, types and nulls",
    (name, table) => {
      const seen = table.columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        isNullable: !column.notNull,
      }));
      const real = columnsOf(name).map((column) => ({
        name: column.name,
        type: column.type,
        isNullable: column.notnull === 0 && column.pk === 0,
      }));
      expect(seen).toEqual(real);
    },
  );
});

describe("the tables in the file", () => {
  test("take no value of another type", () => {
    const loose = rows<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose).toEqual([]);
  });

  test("have a number in commit order as their key, but for what belongs to one endpoint, an hour, or the file", () => {
    const keys = tableNames().map((table) => `${table}.${columnsOf(table).find(({ pk }) => pk > 0)?.name}`);
    expect(keys.filter((key) => !key.endsWith(".seq"))).toEqual([
      "meta.name",
      "endpoint_health.endpoint_seq",
      "congested_endpoints.endpoint_seq",
      "statistics.organization_seq",
    ]);
  });

  test("are reached by an index from everything that refers to them, so that a deletion walks through none", () => {
    const references = tableNames().flatMap((table) =>
      rows<{ from: string; to: string; table: string }>(
        `SELECT "from", "to", "table" FROM pragma_foreign_key_list('${table}')`,
      ).map((key) => ({ child: table, column: key.from, parent: key.table, to: key.to })),
    );
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter(({ to }) => to !== "seq")).toEqual([]);
    const isLeading = ({ child, column }: { child: string; column: string }) =>
      columnsOf(child).some(({ name, pk }) => name === column && pk > 0) ||
      indexesOf(child).some((index) => index.columns[0] === column && index.where === null);
    const unindexed = references.filter((reference) => !isLeading(reference));
    // Types of events are never deleted.
    expect(new Set(unindexed.map(({ parent }) => parent))).toEqual(new Set(["type_names"]));
  });
});

interface Index {
  columns: string[];
  isUnique: boolean;
  where: string | null;
}

function indexesOf(table: string): Index[] {
  return rows<{ name: string; unique: number }>(
    `SELECT name, "unique" FROM pragma_index_list('${table}')`,
  ).map((index) => ({
    columns: rows<{ name: string }>(`SELECT name FROM pragma_index_info('${index.name}')`).map(
      ({ name }) => name,
    ),
    isUnique: index.unique === 1,
    where:
      rows<{ sql: string | null }>(
        `SELECT sql FROM sqlite_schema WHERE name = '${index.name}'`,
      )[0]?.sql?.split(" WHERE ")[1] ?? null,
  }));
}

describe("the indexes", () => {
  const designed: Record<string, string[]> = {
    organizations: ["unique id", "unique uid"],
    api_keys: ["organization_seq", "unique hash", "unique id"],
    endpoints: [
      "organization_seq",
      "unique id",
      "unique organization_seq, uid where uid IS NOT NULL AND deleted_at IS NULL",
    ],
    endpoint_secrets: ["endpoint_seq"],
    endpoint_revisions: ["endpoint_seq"],
    type_names: ["unique name"],
    event_types: [
      "organization_seq",
      "unique name where organization_seq IS NULL",
      "unique organization_seq, name",
    ],
    events: ["organization_seq", "unique organization_seq, id"],
    deliveries: [
      "endpoint_seq",
      "endpoint_seq where status IN (2, 3)",
      "endpoint_seq, first_due_at where status = 0 AND share <> 0",
      "endpoint_seq, share, due_at where status = 0",
      "event_seq",
      "organization_seq",
      "organization_seq, status where status IN (2, 3)",
      "unique id",
    ],
    attempts: [
      "delivery_seq",
      "endpoint_seq",
      "organization_seq",
      "organization_seq, outcome where outcome <> 0",
      "unique id",
    ],
    meta: ["unique name"],
    endpoint_health: [],
    payload_settings: ["unique organization_seq, from_delivery_seq"],
    chores: [],
    tasks: ["endpoint_seq, status", "organization_seq", "status where status = 0", "unique id"],
    audit_log: ["organization_seq", "unique id"],
    idempotency_keys: [
      "organization_seq, event_id where event_id IS NOT NULL",
      "unique organization_seq, request",
    ],
    alerts: [
      "endpoint_seq",
      "organization_seq",
      "organization_seq where deactivated_at IS NULL",
      "unique endpoint_seq, kind, threshold where deactivated_at IS NULL",
      "unique id",
    ],
    congested_endpoints: [],
    sources: ["organization_seq", "unique id", "unique organization_seq, name where deleted_at IS NULL"],
    source_keys: ["unique source_seq, digest"],
    source_requests: ["source_seq, id"],
    source_states: ["due_at where due_at IS NOT NULL", "unique source_seq, name"],
    statistics: ["unique organization_seq, span, endpoint_seq, start_at, type_seq"],
  };

  test("are those of the design, and no other: each costs every write", () => {
    const found = Object.fromEntries(
      tableNames().map((table) => [
        table,
        indexesOf(table)
          .map(
            ({ columns, isUnique, where }) =>
              `${isUnique ? "unique " : ""}${columns.join(", ")}${where === null ? "" : ` where ${where}`}`,
          )
          .sort(),
      ]),
    );
    expect(found).toEqual(designed);
  });

  test("that hold a part of the rows mean the codes that they are written with", () => {
    const of = <T extends string>(list: readonly T[], numbers: number[]) =>
      numbers.map((code) => codes.meaningOf(list, code));
    expect(of(codes.deliveryStatusCodes, [0, 2, 3])).toEqual(["pending", "failed", "canceled"]);
    expect(of(codes.outcomeCodes, [0])).toEqual(["success"]);
    expect(of(codes.taskStatusCodes, [0])).toEqual(["running"]);
  });
});

describe("the codes of enumerations", () => {
  const present = { ...codes };
  const written = {
    roleCodes: ["viewer", "publisher", "admin", "owner", "operator"],
    endpointStatusCodes: ["active", "paused", "disabled"],
    disabledReasonCodes: ["manual", "consecutive_failures", "gone"],
    payloadFormatCodes: ["standard"],
    eventKindCodes: ["published", "test", "operational"],
    alertKindCodes: ["error_rate", "latency", "availability"],
    deliveryStatusCodes: ["pending", "succeeded", "failed", "canceled"],
    deliveryReasonCodes: ["exhausted", "expired", "gone", "endpoint_disabled", "manual"],
    triggerCodes: ["event", "resend", "recover", "replay", "test"],
    shareCodes: ["first", "retry", "bulk"],
    taskKindCodes: ["recover", "replay"],
    taskStatusCodes: ["running", "done", "canceled", "failed"],
    spanCodes: ["hour", "day"],
    choreKindCodes: ["fan_out", "cancel_pending", "delete_endpoint"],
    outcomeCodes: [
      "success",
      "http_error",
      "redirect",
      "timeout",
      "connection_refused",
      "connection_reset",
      "connection_failed",
      "dns_error",
      "tls_error",
      "blocked_address",
      "protocol_error",
    ],
  } as const satisfies Partial<Record<keyof typeof codes, readonly string[]>>;

  test.each(Object.entries(written))(
    "%s keep their meaning for ever: the list may grow at its end alone",
    (name, values) => {
      const list: readonly string[] = present[name as keyof typeof written];
      expect(list.slice(0, values.length)).toEqual([...values]);
    },
  );

  test("are there for every value, and for nothing else", () => {
    expect(() => codes.codeOf(codes.shareCodes, "none" as never)).toThrow(
      'Invariant broken: "none" has no code',
    );
    expect(() => codes.meaningOf(codes.shareCodes, 3)).toThrow(
      "Invariant broken: 3 is not a code of first, retry, bulk",
    );
  });
});

test("a file says that it is ours, is written with fsync, and can give back free pages", () => {
  const pragma = (name: string) => Object.values(rows<Record<string, unknown>>(`PRAGMA ${name}`)[0] ?? {})[0];
  expect(
    ["application_id", "auto_vacuum", "journal_mode", "synchronous", "foreign_keys", "busy_timeout"].map(
      pragma,
    ),
  ).toEqual([applicationId, 2, "wal", 2, 1, 5000]);
});
