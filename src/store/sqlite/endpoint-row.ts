import type { EndpointSpec } from "../../domain/endpoint.ts";
import { isSensitiveHeader } from "../../domain/header-name.ts";
import type { SigningSpec } from "../../domain/signing.ts";
import type { Vault } from "../../platform/vault.ts";
import {
  bodySecretIdentity,
  type EndpointDirectory,
  type EndpointRecord,
  headersIdentity,
} from "./endpoint-directory.ts";
import type { StoredHeaders } from "./schema.ts";

type EndpointRow = EndpointRecord["row"];

/** What a row's columns say, secrets in clear. */
export function specOfRow(directory: EndpointDirectory, row: EndpointRow): EndpointSpec {
  return {
    ...plainColumns(row),
    headers: directory.clearHeaders(row),
    signing: directory.clearSigning(row),
  };
}

/** What is stored as it is. */
export function plainColumns(spec: Omit<EndpointSpec, "headers" | "signing">) {
  const {
    url,
    uid,
    description,
    eventTypes,
    filter,
    rateLimitPerSecond,
    timeoutSeconds,
    retry,
    autoDisableAfter,
    ordered,
    payloadFormat,
    metadata,
  } = spec;
  return {
    url,
    uid,
    description,
    eventTypes,
    filter,
    rateLimitPerSecond,
    timeoutSeconds,
    retry,
    autoDisableAfter,
    ordered,
    payloadFormat,
    metadata,
  };
}

/** The headers' columns: sensitive values are sealed. */
export function headerColumns(vault: Vault, id: string, headers: Record<string, string>) {
  const entries = Object.entries(headers);
  const sensitive = entries.filter(([name]) => isSensitiveHeader(name));
  const stored: StoredHeaders = Object.fromEntries(
    entries.map(([name, value]) => [name, isSensitiveHeader(name) ? null : value]),
  );
  const sealedHeaders =
    sensitive.length === 0
      ? null
      : vault.seal(JSON.stringify(Object.fromEntries(sensitive)), headersIdentity(id));
  return { headers: stored, sealedHeaders };
}

/** The signing's columns: a secret of the body signature's own is sealed. */
export function signingColumns(vault: Vault, id: string, { scheme, bodySignature }: SigningSpec) {
  if (bodySignature === null) {
    return { signingScheme: scheme, bodySignature: null, sealedBodySecret: null };
  }
  const { secret, ...stored } = bodySignature;
  const sealedBodySecret = secret === null ? null : vault.seal(secret, bodySecretIdentity(id));
  return { signingScheme: scheme, bodySignature: stored, sealedBodySecret };
}

/** Whether what was sent, and is sent from now on, cannot be shown from the same revision. */
export function needsNewRevision(before: EndpointSpec, after: EndpointSpec): boolean {
  return (
    after.url !== before.url ||
    after.payloadFormat !== before.payloadFormat ||
    after.signing.bodySignature?.header !== before.signing.bodySignature?.header ||
    JSON.stringify(after.headers) !== JSON.stringify(before.headers)
  );
}
