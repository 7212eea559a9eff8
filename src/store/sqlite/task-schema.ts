import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { RecoverRequest, ReplayRequest } from "../../domain/task.ts";
import { choreKindCodes, taskKindCodes, taskStatusCodes } from "./codes.ts";
import { coded, flag, json, time } from "./column-types.ts";

/** Recoveries and replays, as `schema.ts` tells of the other tables. */
export const tasks = sqliteTable("tasks", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  organizationSeq: integer("organization_seq").notNull(),
  endpointSeq: integer("endpoint_seq").notNull(),
  kind: coded(taskKindCodes)("kind").notNull(),
  status: coded(taskStatusCodes)("status").notNull(),
  request: json<RecoverRequest | ReplayRequest>("request").notNull(),
  isAhead: flag("is_ahead").notNull(),
  position: integer().notNull(),
  throughSeq: integer("through_seq").notNull(),
  choresThrough: integer("chores_through").notNull(),
  queued: integer().notNull(),
  skipped: integer().notNull(),
  createdAt: time("created_at").notNull(),
  completedAt: time("completed_at"),
});

/** What one transaction must not do at once. */
export const chores = sqliteTable("chores", {
  seq: integer().primaryKey(),
  kind: coded(choreKindCodes)("kind").notNull(),
  organizationSeq: integer("organization_seq"),
  endpointSeq: integer("endpoint_seq"),
  eventSeq: integer("event_seq"),
  eventSeqs: json<number[]>("event_seqs"),
  recipients: json<number[]>("recipients"),
  position: integer().notNull(),
  sourceSeq: integer("source_seq"),
});
