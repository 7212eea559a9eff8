import { isOutOfDescriptors } from "../platform/descriptors.ts";
import { type ParseTrouble, wireBytesMax } from "./response-parser.ts";
import type { TransportResult } from "./transport.ts";

/** What a request ended with, when it was not an answer; without the duration, which the sender knows. */
export type Trouble = Omit<Extract<TransportResult, { kind: "failed" }>, "durationMs"> | NotAttempted;

type NotAttempted = Extract<TransportResult, { kind: "not_attempted" }>;

type FailedOutcome = Extract<Trouble, { kind: "failed" }>["outcome"];

export function failed(outcome: FailedOutcome, error: string): Trouble {
  return { kind: "failed", outcome, error };
}

/** Trouble of our own: no attempt is counted. */
export function notAttempted(error: string): NotAttempted {
  return { kind: "not_attempted", error };
}

/** @param purpose what it was needed for */
export function noDescriptor(purpose: string): NotAttempted {
  return notAttempted(
    `This process has no file descriptor left for ${purpose}. Raise its limit (LimitNOFILE), or lower POSTHORN_MAX_IN_FLIGHT.`,
  );
}

/** A trouble as what a promise is rejected with. */
export class TroubleError extends Error {
  override name = "TroubleError";
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.error);
    this.trouble = trouble;
  }
}

/** The `code` of a system or TLS error; the message's first word would be a guess. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

/** Whether the socket was closed under the request: by a reset, or by an end where an answer was due. */
export function isClosedSocket(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ECONNRESET" || code === "EPIPE" || code === "ERR_SOCKET_CLOSED";
}

/** Says what it means that the answer is none. */
export function answerTrouble(trouble: ParseTrouble | null, place: string): Trouble {
  return failed("protocol_error", `${place} ${answerSentence(trouble)}`);
}

function answerSentence(trouble: ParseTrouble | null): string {
  switch (trouble?.kind) {
    case "switched":
      return "answered 101 and switched to another protocol, which nobody asked for. Check the receiver's URL.";
    case "flooded":
      return `sent more than ${wireBytesMax / 1024} KiB that make no complete answer. Check what the receiver sends before and between the parts of its answer.`;
    case "malformed":
      return `gave an answer that is not valid HTTP/1.1: ${trouble.reason}. Check that the receiver speaks HTTP on this port.`;
    case undefined:
      return "gave no answer.";
  }
}

/** Says what it means that the connection ended before the answer did; the error is null where it was closed in order. */
export function lossTrouble(
  error: Error | null,
  { place, hasHead }: { place: string; hasHead: boolean },
): Trouble {
  if (error !== null) return troubleOf(error, place);
  if (!hasHead) return closedTrouble(place);
  return failed(
    "protocol_error",
    `${place} closed the connection before the announced end of its answer. Check its Content-Length.`,
  );
}

function closedTrouble(place: string): Trouble {
  return failed(
    "connection_reset",
    `${place} closed the connection before its answer was complete. Check the receiver's log, and the proxy or load balancer before it.`,
  );
}

/**
 * Says what the error of a connection means, while it is opened or used.
 * @param place name and port of the receiver: never the path or the query, which may hold a secret
 */
export function troubleOf(error: unknown, place: string): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  const code = codeOf(error);
  if (isClosedSocket(error)) return closedTrouble(place);
  if (isTlsCode(code)) return failed("tls_error", tlsSentence(error, code, place));
  return connectTrouble(error, place);
}

/** Says what it means that no connection could be made. Several errors: one for each address that was tried. */
export function connectTrouble(error: unknown, place: string): Trouble {
  const codes = error instanceof AggregateError ? error.errors.map(codeOf) : [codeOf(error)];
  if (codes.some((code) => ownTroubleCodes.has(code))) {
    return notAttempted(
      `This host has no free port or file descriptor left for a connection to ${place} (${codes.join(", ")}). Raise its limits, or lower POSTHORN_MAX_IN_FLIGHT.`,
    );
  }
  if (codes.includes("ECONNREFUSED")) {
    // Bun reports a failed socket() as a refused connection, so it is asked here whether that was it.
    if (isOutOfDescriptors()) return noDescriptor(`a connection to ${place}`);
    return failed(
      "connection_refused",
      `No connection to ${place}: it was refused, or there is no way to it. Check that the receiver runs, listens there, and can be reached from this host.`,
    );
  }
  if (codes.includes("ECONNRESET")) {
    return failed(
      "connection_reset",
      `${place} reset the connection while it was being made. Check the receiver and its firewall.`,
    );
  }
  return failed(
    "connection_failed",
    `No connection to ${place} (${[...new Set(codes)].join(", ")}). Check the network between this host and the receiver.`,
  );
}

const ownTroubleCodes: ReadonlySet<string> = new Set([
  "EMFILE",
  "ENFILE",
  "EADDRNOTAVAIL",
  "ENOBUFS",
  "ENOMEM",
]);

/** The verification errors of OpenSSL (`X509_V_ERR_…`) as Node names them, beside its own prefixes. */
const tlsCodeRegex =
  /^(?:ERR_SSL_|ERR_TLS_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERROR_IN_CERT|INVALID_(?:CA|PURPOSE)|PATH_LENGTH|HOSTNAME_MISMATCH|EPROTO$)/;

function isTlsCode(code: string): boolean {
  return tlsCodeRegex.test(code);
}

function tlsSentence(error: unknown, code: string, place: string): string {
  if (code === "CERT_HAS_EXPIRED")
    return `The certificate of ${place} has expired. Renew it at the receiver.`;
  if (code === "CERT_NOT_YET_VALID") {
    return `The certificate of ${place} is not valid yet. Check the receiver's certificate and this host's clock.`;
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return `The certificate of ${place} is for another name. Use the name that the certificate holds, or get one for this name.`;
  }
  if (/SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|INVALID_CA/.test(code)) {
    return `The certificate of ${place} is not signed by an authority that is trusted here (${code}). Send the whole chain, or add a private authority with POSTHORN_EXTRA_CA_FILE.`;
  }
  const reason = error instanceof Error ? (/:([A-Z_0-9]+)$/.exec(error.message)?.[1] ?? code) : code;
  return `No TLS connection to ${place} (${reason}). Check that it speaks TLS 1.2 or later on this port.`;
}
