import net, { type Socket } from "node:net";
import tls, { type SecureContext } from "node:tls";
import type { Clock } from "../platform/clock.ts";
import type { EgressGuard } from "./egress-guard.ts";
import { type EgressProxy, openTunnel, proxyTrouble } from "./egress-proxy.ts";
import type { NameResolver } from "./name-resolver.ts";
import { type Opening, raceConnect } from "./race-connect.ts";
import { connectTrouble, failed, lossTrouble, noDescriptor, TroubleError } from "./transport-trouble.ts";

/** Where a connection shall lead. */
export interface Destination {
  protocol: "https:" | "http:";
  /** A name, or an IP address without brackets. */
  host: string;
  port: number;
}

/** Opens connections to addresses that the egress guard lets through. */
export interface Connector {
  /** A connection that is ready for a request, with TLS after the check of the certificate. Rejects with a `TroubleError`. */
  open(destination: Destination, opening: Opening): Promise<Socket>;
}

export interface ConnectorOptions {
  guard: EgressGuard;
  resolver: NameResolver;
  clock: Clock;
  proxy: EgressProxy | null;
  /** The authorities that receivers' certificates are checked against. */
  secureContext: SecureContext;
}

/**
 * Every new connection is made here: the name is looked up, each of its addresses judged, and the connection
 * goes to one that passed, so that there is no second look-up in between. SNI and certificate stay with the name.
 */
export function createConnector(options: ConnectorOptions): Connector {
  return {
    async open(destination, opening) {
      const socket = await (options.proxy === null
        ? connectDirectly(destination, opening, options)
        : connectThrough(options.proxy, destination, opening, options));
      if (destination.protocol === "http:") return socket;
      return await secure(socket, { destination, opening, secureContext: options.secureContext });
    },
  };
}

/** `name:port`, for messages and for a proxy. */
export function placeOf({ host, port }: Pick<Destination, "host" | "port">): string {
  return net.isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

async function connectDirectly(
  to: Destination,
  opening: Opening,
  options: ConnectorOptions,
): Promise<Socket> {
  const { clock, guard } = options;
  const resolution = await resolve(to.host, options.resolver);
  if (resolution.kind === "not_asked") throw new TroubleError(noDescriptor(`looking up ${to.host}`));
  if (resolution.kind === "failed") throw new TroubleError(failed("dns_error", resolution.error));
  const addresses = allowedAddresses(to, resolution.addresses, guard);
  try {
    return await raceConnect({ addresses, port: to.port, opening, clock });
  } catch (error) {
    throw new TroubleError(connectTrouble(error, placeOf(to)));
  }
}

/** The proxy gets the name. What resolves here is checked; where nothing does, the proxy must do it. */
async function connectThrough(
  proxy: EgressProxy,
  to: Destination,
  opening: Opening,
  options: ConnectorOptions,
): Promise<Socket> {
  const receiver = await resolve(to.host, options.resolver);
  if (receiver.kind === "found") allowedAddresses(to, receiver.addresses, options.guard);
  const own = await resolve(proxy.host, options.resolver);
  if (own.kind !== "found") throw proxyTrouble(proxy, "has no address");
  const { clock } = options;
  const socket = await raceConnect({ addresses: own.addresses, port: proxy.port, opening, clock }).catch(
    () => {
      throw proxyTrouble(proxy, "cannot be reached");
    },
  );
  if (to.protocol === "http:") return socket;
  return await openTunnel({ proxy, socket, authority: placeOf(to), opening });
}

async function resolve(host: string, resolver: NameResolver) {
  return net.isIP(host) === 0 ? await resolver.resolve(host) : { kind: "found" as const, addresses: [host] };
}

/** At least one address, or a throw: a name whose addresses are all refused is `blocked_address`. */
function allowedAddresses(to: Destination, addresses: readonly string[], guard: EgressGuard): string[] {
  const refusals = addresses.map((address) => guard.judge(address, to.port));
  const allowed = addresses.filter((_, i) => refusals[i] === null);
  if (allowed.length > 0) return allowed;
  const reason = refusals.find((refusal) => refusal !== null) ?? "";
  const error = net.isIP(to.host) === 0 ? `${to.host} may not be delivered to: ${reason}` : reason;
  throw new TroubleError(failed("blocked_address", error));
}

interface SecureRequest {
  destination: Destination;
  opening: Opening;
  secureContext: SecureContext;
}

/** Nothing is sent before the certificate was checked: what it protects is also who gets to read the request. */
function secure(socket: Socket, { destination, opening, secureContext }: SecureRequest): Promise<Socket> {
  const { host } = destination;
  return new Promise((resolve, reject) => {
    const secured = tls.connect({
      socket,
      host,
      // SNI is for names only (RFC 6066, 3); the certificate is checked against the host in either case.
      ...(net.isIP(host) === 0 ? { servername: host } : {}),
      secureContext,
      ALPNProtocols: ["http/1.1"],
    });
    const fail = (error: Error | null) => {
      secured.destroy();
      reject(new TroubleError(lossTrouble(error, { place: placeOf(destination), hasHead: false })));
    };
    const onClose = () => fail(null);
    secured.on("error", fail);
    secured.on("close", onClose);
    secured.once("secureConnect", () => {
      secured.off("error", fail);
      secured.off("close", onClose);
      resolve(secured);
    });
    opening.onCancel(() => secured.destroy());
  });
}
