import { changesBetween } from "../../domain/audit-entry.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { Reference } from "../reference.ts";
import type { EndpointDirectory, EndpointRecord } from "./endpoint-directory.ts";
import { specOfRow } from "./endpoint-row.ts";
import type { Transaction } from "./group-commit.ts";
import { endpointNoun } from "./read-endpoints.ts";

/** An endpoint as far as people change it: as the API shows it, and what it hides. */
interface Snapshot {
  record: EndpointRecord;
  shown: Record<string, unknown>;
  /** With secrets in clear, to be compared and never shown. */
  hidden: Record<string, unknown>;
}

/** Wraps a verb about one endpoint so that what it changed is noted; a verb that changed nothing notes nothing. */
export function notingEndpointChanges(directory: EndpointDirectory) {
  return <T>(organizationId: OrganizationId, reference: Reference, verb: (transaction: Transaction) => T) =>
    (transaction: Transaction): T => {
      const from = snapshotOf(directory, directory.find(organizationId, reference));
      const value = verb(transaction);
      const after = from ? directory.bySeq(from.record.row.seq) : directory.find(organizationId, reference);
      noteChange(transaction, from, snapshotOf(directory, after));
      return value;
    };
}

function noteChange(transaction: Transaction, from: Snapshot | null, to: Snapshot | null): void {
  const hidden = Object.keys({ ...from?.hidden, ...to?.hidden }).filter(
    (name) => JSON.stringify(from?.hidden[name]) !== JSON.stringify(to?.hidden[name]),
  );
  const changes = changesBetween({ from: from?.shown ?? null, to: to?.shown ?? null }, hidden);
  const record = to?.record ?? from?.record;
  if (record && Object.keys(changes).length > 0) {
    transaction.noteChange({ objectId: record.row.id, changes });
  }
}

function snapshotOf(directory: EndpointDirectory, record: EndpointRecord | null): Snapshot | null {
  if (record === null) return null;
  const nothingDue = { oldestDueAtMs: null, firstStartedDueAtMs: null };
  const {
    id: _id,
    health: _health,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...shown
  } = endpointNoun(record.row, record.health, nothingDue, { nowMs: 0, successRate24h: null });
  return { record, shown, hidden: { ...specOfRow(directory, record.row) } };
}
