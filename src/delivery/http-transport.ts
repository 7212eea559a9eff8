import type { SecureContext } from "node:tls";
import type { Clock } from "../platform/clock.ts";
import { ConnectionPool } from "./connection-pool.ts";
import { createConnector } from "./connector.ts";
import type { EgressGuard } from "./egress-guard.ts";
import { type EgressProxy, proxySentence } from "./egress-proxy.ts";
import { Exchange } from "./exchange.ts";
import type { NameResolver } from "./name-resolver.ts";
import { createRequestRoutes } from "./request-route.ts";
import type { Transport, TransportResult } from "./transport.ts";
import { notAttempted } from "./transport-trouble.ts";

export interface HttpTransportOptions {
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
 * HTTP/1.1 over sockets of our own keeping: one write a request, no redirects, no decompression, at most 64 KiB of an
 * answer. Not `fetch`, which keeps 64 idle connections in the whole process; not `node:http`, which needs three times
 * as much of the thread for each request.
 */
export function createHttpTransport(options: HttpTransportOptions): Transport {
  const { guard, clock, proxy } = options;
  const pool = new ConnectionPool(clock, options.idleSocketsMax);
  const parts = { connector: createConnector(options), pool, clock };
  const routes = createRequestRoutes(proxy);
  return {
    send(request) {
      const route = routes.routeOf(request.url);
      if (typeof route === "string") return Promise.resolve(blocked(route));
      const refusal = guard.judgeScheme(route.destination.protocol);
      if (refusal !== null) return Promise.resolve(blocked(refusal));
      return new Promise((resolve) => {
        const done = (result: TransportResult) => resolve(withoutProxyAnswer(result, proxy));
        new Exchange(route, request, parts, done);
      });
    },
    close: () => pool.close(),
  };
}

/** A 407 is the proxy's own answer (RFC 9110, 15.5.8), and tells nothing about the receiver. */
function withoutProxyAnswer(result: TransportResult, proxy: EgressProxy | null): TransportResult {
  if (proxy === null || result.kind !== "answered" || result.status !== 407) return result;
  return notAttempted(proxySentence(proxy, "wants credentials (407)"));
}

function blocked(error: string): TransportResult {
  return { kind: "failed", outcome: "blocked_address", error, durationMs: 0 };
}
