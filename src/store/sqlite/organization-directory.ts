import { and, desc, eq, isNull } from "drizzle-orm";
import { organizationNotFound } from "../../domain/app-error.ts";
import type { OrganizationId } from "../../domain/id.ts";
import {
  defaultOrganizationSettings,
  type Organization,
  type PayloadSettings,
} from "../../domain/organization.ts";
import type { Reference } from "../reference.ts";
import type { Drizzle } from "./drizzle.ts";
import { organizations, payloadSettings } from "./schema.ts";

/** What payloads show of an organization, from a delivery on. */
export interface PayloadSettingsFrom extends PayloadSettings {
  fromDeliverySeq: number;
}

/** An organization as the writing thread keeps it in memory: changed in place, because its endpoints refer to it. */
export interface OrganizationRecord extends Organization {
  readonly seq: number;
  /** Newest first; the last one begins before all deliveries. */
  payloadSettings: readonly PayloadSettingsFrom[];
}

/** What the body of the delivery shows of its organization: fixed when the delivery was made. */
export function payloadSettingsAt(organization: OrganizationRecord, deliverySeq: number): PayloadSettings {
  const found = organization.payloadSettings.find(({ fromDeliverySeq }) => fromDeliverySeq <= deliverySeq);
  if (!found) throw new Error(`Invariant broken: organization ${organization.id} has payload settings`);
  return { apiVersion: found.apiVersion, liveMode: found.liveMode };
}

/** Organizations in memory, each read when it is first asked for. A deleted one is not found. */
export class OrganizationDirectory {
  readonly #db: Drizzle;
  readonly #byId = new Map<OrganizationId, OrganizationRecord>();
  readonly #byUid = new Map<string, OrganizationRecord>();

  constructor(db: Drizzle) {
    this.#db = db;
  }

  /** Forgets everything. */
  reset(): void {
    this.#byId.clear();
    this.#byUid.clear();
  }

  /** Throws `not_found`. */
  require(id: OrganizationId): OrganizationRecord {
    const record = this.find(id);
    if (record?.id !== id) throw organizationNotFound(id);
    return record;
  }

  /** By id or uid; null if there is none. */
  find(reference: Reference): OrganizationRecord | null {
    return (
      this.#byId.get(reference as OrganizationId) ?? this.#byUid.get(reference) ?? this.#findInFile(reference)
    );
  }

  /** Takes in an organization as just written. */
  put(record: OrganizationRecord, noun: Organization, settings = record.payloadSettings): void {
    if (record.uid !== null) this.#byUid.delete(record.uid);
    Object.assign(record, noun, { payloadSettings: settings });
    this.#remember(record);
  }

  remove({ id, uid }: OrganizationRecord): void {
    this.#byId.delete(id);
    if (uid !== null) this.#byUid.delete(uid);
  }

  #findInFile(reference: Reference): OrganizationRecord | null {
    const { id, uid, deletedAt } = organizations;
    const isNamed = reference.startsWith("org_") ? eq(id, reference) : eq(uid, reference);
    const row = this.#db
      .select()
      .from(organizations)
      .where(and(isNamed, isNull(deletedAt)))
      .get();
    if (!row) return null;
    const record = recordOf(row, this.#readPayloadSettings(row.seq));
    this.#remember(record);
    return record;
  }

  #remember(record: OrganizationRecord): void {
    this.#byId.set(record.id, record);
    if (record.uid !== null) this.#byUid.set(record.uid, record);
  }

  #readPayloadSettings(organizationSeq: number): PayloadSettingsFrom[] {
    const { fromDeliverySeq, apiVersion, liveMode } = payloadSettings;
    return this.#db
      .select({ fromDeliverySeq, apiVersion, liveMode })
      .from(payloadSettings)
      .where(eq(payloadSettings.organizationSeq, organizationSeq))
      .orderBy(desc(fromDeliverySeq))
      .all();
  }
}

export function recordOf(
  row: typeof organizations.$inferSelect,
  settings: readonly PayloadSettingsFrom[],
): OrganizationRecord {
  return { ...nounOf(row), seq: row.seq, payloadSettings: settings };
}

/** The row as the API shows it. A setting that the file does not know yet has its default. */
export function nounOf(row: typeof organizations.$inferSelect): Organization {
  const { uid, name, createdAt, updatedAt } = row;
  const settings = { ...defaultOrganizationSettings, ...row.settings };
  return { id: row.id as OrganizationId, uid, name, settings, createdAt, updatedAt };
}
