import { eq } from "drizzle-orm";
import { AppError } from "../../domain/app-error.ts";
import { changesBetween } from "../../domain/audit-entry.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { Organization } from "../../domain/organization.ts";
import { toIso } from "../../domain/time.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type { NewOrganization, OrganizationSpec, OrganizationVerbs } from "../organization-verbs.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import type { SqliteContext } from "./context.ts";
import { forgetEndpoint } from "./forget-endpoint.ts";
import type { Transaction } from "./group-commit.ts";
import { type OrganizationRecord, type PayloadSettingsFrom, recordOf } from "./organization-directory.ts";
import { organizations, payloadSettings } from "./schema.ts";

/** Tenants: their making, changing, deleting and reading. */
export function organizationVerbs(context: SqliteContext, chores: ChoreSteps): OrganizationVerbs {
  const { orm, db, directory, commits, reader } = context;
  const markDeleted = db.prepare("UPDATE organizations SET deleted_at = ?, uid = NULL WHERE seq = ?");

  function create(transaction: Transaction, made: NewOrganization): Organization {
    refuseTakenUid(made.uid, null);
    const created = nounOf(insertOrganization(context, made));
    noteInstanceChange(transaction, null, created);
    return created;
  }

  function update(
    transaction: Transaction,
    organizationId: OrganizationId,
    change: (current: Organization) => OrganizationSpec,
    nowMs: number,
  ): Organization {
    const record = directory.organization(organizationId);
    const before = nounOf(record);
    const { uid, name, settings } = change(before);
    refuseTakenUid(uid, record);
    const after: Organization = { ...before, uid, name, settings, updatedAt: toIso(nowMs) };
    noteChange(transaction, record.seq, before, after);
    orm
      .update(organizations)
      .set({ uid, name, settings, updatedAt: after.updatedAt })
      .where(eq(organizations.seq, record.seq))
      .run();
    const { apiVersion, liveMode } = settings;
    const isAsBefore = apiVersion === before.settings.apiVersion && liveMode === before.settings.liveMode;
    directory.organizations.put(
      record,
      after,
      isAsBefore ? record.payloadSettings : changePayloadSettings(record, { apiVersion, liveMode }),
    );
    return after;
  }

  /** From the next delivery on. */
  function changePayloadSettings(
    { seq, payloadSettings: known }: OrganizationRecord,
    settings: { apiVersion: string; liveMode: boolean },
  ): PayloadSettingsFrom[] {
    const changed = { fromDeliverySeq: context.sequences.last("deliveries") + 1, ...settings };
    context.sequences.remember();
    insertPayloadSettings(context, seq, changed);
    return [changed, ...known.filter(({ fromDeliverySeq }) => fromDeliverySeq < changed.fromDeliverySeq)];
  }

  function remove(transaction: Transaction, organizationId: OrganizationId, nowMs: number): NewWork {
    const record = directory.organization(organizationId);
    noteInstanceChange(transaction, nounOf(record), null);
    markDeleted.run(nowMs, record.seq);
    chores.addOrganizationDeletion(record.seq);
    const changed = directory.removeOrganization(record);
    transaction.afterCommit(() => {
      for (const endpoint of changed) forgetEndpoint(context, endpoint);
    });
    return { ...collectWork(), changed, chores: true };
  }

  /** Which tenants there are is the instance's: it stands in the log of `default`, which stays when one goes. */
  function noteInstanceChange(
    transaction: Transaction,
    from: Organization | null,
    to: Organization | null,
  ): void {
    noteChange(transaction, directory.organizations.instance().seq, from, to);
  }

  function refuseTakenUid(uid: string | null, own: OrganizationRecord | null): void {
    if (uid === null) return;
    const holder = directory.organizations.find(uid);
    if (holder === null || holder === own) return;
    throw new AppError(
      "conflict",
      `The uid "${uid}" is taken by organization ${holder.id}. Choose another one.`,
      { errors: [{ path: "uid", message: "is taken by another organization" }] },
    );
  }

  return {
    async findOrganization(reference) {
      const record = directory.organizations.find(reference);
      return record && nounOf(record);
    },
    listOrganizations: (page) => reader.read("organizations", page),
    createOrganization: (organization) => commits.run((transaction) => create(transaction, organization)),
    updateOrganization: (organizationId, change, nowMs) =>
      commits.run((transaction) => update(transaction, organizationId, change, nowMs)),
    deleteOrganization: (organizationId, nowMs) =>
      commits.run((transaction) => remove(transaction, organizationId, nowMs)),
  };
}

/** Writes a new organization and what its payloads show of it. Part of a verb. */
export function insertOrganization(context: SqliteContext, made: NewOrganization): OrganizationRecord {
  const { id, uid, name, settings } = made;
  const at = toIso(made.nowMs);
  const seq = context.sequences.next("organizations");
  const row = { seq, id, uid, name, settings, deletedAt: null, createdAt: at, updatedAt: at };
  context.orm.insert(organizations).values(row).run();
  const { apiVersion, liveMode } = settings;
  const first = { fromDeliverySeq: 0, apiVersion, liveMode };
  insertPayloadSettings(context, seq, first);
  return recordOf(row, [first]);
}

function insertPayloadSettings(
  { orm, sequences }: SqliteContext,
  organizationSeq: number,
  { fromDeliverySeq, apiVersion, liveMode }: PayloadSettingsFrom,
): void {
  orm
    .insert(payloadSettings)
    .values({
      seq: sequences.next("payload_settings"),
      organizationSeq,
      fromDeliverySeq,
      apiVersion,
      liveMode,
    })
    .onConflictDoUpdate({
      target: [payloadSettings.organizationSeq, payloadSettings.fromDeliverySeq],
      set: { apiVersion, liveMode },
    })
    .run();
}

function noteChange(
  transaction: Transaction,
  organizationSeq: number,
  from: Organization | null,
  to: Organization | null,
): void {
  const objectId = (to ?? from)?.id;
  const changes = changesBetween({ from: from && fieldsOf(from), to: to && fieldsOf(to) });
  if (objectId === undefined || Object.keys(changes).length === 0) return;
  transaction.noteChange({ objectId, changes, organizationSeq });
}

/** Each setting is a field of its own. */
function fieldsOf({ uid, name, settings }: Organization): Record<string, unknown> {
  const named = Object.entries(settings).map(([setting, value]) => [`settings.${setting}`, value]);
  return { uid, name, ...Object.fromEntries(named) };
}

function nounOf({ id, uid, name, settings, createdAt, updatedAt }: OrganizationRecord): Organization {
  return { id, uid, name, settings, createdAt, updatedAt };
}
