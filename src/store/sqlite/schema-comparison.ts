import { Database } from "bun:sqlite";
import { applyUpTo } from "./migrations.ts";

interface SchemaObject {
  type: string;
  name: string;
  sql: string | null;
}

/**
 * How the tables of a file differ from those that its version has, as parts of a sentence; none where they are the
 * same. A trigger or a view in a file from elsewhere runs with every statement that meets it: a restored one could
 * change what is delivered, or never return. Indexes and tables that an operator has added do nothing by themselves.
 */
export function findStrangeSchema(db: Database, version: number): string[] {
  const found = new Map(readSchema(db).map((object) => [object.name, object]));
  const expected = new Map(schemaOf(version).map((object) => [object.name, object]));
  const strange: string[] = [];
  for (const { type, name, sql } of expected.values()) {
    const there = found.get(name);
    if (there === undefined) strange.push(`the ${type} ${name} is missing`);
    else if (there.type !== type || there.sql !== sql)
      strange.push(`${name} is not the ${type} that it should be`);
  }
  for (const { type, name } of found.values()) {
    const isInert = type === "table" || type === "index";
    if (!isInert && !expected.has(name)) strange.push(`the ${type} ${name} is not one of ours`);
  }
  return strange;
}

function schemaOf(version: number): SchemaObject[] {
  const db = new Database(":memory:");
  try {
    applyUpTo(db, version);
    return readSchema(db);
  } finally {
    db.close(true);
  }
}

/** SQLite's own are left out: it makes them as it needs them. */
function readSchema(db: Database): SchemaObject[] {
  return db
    .query<SchemaObject, []>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
}
