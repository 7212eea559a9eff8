import { networkInterfaces } from "node:os";
import type { CheckEndpointUrl } from "../domain/endpoint-url.ts";
import { StartError } from "../platform/start-error.ts";
import {
  type Address,
  contains,
  isLoopbackOrUnspecified,
  isMetadataAddress,
  isSingle,
  type Network,
  parseAddress,
  parseNetwork,
  specialRange,
} from "./address-ranges.ts";

/** Decides which addresses deliveries may reach. */
export interface EgressGuard {
  /** Judges an endpoint's URL before it is stored. */
  checkUrl: CheckEndpointUrl;
  /** Why no connection may go there, as a sentence, or null. Asked at every new connection. */
  judge(address: string, port: number): string | null;
  /** Why requests of this scheme (`http:`) are not sent, as a sentence, or null. */
  judgeScheme(protocol: string): string | null;
  /** Names Posthorn's own listener, once it is known: it is refused whatever networks are allowed. */
  refuseListener(listener: Listener): void;
}

/** Where Posthorn itself listens; `0.0.0.0` and `::` mean every address of this host. */
export interface Listener {
  address: string;
  port: number;
}

export interface EgressGuardOptions {
  /** CIDR networks, or single addresses, that are let through although they are not public. */
  allowNetworks: readonly string[];
  allowHttp: boolean;
}

/** Throws a `StartError` when a network cannot be read. */
export function createEgressGuard(options: EgressGuardOptions): EgressGuard {
  const networks = options.allowNetworks.map(readNetwork);
  let listener: Listener | null = null;

  const judge = (text: string, port: number): string | null => {
    const address = parseAddress(text);
    if (address === null) return `"${text}" is not an IP address. Check the DNS record of the name.`;
    if (listener !== null && isListener(listener, address, port)) {
      return `${text} port ${port} is where Posthorn itself listens, and it does not deliver to itself. Name another receiver.`;
    }
    return isOpen(networks, address) ? null : refusal(text, address);
  };
  const judgeScheme = (protocol: string): string | null => {
    if (protocol === "https:" || (protocol === "http:" && options.allowHttp)) return null;
    return `Requests over ${protocol.replace(":", "")} are not sent. Use an https URL, or allow http with POSTHORN_ALLOW_HTTP=true.`;
  };
  return {
    judge,
    judgeScheme,
    checkUrl: (text) => urlProblem(text, options.allowHttp, judge),
    refuseListener(named) {
      listener = named;
    },
  };
}

function readNetwork(text: string): Network {
  const network = parseNetwork(text);
  if (network === null) {
    throw new StartError(
      `POSTHORN_ALLOW_NETWORKS holds "${text}", which is no network. Write networks as 10.0.0.0/8, separated by commas.`,
    );
  }
  return network;
}

function isOpen(networks: readonly Network[], address: Address): boolean {
  if (isMetadataAddress(address)) return networks.some((net) => isSingle(net) && contains(net, address));
  return specialRange(address) === null || networks.some((network) => contains(network, address));
}

function refusal(text: string, address: Address): string {
  const judged = address.toString();
  const shown = judged === text ? text : `${text} (${judged})`;
  if (isMetadataAddress(address)) {
    return `${shown} is a cloud metadata address. It opens only when POSTHORN_ALLOW_NETWORKS lists exactly this address, not a network around it.`;
  }
  return `${shown} is ${specialRange(address)}. To deliver there, add its network to POSTHORN_ALLOW_NETWORKS.`;
}

function isListener(listener: Listener, address: Address, port: number): boolean {
  if (port !== listener.port) return false;
  // Connecting to an unspecified address reaches this host's loopback.
  if (address.range() === "unspecified") return true;
  const own = parseAddress(listener.address);
  if (own !== null && own.range() !== "unspecified") return own.toString() === address.toString();
  return isLoopbackOrUnspecified(address) || isInterfaceAddress(address);
}

/** Read anew each time: a host's addresses change, and this is asked only about the listener's port. */
function isInterfaceAddress(address: Address): boolean {
  const text = address.toString();
  return Object.values(networkInterfaces()).some((addresses) =>
    (addresses ?? []).some((own) => parseAddress(own.address)?.toString() === text),
  );
}

type Judge = EgressGuard["judge"];

function urlProblem(text: string, allowHttp: boolean, judge: Judge): string | null {
  // The URL parser repairs white space, control characters, half characters and missing slashes; what is stored should be what is used.
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s\\\p{Cc}\p{Cs}]+$/iu.test(text) || !URL.canParse(text)) {
    return "must be an absolute URL such as https://hooks.example.com/in";
  }
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return allowHttp ? "must be an https or http URL" : "must be an https URL";
  }
  if (url.protocol === "http:" && !allowHttp) {
    return "must be an https URL; http is possible where the operator sets POSTHORN_ALLOW_HTTP=true";
  }
  if (url.username !== "" || url.password !== "") {
    return "must not hold a user name or password; send credentials in a custom header instead";
  }
  if (text.includes("#")) return "must not have a fragment (#…), which is never sent";
  if (url.port === "0") return "must not name port 0, at which nothing can listen";
  return hostProblem(url, judge);
}

function hostProblem(url: URL, judge: Judge): string | null {
  const { host, port } = hostAndPort(url);
  const addresses = isLocalhost(host) ? ["127.0.0.1", "::1"] : parseAddress(host) === null ? [] : [host];
  const refusals = addresses.map((address) => judge(address, port));
  const [first] = refusals;
  if (first === undefined || refusals.includes(null)) return null;
  return `must not point to ${host}: ${first}`;
}

function isLocalhost(host: string): boolean {
  return /(?:^|\.)localhost\.?$/.test(host);
}

/** A URL's host, without the brackets of an IPv6 address, and its port, the scheme's where none is written. */
export function hostAndPort(url: URL): { host: string; port: number } {
  const host = url.hostname.startsWith("[") ? url.hostname.slice(1, -1) : url.hostname;
  return { host, port: url.port === "" ? defaultPort(url.protocol) : Number(url.port) };
}

function defaultPort(protocol: string): number {
  return protocol === "https:" ? 443 : 80;
}
