import type { PayloadFormat } from "../domain/endpoint.ts";
import type { EventContent } from "../domain/event.ts";
import type { NewId } from "../domain/id.ts";
import type { PayloadSettings } from "../domain/organization.ts";
import { fixedHeaders } from "../domain/outbound-request.ts";
import { type Outcome, outcomeOfStatus, retryAfterMs } from "../domain/outcome.ts";
import { payloadFormats } from "../domain/payload/payload-formats.ts";
import type { Clock } from "../platform/clock.ts";
import { bodySignatureOf } from "../signing/body-signature.ts";
import { signatureHeader } from "../signing/signature-header.ts";
import { signatureSchemes } from "../signing/signature-schemes.ts";
import type { AttemptResult, Target } from "../store/engine-verbs.ts";
import { withoutEchoes } from "./echoes.ts";
import type { Transport, TransportResult } from "./transport.ts";

/** What is sent: an event, and how its body is made. */
export interface Sendable {
  event: EventContent;
  payloadFormat: PayloadFormat;
  settings: PayloadSettings;
}

/** The attempt as it ended, or why our own trouble kept it from being made. */
export type SendResult = AttemptResult | { notAttempted: string };

/** Makes one attempt: renders, signs, sends, and says what came of it. */
export interface AttemptSender {
  /** @param attemptNumber 1 for the first */
  sendOnce(target: Target, sendable: Sendable, attemptNumber: number): Promise<SendResult>;
}

export interface AttemptSenderOptions {
  transport: Transport;
  clock: Clock;
  newId: NewId;
  /** Of this program, for `User-Agent`. */
  version: string;
}

/** Whether the attempt was made at all. */
export function wasAttempted(result: SendResult): result is AttemptResult {
  return !("notAttempted" in result);
}

export function createAttemptSender(options: AttemptSenderOptions): AttemptSender {
  const { transport, clock, newId, version } = options;
  return {
    async sendOnce(target, { event, payloadFormat, settings }, attemptNumber) {
      const startedAtMs = clock.now();
      const body = payloadFormats[payloadFormat](event, settings);
      const timestamp = Math.floor(startedAtMs / 1000);
      const content = { id: event.id, timestamp, body };
      const scheme = signatureSchemes[target.signing.scheme];
      const signature = signatureHeader(scheme, target.secrets, content, startedAtMs);
      const bodySignature = signBody(target, body);
      const headers = fixedHeaders(event, { attemptNumber, version });
      headers["webhook-timestamp"] = String(timestamp);
      headers["webhook-signature"] = signature;
      // Neither can take these names, or each other's: they were refused when the endpoint was written.
      Object.assign(headers, target.headers, bodySignature?.headers);
      const { url, timeoutMs, revision } = target;
      const result = await transport.send({ url, headers, body, timeoutMs });
      if (result.kind === "not_attempted") return { notAttempted: result.error };
      const id = newId("attempt");
      const signatures = { signature, bodySignature: bodySignature?.value ?? null };
      return { id, startedAtMs, revision, ...signatures, ...answerOf(result, target.headers, clock.now()) };
    },
  };
}

/** One value, with the newest secret: a receiver that checks the plain form reads only one. */
function signBody(
  { signing: { bodySignature }, secrets: [newest] }: Target,
  body: string,
): { value: string; headers: Record<string, string> } | null {
  if (bodySignature === null || newest === undefined) return null;
  const value = bodySignatureOf(bodySignature, newest.secret, body);
  return { value, headers: { [bodySignature.header]: value } };
}

type Answer = Omit<AttemptResult, "id" | "startedAtMs" | "revision" | "signature" | "bodySignature">;

function answerOf(
  result: Exclude<TransportResult, { kind: "not_attempted" }>,
  sent: Readonly<Record<string, string>>,
  nowMs: number,
): Answer {
  if (result.kind === "failed") {
    return {
      durationMs: Math.round(result.durationMs),
      outcome: result.outcome,
      responseStatus: null,
      responseHeaders: null,
      responseBody: null,
      responseBodyTruncated: false,
      error: result.error,
      retryAfterMs: null,
    };
  }
  const { status } = result;
  const { headers, body, bodyTruncated } = withoutEchoes(result, sent);
  const outcome = outcomeOfStatus(status);
  const mayAskToWait = status === 429 || status === 503;
  return {
    durationMs: Math.round(result.durationMs),
    outcome,
    responseStatus: status,
    responseHeaders: headers,
    responseBody: body,
    responseBodyTruncated: bodyTruncated,
    error: sentenceAbout(outcome, status),
    retryAfterMs: mayAskToWait ? retryAfterMs(result.headers["retry-after"], nowMs) : null,
  };
}

function sentenceAbout(outcome: Outcome, status: number): string | null {
  if (outcome === "success") return null;
  if (outcome === "redirect") {
    return `The receiver answered ${status}, a redirect, which is not followed. Set the endpoint's URL to the final address.`;
  }
  if (status === 410) return "The receiver answered 410: it is gone and wants no more events.";
  if (status === 429) return "The receiver answered 429: it wants fewer requests for a while.";
  return `The receiver answered ${status}.`;
}
