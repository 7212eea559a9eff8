import { eq } from "drizzle-orm";
import type { Attempt } from "../../domain/attempt.ts";
import type { SentRequest } from "../../domain/delivery.ts";
import { redacted } from "../../domain/header-name.ts";
import type { PayloadSettings } from "../../domain/organization.ts";
import { fixedHeaders } from "../../domain/outbound-request.ts";
import { payloadFormats } from "../../domain/payload/payload-formats.ts";
import { fromIso } from "../../domain/time.ts";
import type { Drizzle } from "./drizzle.ts";
import { readContent } from "./read-events.ts";
import { endpointRevisions } from "./schema.ts";

/**
 * Requests are not stored: the body is rendered again from the event, the revision that the delivery names, and what its
 * organization's settings were; URL and headers come from the revision that the attempt used.
 */
interface RequestParts {
  eventSeq: number;
  bodyRevisionSeq: number;
  settings: PayloadSettings;
  version: string;
}

/** The request of an attempt as it was sent. */
export function requestOfAttempt(
  orm: Drizzle,
  parts: RequestParts & {
    attempt: Attempt;
    revisionSeq: number;
    signature: string;
    bodySignature: string | null;
  },
): SentRequest {
  const { attempt, bodySignature } = parts;
  return render(orm, parts, parts.revisionSeq, attempt.number, {
    "webhook-timestamp": String(Math.floor(fromIso(attempt.startedAt) / 1000)),
    "webhook-signature": parts.signature,
    ...bodySignatureHeader(orm, parts.revisionSeq, bodySignature),
  });
}

function bodySignatureHeader(
  orm: Drizzle,
  revisionSeq: number,
  value: string | null,
): Record<string, string> {
  const name = value === null ? null : readRevision(orm, revisionSeq).bodySignatureHeader;
  return name === null || value === null ? {} : { [name]: value };
}

/**
 * What the first attempt will send, without the moment's timestamp and signature.
 * @param parts with the revision that URL and headers come from
 */
export function requestBeforeFirst(orm: Drizzle, parts: RequestParts & { revisionSeq: number }): SentRequest {
  return render(orm, parts, parts.revisionSeq, 1, {});
}

function render(
  orm: Drizzle,
  { eventSeq, bodyRevisionSeq, settings, version }: RequestParts,
  revisionSeq: number,
  attemptNumber: number,
  signatureHeaders: Record<string, string>,
): SentRequest {
  const { event, isErased } = readContent(orm, eventSeq);
  const sent = readRevision(orm, revisionSeq);
  // The headers too: the signature is made from what was erased.
  if (isErased) return { url: sent.url, headers: null, body: null };
  const { payloadFormat } = readRevision(orm, bodyRevisionSeq);
  const custom = Object.fromEntries(
    Object.entries(sent.headers).map(([name, value]) => [name, value ?? redacted]),
  );
  return {
    url: sent.url,
    headers: { ...fixedHeaders(event, { attemptNumber, version }), ...signatureHeaders, ...custom },
    body: payloadFormats[payloadFormat](event, settings),
  };
}

function readRevision(orm: Drizzle, seq: number) {
  const row = orm.select().from(endpointRevisions).where(eq(endpointRevisions.seq, seq)).get();
  if (!row) throw new Error(`Invariant broken: endpoint revision ${seq} of a delivery exists`);
  return row;
}
