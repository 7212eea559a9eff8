import type { SecureContext } from "node:tls";
import type { Clock } from "../platform/clock.ts";
import { ConnectionPool, IdleSockets } from "./connection-pool.ts";
import { createConnector, type Destination } from "./connector.ts";
import { type EgressGuard, hostAndPort } from "./egress-guard.ts";
import { type EgressProxy, proxySentence } from "./egress-proxy.ts";
import { Exchange, type ExchangeRequest } from "./exchange.ts";
import type { NameResolver } from "./name-resolver.ts";
import type { OutboundRequest, Transport, TransportResult } from "./transport.ts";
import { notAttempted } from "./transport-trouble.ts";

export interface NodeTransportOptions {
  guard: EgressGuard;
  resolver: NameResolver;
  clock: Clock;
  /** Null: requests go straight to the receivers. Proxy variables of the environment are ignored. */
  proxy: EgressProxy | null;
  /** What receivers' certificates are checked against. */
  secureContext: SecureContext;
  /** Idle connections kept, of all origins together. */
  idleSocketsMax: number;
}

/**
 * The transport over `node:http`: a pool of kept connections for each scheme, no redirects, no decompression,
 * at most 64 KiB of an answer. Not `fetch`, which keeps 64 idle connections in the whole process.
 */
export function createNodeTransport(options: NodeTransportOptions): Transport {
  const connector = createConnector(options);
  const idle = new IdleSockets(options.idleSocketsMax);
  const pools = {
    "https:": new ConnectionPool("https:", connector, idle),
    "http:": new ConnectionPool("http:", connector, idle),
  };
  return {
    send(request) {
      const exchange = exchangeOf(request, options.proxy);
      if ("kind" in exchange) return Promise.resolve(exchange);
      const { protocol } = exchange.destination;
      const refusal = options.guard.judgeScheme(protocol);
      if (refusal !== null) return Promise.resolve(blocked(refusal));
      return new Promise((resolve) => {
        const done = (result: TransportResult) => resolve(withoutProxyAnswer(result, options.proxy));
        new Exchange(exchange, pools[protocol], options.clock, done);
      });
    },
    close: () => idle.destroyAll(),
  };
}

function exchangeOf(request: OutboundRequest, proxy: EgressProxy | null): ExchangeRequest | TransportResult {
  const url = URL.parse(request.url);
  if (url === null) return blocked("The URL cannot be read. Check the endpoint's URL.");
  const { protocol } = url;
  if (protocol !== "https:" && protocol !== "http:")
    return blocked("Only http and https URLs are delivered to.");
  const destination: Destination = { protocol, ...hostAndPort(url) };
  const path = url.pathname + url.search;
  const common = { destination, body: request.body, timeoutMs: request.timeoutMs };
  const headers = {
    ...request.headers,
    host: url.host,
    "content-length": String(Buffer.byteLength(request.body)),
  };
  if (proxy === null || protocol === "https:") return { ...common, path, headers };
  // RFC 9112, 3.2.2: a proxy is asked with the whole URL.
  return { ...common, path: `${url.origin}${path}`, headers: { ...headers, ...proxy.headers } };
}

/** A 407 is the proxy's own answer (RFC 9110, 15.5.8), and tells nothing about the receiver. */
function withoutProxyAnswer(result: TransportResult, proxy: EgressProxy | null): TransportResult {
  if (proxy === null || result.kind !== "answered" || result.status !== 407) return result;
  return notAttempted(proxySentence(proxy, "wants credentials (407)"));
}

function blocked(error: string): TransportResult {
  return { kind: "failed", outcome: "blocked_address", error, durationMs: 0 };
}
