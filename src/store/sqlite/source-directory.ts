import type { Database, Statement } from "bun:sqlite";
import { notFound } from "../../domain/app-error.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { Source } from "../../domain/source.ts";
import { toIso } from "../../domain/time.ts";
import type { Vault } from "../../platform/vault.ts";
import { meaningOf, sourceKindCodes, sourceStatusCodes } from "./codes.ts";
import type { EndpointDirectory } from "./endpoint-directory.ts";

/** What a seal belongs to: a value copied to another source does not open. */
export const sourceConfigIdentity = (sourceId: string) => `source ${sourceId} config`;

/** A source as the writing thread keeps it in memory, its configuration opened. */
export interface SourceRecord {
  readonly seq: number;
  readonly organizationId: OrganizationId;
  source: Source;
  /** Requests that were logged since it was read: now and then the oldest are deleted. */
  logged: number;
}

interface SourceRow {
  seq: number;
  id: string;
  organization_id: string;
  kind: number;
  name: string;
  status: number;
  sealed_config: Uint8Array;
  created_at: number;
  updated_at: number;
}

/** Sources in memory, each read when it is first asked for. A deleted one, or a deleted organization's, is not found. */
export class SourceDirectory {
  readonly #vault: Vault;
  readonly #endpoints: EndpointDirectory;
  readonly #byId = new Map<string, SourceRecord>();
  readonly #find: Statement<SourceRow, [string]>;

  constructor(db: Database, parts: { vault: Vault; endpoints: EndpointDirectory }) {
    this.#vault = parts.vault;
    this.#endpoints = parts.endpoints;
    this.#find = db.prepare(`
      SELECT s.seq, s.id, o.id AS organization_id, s.kind, s.name, s.status, s.sealed_config, s.created_at, s.updated_at
      FROM sources s JOIN organizations o ON o.seq = s.organization_seq
      WHERE s.id = ? AND s.deleted_at IS NULL AND o.deleted_at IS NULL`);
  }

  /** Forgets everything. */
  reset(): void {
    this.#byId.clear();
  }

  find(id: string): SourceRecord | null {
    const known = this.#byId.get(id) ?? this.#read(id);
    // An organization that was deleted takes its sources along.
    return known !== null && this.#endpoints.organizations.find(known.organizationId) !== null ? known : null;
  }

  /** Throws `not_found`, also for another organization's. */
  require(organizationId: OrganizationId, id: string): SourceRecord {
    const found = this.find(id);
    if (found?.organizationId !== organizationId) throw notFound("source", id);
    return found;
  }

  /** Takes in a source as just written. */
  put(record: SourceRecord): void {
    this.#byId.set(record.source.id, record);
  }

  remove(id: string): void {
    this.#byId.delete(id);
  }

  #read(id: string): SourceRecord | null {
    const row = this.#find.get(id);
    if (!row) return null;
    const record: SourceRecord = {
      seq: row.seq,
      organizationId: row.organization_id as OrganizationId,
      source: {
        id: row.id,
        kind: meaningOf(sourceKindCodes, row.kind),
        name: row.name,
        status: meaningOf(sourceStatusCodes, row.status),
        config: openConfig(this.#vault, row.id, row.sealed_config),
        createdAt: toIso(row.created_at),
        updatedAt: toIso(row.updated_at),
      },
      logged: 0,
    };
    this.#byId.set(id, record);
    return record;
  }
}

export function openConfig(vault: Vault, id: string, sealed: Uint8Array): object {
  return JSON.parse(vault.open(sealed, sourceConfigIdentity(id)));
}
