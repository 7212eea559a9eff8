import type { Socket } from "node:net";
import { StartError } from "../platform/start-error.ts";
import { hostAndPort } from "./egress-guard.ts";
import type { Opening } from "./race-connect.ts";
import { headerLines } from "./request-bytes.ts";
import { ResponseParser } from "./response-parser.ts";
import { failed, notAttempted, TroubleError } from "./transport-trouble.ts";

/** The HTTP proxy through which deliveries leave. */
export interface EgressProxy {
  host: string;
  port: number;
  /** Name and port, for messages: a proxy's URL may hold a password. */
  place: string;
  /** `proxy-authorization`, if the proxy's URL holds credentials. */
  headers: Record<string, string>;
}

/** Reads `POSTHORN_EGRESS_PROXY`. Throws a `StartError` when it is not the URL of an HTTP proxy. */
export function readEgressProxy(text: string): EgressProxy {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.protocol !== "http:" || url.hostname === "") {
    throw new StartError(
      "POSTHORN_EGRESS_PROXY is not the URL of an HTTP proxy. Write it as http://proxy.example.com:3128.",
    );
  }
  const { host, port } = hostAndPort(url);
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return {
    host,
    port,
    place: `${url.hostname}:${port}`,
    headers:
      credentials === ":"
        ? {}
        : { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` },
  };
}

/** Says what is wrong with the proxy, and what to do. */
export function proxySentence(proxy: EgressProxy, reason: string): string {
  return `The proxy ${proxy.place} ${reason}. Check it and POSTHORN_EGRESS_PROXY.`;
}

/** The trouble of a proxy that cannot be reached, or that wants credentials: not the receiver's. */
export function proxyTrouble(proxy: EgressProxy, reason: string): TroubleError {
  return new TroubleError(notAttempted(proxySentence(proxy, reason)));
}

export interface TunnelRequest {
  proxy: EgressProxy;
  /** A connection to the proxy. */
  socket: Socket;
  /** `name:port` of the receiver. */
  authority: string;
  opening: Opening;
}

/** Asks the proxy for a tunnel to the receiver (RFC 9110, 9.3.6). Rejects with a `TroubleError`. */
export function openTunnel({ proxy, socket, authority, opening }: TunnelRequest): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const parser = new ResponseParser(() => false, "CONNECT");
  const refuse = (error: TroubleError) => {
    socket.destroy();
    reject(error);
  };
  const onData = (bytes: Buffer) => {
    parser.parse(bytes);
    const { head, trouble, isReusable } = parser;
    if (trouble !== null) return refuse(proxyTrouble(proxy, "gave an answer that is not valid HTTP/1.1"));
    if (head === null) return;
    if (head.status >= 300) return refuse(refusedTunnel(proxy, authority, head.status));
    // In a tunnel the receiver waits for us: what came already is the proxy's own.
    if (!isReusable) return refuse(proxyTrouble(proxy, "closed the tunnel or sent more than its answer"));
    socket.off("data", onData).off("error", onEnd).off("close", onEnd).off("end", onEnd);
    resolve(socket);
  };
  const onEnd = () => refuse(proxyTrouble(proxy, "closed the connection"));
  socket.on("data", onData).on("error", onEnd).on("close", onEnd).on("end", onEnd);
  const own = headerLines(proxy.headers) ?? "";
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n${own}\r\n`);
  opening.onCancel(() => socket.destroy());
  return promise;
}

function refusedTunnel(proxy: EgressProxy, authority: string, status: number): TroubleError {
  if (status === 407) return proxyTrouble(proxy, "wants credentials (407)");
  return new TroubleError(
    failed(
      "connection_failed",
      `The proxy ${proxy.place} made no connection to ${authority} (${status}). Check that the receiver runs and that the proxy allows it.`,
    ),
  );
}
