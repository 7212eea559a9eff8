import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { join } from "node:path";
import { databaseFileName } from "../../../src/store/sqlite/database.ts";
import { EventTypeChecks } from "../../../src/store/sqlite/event-type-checks.ts";
import { aStore } from "../../support/a-store.ts";

test("a schema that was prepared is not compiled by the transaction that asks for it", async () => {
  const opened = await aStore();
  const spec = { description: "", group: null, example: null, archived: false, shared: false };
  const entry = { spec: { ...spec, schema: '{"required":["name"]}' }, nowMs: 1 };
  await opened.store.putEventType(opened.organizationId, "order.created", entry);
  const db = new Database(join(opened.directory, databaseFileName));
  const checks = new EventTypeChecks(db);
  expect(checks.prepare(1, "order.created")).toBe(true);
  expect(checks.prepare(1, "order.created")).toBe(false);
  expect(checks.prepare(1, "order.unknown")).toBe(false);
  // It would notice now if it read it again.
  db.run("UPDATE event_types SET schema = 'no schema'");
  checks.require(1, { type: "order.created", data: '{"name":1}' });
  expect(() => checks.require(1, { type: "order.created", data: "{}" })).toThrow();
  db.close();
  await opened.close();
});
