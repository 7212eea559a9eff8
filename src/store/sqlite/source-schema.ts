import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { requestVerdictCodes, sourceKindCodes, sourceStatusCodes } from "./codes.ts";
import { blob, coded, json, time } from "./column-types.ts";

/** Inbound sources, as `schema.ts` tells of the other tables. */
export const sources = sqliteTable("sources", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  organizationSeq: integer("organization_seq").notNull(),
  kind: coded(sourceKindCodes)("kind").notNull(),
  name: text().notNull(),
  status: coded(sourceStatusCodes)("status").notNull(),
  sealedConfig: blob("sealed_config").notNull(),
  deletedAt: time("deleted_at"),
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
});

export const sourceKeys = sqliteTable("source_keys", {
  seq: integer().primaryKey(),
  sourceSeq: integer("source_seq").notNull(),
  digest: blob("digest").notNull(),
  createdAt: time("created_at").notNull(),
});

export const sourceRequests = sqliteTable("source_requests", {
  seq: integer().primaryKey(),
  sourceSeq: integer("source_seq").notNull(),
  id: text().notNull(),
  at: time("at").notNull(),
  address: text(),
  verdict: coded(requestVerdictCodes)("verdict").notNull(),
  reason: text(),
  eventIds: json<string[]>("event_ids").notNull(),
  repeatedIds: json<string[]>("repeated_ids").notNull(),
  body: text(),
});

export const sourceStates = sqliteTable("source_states", {
  seq: integer().primaryKey(),
  sourceSeq: integer("source_seq").notNull(),
  name: text().notNull(),
  value: text().notNull(),
  dueAtMs: integer("due_at"),
});
