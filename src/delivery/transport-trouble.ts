import { isOutOfDescriptors } from "../platform/descriptors.ts";
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

/** Carries a trouble through the agent of `node:http`, which hands errors on. */
export class TroubleError extends Error {
  override name = "TroubleError";
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.error);
    this.trouble = trouble;
  }
}

/** The `code` of a system, TLS or parser error; the message's first word would be a guess. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

/** Whether the socket was closed under the request: by a reset, or by an end where an answer was due. */
export function isClosedSocket(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ECONNRESET" || code === "EPIPE" || code === "ERR_SOCKET_CLOSED";
}

/**
 * Says what an error of a request means.
 * @param place name and port of the receiver: never the path or the query, which may hold a secret
 */
export function troubleOf(error: unknown, place: string): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  const code = codeOf(error);
  if (isClosedSocket(error)) {
    return failed(
      "connection_reset",
      `${place} closed the connection before its answer was complete. Check the receiver's log, and the proxy or load balancer before it.`,
    );
  }
  if (code.startsWith("HPE_")) {
    return failed(
      "protocol_error",
      `${place} gave an answer that is not valid HTTP/1.1: ${parserReason(error, code)}.`,
    );
  }
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

function parserReason(error: unknown, code: string): string {
  if (code === "HPE_HEADER_OVERFLOW") return "its headers are larger than 16 KiB";
  return error instanceof Error ? error.message.replace(/^Parse Error: /, "") : code;
}
