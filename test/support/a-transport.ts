import tls, { type SecureContext } from "node:tls";
import { createEgressGuard, type EgressGuard } from "../../src/delivery/egress-guard.ts";
import { type EgressProxy, readEgressProxy } from "../../src/delivery/egress-proxy.ts";
import {
  type AddressRecord,
  createNameResolver,
  type NameResolver,
  type QueryAddresses,
} from "../../src/delivery/name-resolver.ts";
import { createNodeTransport } from "../../src/delivery/node-transport.ts";
import type { OutboundRequest, Transport, TransportResult } from "../../src/delivery/transport.ts";
import { systemClock } from "../../src/platform/clock.ts";

/** The address records of a name, in the world of a test. */
export type Names = (name: string) => readonly string[] | Error;

export interface ATransportOptions {
  names?: Names;
  query?: QueryAddresses;
  resolver?: NameResolver;
  allowNetworks?: readonly string[];
  allowHttp?: boolean;
  guard?: EgressGuard;
  /** PEM of the authorities that are trusted; default none. */
  ca?: readonly string[];
  secureContext?: SecureContext;
  proxy?: string | null;
}

/** Makes a transport out of its parts. */
export type MakeTransport = typeof createNodeTransport;

/** A transport that may reach loopback over http, and resolves every name to 127.0.0.1. */
export function aTransport(
  options: ATransportOptions = {},
  make: MakeTransport = createNodeTransport,
): Transport {
  const clock = systemClock;
  const { names = () => ["127.0.0.1"], allowNetworks = ["127.0.0.0/8"], allowHttp = true } = options;
  const proxy: EgressProxy | null = options.proxy == null ? null : readEgressProxy(options.proxy);
  return make({
    clock,
    guard: options.guard ?? createEgressGuard({ allowNetworks, allowHttp }),
    resolver: options.resolver ?? createNameResolver({ clock, query: options.query ?? queryOf(names) }),
    proxy,
    secureContext: options.secureContext ?? tls.createSecureContext({ ca: [...(options.ca ?? [])] }),
  });
}

/** A look-up that answers from a function. */
export function queryOf(names: Names, ttl = 60): (name: string) => Promise<AddressRecord[]> {
  return async (name) => {
    const found = names(name);
    if (found instanceof Error) throw found;
    return found.map((address) => ({ address, ttl }));
  };
}

/** The error of a name that does not exist. */
export function notFoundError(): Error {
  return Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "DNS_ENOTFOUND" });
}

export function aRequest(overrides: Partial<OutboundRequest> = {}): OutboundRequest {
  return {
    url: "http://127.0.0.1/",
    headers: { "content-type": "application/json" },
    body: '{"id":"evt_1"}',
    timeoutMs: 5000,
    ...overrides,
  };
}

/** The result as an answer; throws what it was instead. */
export function answered(result: TransportResult): Extract<TransportResult, { kind: "answered" }> {
  if (result.kind !== "answered") throw new Error(`expected an answer, got ${JSON.stringify(result)}`);
  return result;
}

/** The result as a failure; throws what it was instead. */
export function failure(result: TransportResult): Extract<TransportResult, { kind: "failed" }> {
  if (result.kind !== "failed") throw new Error(`expected a failure, got ${JSON.stringify(result)}`);
  return result;
}
