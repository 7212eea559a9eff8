import type { Database } from "bun:sqlite";
import { codeOf, deliveryReasonCodes, deliveryStatusCodes } from "./codes.ts";

export type SweepStatements = ReturnType<typeof prepareSweep>;

export interface ExpiredRow {
  organization_seq: number;
  endpoint_seq: number;
  type_seq: number;
  created_at: number;
}

export interface SweptDelivery {
  seq: number;
  created_at: number;
  /** Null while it is pending. */
  completed_at: number | null;
  attempt_count: number;
}

export interface SweptEnded {
  seq: number;
  created_at: number;
  /** Null while it is under way. */
  ended_at: number | null;
}

export interface SweptEvent {
  seq: number;
  created_at: number;
  /** 1 while there are deliveries of it. */
  is_needed: number;
  /** Of its data; null where that was erased. */
  bytes: number | null;
}

const failed = codeOf(deliveryStatusCodes, "failed");
const expired = codeOf(deliveryReasonCodes, "expired");

/**
 * Pages that are given back before the clock is looked at. One that is free itself is searched for in the list of free
 * pages: with a million of these that takes a millisecond and more; and from a cold disk each page costs several reads.
 */
const pagesAtOnce = 2;

/** The sweep's statements. Lists of numbers are bound as JSON. */
export function prepareSweep(db: Database) {
  return {
    // Before it is written: what an update returns is due no more.
    waiting: db.prepare<{ share: number; due_at: number }, [number]>(
      "SELECT share, due_at FROM deliveries WHERE seq = ? AND status = 0",
    ),
    // Not what was canceled in a way whose steps have not come there yet, nor what goes with its endpoint.
    expire: db.prepare<ExpiredRow, [number, number, number]>(`
      UPDATE deliveries SET status = ${failed}, reason = ${expired}, due_at = NULL, completed_at = ?
      WHERE seq = ? AND status = 0 AND first_due_at <= ?
        AND seq > (
          SELECT canceled_through FROM endpoints
          WHERE endpoints.seq = deliveries.endpoint_seq AND deleted_at IS NULL)
        AND seq > coalesce((SELECT canceled_through FROM events WHERE events.seq = deliveries.event_seq), 0)
      RETURNING organization_seq, endpoint_seq, type_seq, created_at`),
    organization: db.prepare<{ seq: number; days: number | null }, [number]>(`
      SELECT seq, json_extract(settings, '$.retentionDays') AS days FROM organizations
      WHERE seq >= ? ORDER BY seq LIMIT 1`),
    deliveries: db.prepare<SweptDelivery, [number, number, number]>(`
      SELECT seq, created_at, completed_at, attempt_count FROM deliveries INDEXED BY deliveries_by_organization
      WHERE organization_seq = ? AND seq > ? ORDER BY seq LIMIT ?`),
    deleteAttempts: db.prepare<null, [string]>(
      "DELETE FROM attempts WHERE delivery_seq IN (SELECT value FROM json_each(?))",
    ),
    deleteDeliveries: db.prepare<null, [string]>(
      "DELETE FROM deliveries WHERE seq IN (SELECT value FROM json_each(?))",
    ),
    events: db.prepare<SweptEvent, [number, number, number]>(`
      SELECT seq, created_at, octet_length(data) AS bytes,
        EXISTS (SELECT 1 FROM deliveries WHERE event_seq = events.seq) AS is_needed
      FROM events INDEXED BY events_by_organization
      WHERE organization_seq = ? AND seq > ? ORDER BY seq LIMIT ?`),
    anyChoreOfEvents: db.prepare<{ 1: number }, []>(
      "SELECT 1 FROM chores WHERE event_seq IS NOT NULL OR event_seqs IS NOT NULL LIMIT 1",
    ),
    deleteEvents: db.prepare<null, [string]>(
      "DELETE FROM events WHERE seq IN (SELECT value FROM json_each(?))",
    ),
    tasks: {
      find: db.prepare<SweptEnded, [number, number, number]>(`
        SELECT seq, created_at, completed_at AS ended_at FROM tasks INDEXED BY tasks_by_organization
        WHERE organization_seq = ? AND seq > ? ORDER BY seq LIMIT ?`),
      remove: db.prepare<null, [string]>("DELETE FROM tasks WHERE seq IN (SELECT value FROM json_each(?))"),
    },
    audit: {
      find: db.prepare<SweptEnded, [number, number, number]>(`
        SELECT seq, at AS created_at, at AS ended_at FROM audit_log INDEXED BY audit_log_by_organization
        WHERE organization_seq = ? AND seq > ? ORDER BY seq LIMIT ?`),
      remove: db.prepare<null, [string]>(
        "DELETE FROM audit_log WHERE seq IN (SELECT value FROM json_each(?))",
      ),
    },
    nextCounters: db.prepare<
      { organization_seq: number; span: number; endpoint_seq: number },
      [number, number, number]
    >(`
      SELECT organization_seq, span, endpoint_seq FROM statistics
      WHERE (organization_seq, span, endpoint_seq) > (?, ?, ?)
      ORDER BY organization_seq, span, endpoint_seq LIMIT 1`),
    deleteCounters: db.prepare<null, [number, number, number, number, number]>(`
      DELETE FROM statistics WHERE (organization_seq, span, endpoint_seq, start_at, type_seq) IN (
        SELECT organization_seq, span, endpoint_seq, start_at, type_seq FROM statistics
        WHERE organization_seq = ? AND span = ? AND endpoint_seq = ? AND start_at < ? LIMIT ?)`),
    // The oldest may be active still: they are looked at, and stay.
    deleteAlerts: db.prepare<null, [number, number]>(`
      DELETE FROM alerts WHERE seq IN (
        SELECT seq FROM (SELECT seq, deactivated_at FROM alerts ORDER BY seq LIMIT ?) WHERE deactivated_at < ?)`),
    deleteSourceKeys: db.prepare<null, [number, number]>(`
      DELETE FROM source_keys WHERE seq IN (
        SELECT seq FROM (SELECT seq, created_at FROM source_keys ORDER BY seq LIMIT ?) WHERE created_at < ?)`),
    source: db.prepare<{ seq: number; days: number | null }, [number]>(`
      SELECT s.seq, json_extract(o.settings, '$.retentionDays') AS days
      FROM sources s JOIN organizations o ON o.seq = s.organization_seq
      WHERE s.seq >= ? ORDER BY s.seq LIMIT 1`),
    // Of a thousand, by the index; times rise with the ids, and a clock that was ahead leaves nothing for long.
    deleteSourceRequests: db.prepare<null, [number, number, number]>(`
      DELETE FROM source_requests WHERE seq IN (
        SELECT seq FROM source_requests WHERE source_seq = ? AND at < ? LIMIT ?)`),
    freePages: db.prepare<{ freelist_count: number }, []>("PRAGMA freelist_count"),
    allPages: db.prepare<{ page_count: number }, []>("PRAGMA page_count"),
    pageBytes: db.prepare<{ page_size: number }, []>("PRAGMA page_size"),
    // One row for each page: it gives back no more than are read.
    givePagesBack: db.prepare(`PRAGMA incremental_vacuum(${pagesAtOnce})`),
  };
}
