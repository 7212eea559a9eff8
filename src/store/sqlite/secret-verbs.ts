import { AppError } from "../../domain/app-error.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { SignatureSchemeName } from "../../domain/signing.ts";
import { activeSecretsMax, type EndpointSecret, publicKeyOf } from "../../domain/signing-secret.ts";
import { toIso } from "../../domain/time.ts";
import type { EndpointVerbs } from "../endpoint-verbs.ts";
import { collectWork, type EndpointKey, type NewWork } from "../new-work.ts";
import type { Reference } from "../reference.ts";
import type { SqliteContext } from "./context.ts";
import { type EndpointRecord, secretIdentity } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";

interface Rotation {
  secretFor: (scheme: SignatureSchemeName) => string;
  gracePeriodSeconds: number;
  nowMs: number;
}

/** Writes signing secrets, sealed. */
export function secretWriter({ db, sequences, vault }: SqliteContext) {
  const deleteAll = db.prepare("DELETE FROM endpoint_secrets WHERE endpoint_seq = ?");
  const insertSealed = db.prepare(
    "INSERT INTO endpoint_secrets (seq, endpoint_seq, sealed, created_at, expires_at) VALUES (?, ?, ?, ?, NULL)",
  );
  function insert({ id, seq }: { id: string; seq: EndpointKey }, secret: string, nowMs: number): Uint8Array {
    const sealed = vault.seal(secret, secretIdentity(id));
    insertSealed.run(sequences.next("endpoint_secrets"), seq, sealed, nowMs);
    return sealed;
  }
  return {
    insert,
    /** The secret signs alone from now on. */
    replace(
      endpoint: { id: string; seq: EndpointKey },
      secret: string,
      nowMs: number,
    ): EndpointRecord["secrets"] {
      deleteAll.run(endpoint.seq);
      return [{ sealed: insert(endpoint, secret, nowMs), expiresAtMs: null }];
    },
  };
}

/** Signing secrets: reading and rotating. */
export function secretVerbs(context: SqliteContext): Pick<EndpointVerbs, "getSecret" | "rotateSecret"> {
  const { db, directory, commits } = context;
  const writer = secretWriter(context);
  const deleteExpired = db.prepare("DELETE FROM endpoint_secrets WHERE endpoint_seq = ? AND expires_at <= ?");
  const expireNewest = db.prepare(
    "UPDATE endpoint_secrets SET expires_at = ? WHERE endpoint_seq = ? AND expires_at IS NULL",
  );

  function rotate(
    organizationId: OrganizationId,
    reference: Reference,
    { secretFor, gracePeriodSeconds, nowMs }: Rotation,
    transaction: Transaction,
  ): { secret: EndpointSecret; work: NewWork } {
    const record = directory.require(organizationId, reference);
    const endMs = nowMs + gracePeriodSeconds * 1000;
    const old = record.secrets
      .map(({ sealed, expiresAtMs }) => ({ sealed, expiresAtMs: expiresAtMs ?? endMs }))
      .filter(({ expiresAtMs }) => expiresAtMs > nowMs);
    if (old.length >= activeSecretsMax) throw tooManySecrets();
    const { seq, signingScheme } = record.row;
    const secret = secretFor(signingScheme);
    expireNewest.run(endMs, seq);
    deleteExpired.run(seq, nowMs);
    const sealed = writer.insert(record.row, secret, nowMs);
    const changed: EndpointRecord = { ...record, secrets: [{ sealed, expiresAtMs: null }, ...old] };
    transaction.noteChange({ objectId: record.row.id, changes: {} });
    directory.put(changed);
    return { secret: read(changed, nowMs), work: { ...collectWork(), changed: [seq] } };
  }

  function read(record: EndpointRecord, nowMs: number): EndpointSecret {
    const [newest, ...older] = directory.openSecrets(record);
    if (!newest) throw new Error(`Invariant broken: endpoint ${record.row.id} has a signing secret`);
    const previous = older.flatMap(({ expiresAtMs }) =>
      expiresAtMs !== null && expiresAtMs > nowMs ? [{ expiresAt: toIso(expiresAtMs) }] : [],
    );
    return { secret: newest.secret, publicKey: publicKeyOf(newest.secret), previous };
  }

  return {
    getSecret: async (organizationId, reference, nowMs) =>
      read(directory.require(organizationId, reference), nowMs),
    rotateSecret: (organizationId, reference, rotation) =>
      commits.run((transaction) => rotate(organizationId, reference, rotation, transaction)),
  };
}

function tooManySecrets(): AppError {
  return new AppError(
    "limit_reached",
    `${activeSecretsMax} secrets sign for this endpoint already. Wait until one has expired, or rotate with "gracePeriodSeconds": 0, which cuts the newest one off at once.`,
  );
}
