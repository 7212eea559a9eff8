import ipaddr from "ipaddr.js";

/** A parsed IP address. */
export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A network in CIDR form: its address and the length of its prefix. */
export type Network = readonly [Address, number];

/** The address that decides: an IPv6 form that embeds an IPv4 address is that address. Null if it is none. */
export function parseAddress(text: string): Address | null {
  const [bare = ""] = text.split("%");
  if (!ipaddr.isValid(bare)) return null;
  const address = ipaddr.parse(bare);
  return isIPv6(address) ? (embeddedIPv4(address) ?? address) : address;
}

/** A network from `10.0.0.0/8`, or a single address without a prefix. Null if it is none. */
export function parseNetwork(text: string): Network | null {
  const trimmed = text.trim();
  if (ipaddr.isValidCIDR(trimmed)) return ipaddr.parseCIDR(trimmed);
  if (!ipaddr.isValid(trimmed)) return null;
  const address = ipaddr.parse(trimmed);
  return [address, bitsOf(address)];
}

/** Whether the network holds the address. */
export function contains([base, prefix]: Network, address: Address): boolean {
  if (isIPv6(base)) return isIPv6(address) && address.match(base, prefix);
  return !isIPv6(address) && address.match(base, prefix);
}

/** Whether the network is this one address and nothing else. */
export function isSingle(network: Network): boolean {
  return network[1] === bitsOf(network[0]);
}

/** Why the address is not a public one, as a noun (`a private address`), or null for a public unicast address. */
export function specialRange(address: Address): string | null {
  const range = address.range();
  if (range !== "unicast") return rangeNouns[range] ?? "a reserved address";
  return isIPv6(address) && !address.match(globalUnicast) ? "a reserved address" : null;
}

/** Whether the address leads to this very host wherever it is used. */
export function isLoopbackOrUnspecified(address: Address): boolean {
  const range = address.range();
  return range === "loopback" || range === "unspecified";
}

/**
 * Addresses at which clouds hand out credentials to whoever asks: AWS (also ECS and EKS), Google, Azure,
 * Alibaba, Oracle, Tencent, Scaleway. Opening a whole network must not open these by the way.
 */
export function isMetadataAddress(address: Address): boolean {
  return metadataAddresses.has(address.toString());
}

const metadataAddresses: ReadonlySet<string> = new Set(
  [
    "169.254.169.254",
    "169.254.170.2",
    "169.254.170.23",
    "169.254.0.23",
    "168.63.129.16",
    "100.100.100.200",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd00:ec2::23",
    "fd20:ce::254",
    "fd00:42::42",
  ].map((text) => ipaddr.parse(text).toString()),
);

/** Keys are the names that ipaddr.js gives to ranges; what is missing here is reserved. */
const rangeNouns: Readonly<Record<string, string>> = {
  unspecified: "an unspecified address",
  broadcast: "a broadcast address",
  multicast: "a multicast address",
  linkLocal: "a link-local address",
  loopback: "a loopback address",
  private: "a private address",
  uniqueLocal: "a private address",
  deprecatedSiteLocal: "a private address",
  carrierGradeNat: "a carrier-grade NAT address",
};

/** IANA has assigned global unicast addresses from this block only. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

function isIPv6(address: Address): address is ipaddr.IPv6 {
  return address.kind() === "ipv6";
}

function bitsOf(address: Address): number {
  return isIPv6(address) ? 128 : 32;
}

const allZero = (bytes: readonly number[]) => bytes.every((byte) => byte === 0);

function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  const last = () => new ipaddr.IPv4(bytes.slice(12));
  switch (address.range()) {
    case "ipv4Mapped":
    case "rfc6145":
      return last();
    case "rfc6052":
      // In 64:ff9b:1::/48 (RFC 8215) a site may put the address elsewhere: with anything in the bytes
      // between, it is not known which one is meant, and the form stays reserved.
      return allZero(bytes.slice(6, 12)) ? last() : null;
    case "6to4":
      return new ipaddr.IPv4(bytes.slice(2, 6));
    case "teredo":
      return teredoIPv4(bytes);
    default:
      return allZero(bytes.slice(0, 12)) && !isLoopbackOrUnspecified(address) ? last() : null;
  }
}

/** RFC 4380, 4: the client's address is the last four bytes, inverted. */
function teredoIPv4(bytes: readonly number[]): ipaddr.IPv4 {
  return new ipaddr.IPv4(bytes.slice(12).map((byte) => byte ^ 0xff));
}
