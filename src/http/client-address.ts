import ipaddr from "ipaddr.js";

/** The address that a request came from; behind proxies that are trusted, the one that they name. */
export type ClientAddress = (socketAddress: string | null, forwardedFor: string | null) => string | null;

type Range = ReturnType<typeof ipaddr.parseCIDR>;

/**
 * Reads `X-Forwarded-For` from the right: each trusted proxy appended whom it got the request from, and the
 * first address that is not a trusted proxy is the client. What stands left of it anybody can have written.
 * @param trustedProxies CIDR ranges
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const ranges = trustedProxies.map((range) => ipaddr.parseCIDR(range));
  if (ranges.length === 0) return (socketAddress) => socketAddress;
  return (socketAddress, forwardedFor) => {
    let client = socketAddress;
    const hops = forwardedFor === null ? [] : forwardedFor.split(",").map((hop) => hop.trim());
    while (client !== null && isTrusted(client, ranges) && hops.length > 0) {
      const hop = addressOf(hops.pop() as string);
      if (hop === null) return client;
      client = hop;
    }
    return client;
  };
}

/** IPv4 clients of a dual-stack socket appear as mapped addresses: `process` judges them as IPv4. */
function isTrusted(address: string, ranges: readonly Range[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits));
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function addressOf(hop: string): string | null {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null;
}
