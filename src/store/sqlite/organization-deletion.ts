import type { Database } from "bun:sqlite";

/** Rows that one step deletes. */
const rowsPerStep = 1000;
/** Of a source: a request that it has logged may have a body of 64 KiB. */
export const rowsOfSourcePerStep = 200;
/** Data of events that one step deletes: the pages of large ones are what takes time. */
const bytesPerStep = 4 * 1024 * 1024;

/** Tables by organization, and tables by endpoint: children before parents. Each has an index that serves its step. */
const beforeEvents = ["attempts", "deliveries", "alerts", "tasks"];
const ofEndpoints = ["endpoint_secrets", "endpoint_revisions", "endpoint_health", "congested_endpoints"];
/** What sources remember: the large ones first. */
export const ofSources = ["source_requests", "source_keys", "source_states"];
const afterEvents = [
  "sources",
  "endpoints",
  "api_keys",
  "event_types",
  "payload_settings",
  "audit_log",
  "idempotency_keys",
];

/**
 * Deletes what a deleted organization leaves, one bounded step a call, of one table at a time; the organization's own
 * row last. Says whether that was the last step.
 */
export function organizationDeletion(db: Database): (organizationSeq: number) => boolean {
  const steps = [
    ...beforeEvents.map((table) => deleteSome(db, table)),
    deleteEvents(db),
    ...ofEndpoints.map((table) => deleteSomeOfEndpoints(db, table)),
    ...ofSources.map((table) => deleteSomeOfSources(db, table)),
    ...afterEvents.map((table) => deleteSome(db, table)),
    deleteStatistics(db),
  ];
  const deleteOrganization = db.prepare("DELETE FROM organizations WHERE seq = ?");
  return (organizationSeq) => {
    for (const step of steps) if (step(organizationSeq) > 0) return false;
    deleteOrganization.run(organizationSeq);
    return true;
  };
}

/** Says how many rows it deleted. */
type Step = (organizationSeq: number) => number;

function deleteSome(db: Database, table: string): Step {
  const statement = db.prepare(
    `DELETE FROM ${table} WHERE rowid IN
       (SELECT rowid FROM ${table} WHERE organization_seq = ? LIMIT ${rowsPerStep})`,
  );
  return (organizationSeq) => statement.run(organizationSeq).changes;
}

function deleteSomeOfEndpoints(db: Database, table: string): Step {
  const statement = db.prepare(
    `DELETE FROM ${table} WHERE rowid IN
       (SELECT t.rowid FROM endpoints e CROSS JOIN ${table} t ON t.endpoint_seq = e.seq
        WHERE e.organization_seq = ? LIMIT ${rowsPerStep})`,
  );
  return (organizationSeq) => statement.run(organizationSeq).changes;
}

function deleteSomeOfSources(db: Database, table: string): Step {
  const statement = db.prepare(
    `DELETE FROM ${table} WHERE rowid IN
       (SELECT t.rowid FROM sources s CROSS JOIN ${table} t ON t.source_seq = s.seq
        WHERE s.organization_seq = ? LIMIT ${rowsOfSourcePerStep})`,
  );
  return (organizationSeq) => statement.run(organizationSeq).changes;
}

function deleteStatistics(db: Database): Step {
  const statement = db.prepare(
    `DELETE FROM statistics WHERE (organization_seq, span, endpoint_seq, start_at, type_seq) IN
       (SELECT organization_seq, span, endpoint_seq, start_at, type_seq FROM statistics
        WHERE organization_seq = ? LIMIT ${rowsPerStep})`,
  );
  return (organizationSeq) => statement.run(organizationSeq).changes;
}

function deleteEvents(db: Database): Step {
  // octet_length reads the row's header, not the data.
  const oldest = db.prepare<{ seq: number; bytes: number | null }, [number]>(
    `SELECT seq, octet_length(data) AS bytes FROM events WHERE organization_seq = ? ORDER BY seq LIMIT ${rowsPerStep}`,
  );
  const deleteThrough = db.prepare("DELETE FROM events WHERE organization_seq = ? AND seq <= ?");
  return (organizationSeq) => {
    let through = 0;
    let bytesTaken = 0;
    for (const { seq, bytes } of oldest.all(organizationSeq)) {
      bytesTaken += bytes ?? 0;
      if (through > 0 && bytesTaken > bytesPerStep) break;
      through = seq;
    }
    return deleteThrough.run(organizationSeq, through).changes;
  };
}
