import { describe, expect, test } from "bun:test";
import { networkInterfaces } from "node:os";
import fc from "fast-check";
import { createEgressGuard } from "../../src/delivery/egress-guard.ts";
import { StartError } from "../../src/platform/start-error.ts";

function aGuard(options: { allowNetworks?: string[]; allowHttp?: boolean } = {}) {
  return createEgressGuard({ allowNetworks: [], allowHttp: false, ...options });
}

const toIPv4 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff).join(".");
const toNumber = (text: string) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** Each network of the registry of special IPv4 addresses, with the length of its prefix. */
const specialIPv4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

const specialIPv4Address = fc
  .tuple(fc.constantFrom(...specialIPv4), fc.nat(2 ** 32 - 1))
  .map(([[base, prefix], noise]) => toIPv4(toNumber(base) + (noise % 2 ** (32 - prefix))));

const publicIPv4Address = fc
  .tuple(fc.integer({ min: 1, max: 223 }), fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => parts.join("."))
  .filter((text) => !/^(10|100|127|169|172|192|198|203|168)\./.test(text));

const groups = (text: string) => {
  const value = toNumber(text);
  return [(value >>> 16).toString(16), (value & 0xffff).toString(16)] as const;
};
const inverted = (text: string) => toIPv4(~toNumber(text) >>> 0);

/** Every form in which an IPv6 address holds an IPv4 address. */
const embeddings: ((text: string) => string)[] = [
  (text) => text,
  (text) => `::ffff:${text}`,
  (text) => `::ffff:${groups(text).join(":")}`,
  (text) => `::FFFF:0:${groups(text).join(":")}`,
  (text) => `64:ff9b::${groups(text).join(":")}`,
  (text) => `64:ff9b:1::${groups(text).join(":")}`,
  (text) => `2002:${groups(text).join(":")}::1`,
  (text) => `2001:0:4136:e378:8000:63bf:${groups(inverted(text)).join(":")}`,
];

describe("the addresses that the egress guard lets through", () => {
  test("a special IPv4 address is refused in every form that embeds it", () => {
    const guard = aGuard();
    fc.assert(
      fc.property(specialIPv4Address, fc.constantFrom(...embeddings), (address, embed) => {
        expect(guard.judge(embed(address), 443)).toContain("POSTHORN_ALLOW_NETWORKS");
      }),
      { numRuns: 2000 },
    );
  });

  test("a public IPv4 address is let through in every form that embeds it", () => {
    const guard = aGuard();
    fc.assert(
      fc.property(publicIPv4Address, fc.constantFrom(...embeddings), (address, embed) => {
        expect(guard.judge(embed(address), 443)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test("an allowed network opens its addresses in every form, and no other", () => {
    const guard = aGuard({ allowNetworks: ["10.1.0.0/16"] });
    fc.assert(
      fc.property(fc.nat(65_535), fc.constantFrom(...embeddings), (low, embed) => {
        expect(guard.judge(embed(toIPv4(toNumber("10.1.0.0") + low)), 443)).toBeNull();
        expect(guard.judge(embed(toIPv4(toNumber("10.2.0.0") + low)), 443)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test("outside the block of global unicast no IPv6 address is let through", () => {
    const guard = aGuard();
    const group = fc.nat(0xffff).map((value) => value.toString(16));
    const first = fc.nat(0xffff).filter((value) => value >> 13 !== 1 && value !== 0x64 && value !== 0);
    fc.assert(
      fc.property(first, fc.array(group, { minLength: 7, maxLength: 7 }), (head, rest) => {
        expect(guard.judge([head.toString(16), ...rest].join(":"), 443)).not.toBeNull();
      }),
    );
  });

  test.each([
    ["::", "unspecified"],
    ["::1", "loopback"],
    ["fc00::1", "private"],
    ["fdff::1", "private"],
    ["fe80::1", "link-local"],
    ["fe80::1%eth0", "link-local"],
    ["fec0::1", "private"],
    ["ff02::1", "multicast"],
    ["2001:db8::1", "reserved"],
    ["3fff::1", "reserved"],
    ["2001:2::1", "reserved"],
    ["100::1", "reserved"],
    ["5f00::1", "reserved"],
    ["64:ff9b:1:a00:1::", "reserved"],
    ["255.255.255.255", "broadcast"],
    ["100.64.0.1", "carrier-grade NAT"],
  ])("%s is refused as %s", (address, noun) => {
    expect(aGuard().judge(address, 443)).toContain(noun);
  });

  test("a public IPv6 address is let through", () => {
    expect(aGuard().judge("2606:4700:4700::1111", 443)).toBeNull();
  });

  test("what is no address is refused", () => {
    expect(aGuard().judge("999.1.1.1", 443)).toContain("not an IP address");
  });

  test.each([
    "169.254.169.254",
    "fd00:ec2::254",
    "100.100.100.200",
    "168.63.129.16",
    "::ffff:169.254.169.254",
  ])("the metadata address %s stays closed however wide the allowed network is", (address) => {
    const wide = aGuard({ allowNetworks: ["0.0.0.0/0", "::/0", "169.254.169.254/31"] });
    expect(wide.judge(address, 80)).toContain("cloud metadata address");
  });

  test("a metadata address opens when it is listed as a single address", () => {
    const guard = aGuard({ allowNetworks: ["169.254.169.254/32", "fd00:ec2::254"] });
    expect(guard.judge("169.254.169.254", 80)).toBeNull();
    expect(guard.judge("fd00:ec2::254", 80)).toBeNull();
  });

  test("a network that cannot be read stops the start, and is named", () => {
    expect(() => aGuard({ allowNetworks: ["10.0.0.0/33"] })).toThrow(StartError);
    expect(() => aGuard({ allowNetworks: ["lan"] })).toThrow('"lan"');
  });
});

describe("Posthorn's own listener", () => {
  test("is refused although loopback is allowed, in every form, while other ports stay open", () => {
    const guard = aGuard({ allowNetworks: ["127.0.0.0/8"] });
    expect(guard.judge("127.0.0.1", 8080)).toBeNull();
    guard.refuseListener({ address: "127.0.0.1", port: 8080 });
    expect(guard.judge("127.0.0.1", 8080)).toContain("Posthorn itself");
    expect(guard.judge("::ffff:127.0.0.1", 8080)).toContain("Posthorn itself");
    expect(guard.judge("0.0.0.0", 8080)).toContain("Posthorn itself");
    expect(guard.judge("127.0.0.1", 8081)).toBeNull();
    expect(guard.judge("127.0.0.2", 8080)).toBeNull();
  });

  test.each(["0.0.0.0", "::"])("listening at %s means every address of this host", (address) => {
    const guard = aGuard({ allowNetworks: ["0.0.0.0/0", "::/0"] });
    guard.refuseListener({ address, port: 8080 });
    const own = Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? []).map((each) => each.address),
    );
    for (const each of ["127.0.0.1", "127.9.9.9", "::1", ...own]) {
      expect(guard.judge(each, 8080)).toContain("Posthorn itself");
      expect(guard.judge(each, 8081)).toBeNull();
    }
  });
});

describe("an endpoint's URL", () => {
  test.each([
    "https://hooks.example.com/in",
    "https://hooks.example.com:8443/in?key=value",
    "https://8.8.8.8/",
    "https://[2606:4700:4700::1111]/",
    "https://example.com:25/",
    "HTTPS://EXAMPLE.COM",
  ])("%s is accepted", (url) => {
    expect(aGuard().checkUrl(url)).toBeNull();
  });

  test.each([
    ["", "absolute URL"],
    ["hooks.example.com/in", "absolute URL"],
    ["/in", "absolute URL"],
    ["https:example.com", "absolute URL"],
    ["https://exa mple.com", "absolute URL"],
    [" https://example.com", "absolute URL"],
    ["https://example.com\\@127.0.0.1/", "absolute URL"],
    ["https://", "absolute URL"],
    ["https://1.2.3.4.5/", "absolute URL"],
    ["https://example.com:99999/", "absolute URL"],
    ["ftp://example.com/", "https URL"],
    ["file:///etc/passwd", "https URL"],
    ["http://example.com/", "POSTHORN_ALLOW_HTTP"],
    ["https://example.com/?q=\0", "absolute URL"],
    ["https://example.com/\u001b[2J", "absolute URL"],
    ["https://example.com/\u0085", "absolute URL"],
    ["https://example.com/\ud800", "absolute URL"],
    ["https://user@example.com/", "user name or password"],
    ["https://:secret@example.com/", "user name or password"],
    ["https://example.com/#part", "fragment"],
    ["https://example.com/#", "fragment"],
    ["https://example.com:0/", "port 0"],
    ["https://localhost/", "POSTHORN_ALLOW_NETWORKS"],
    ["https://localhost./", "POSTHORN_ALLOW_NETWORKS"],
    ["https://app.localhost:3000/", "POSTHORN_ALLOW_NETWORKS"],
    ["https://10.0.0.5/", "private address"],
    ["https://[::1]/", "loopback"],
    ["https://[::ffff:10.0.0.5]/", "private address"],
    ["https://169.254.169.254/", "cloud metadata address"],
  ])("%s is refused: %s", (url, reason) => {
    expect(aGuard().checkUrl(url)).toContain(reason);
  });

  test("where http is allowed, the sentence about another scheme names it", () => {
    expect(aGuard({ allowHttp: true }).checkUrl("ftp://example.com/")).toContain("https or http URL");
  });

  test.each(["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "127.0.0.1."])(
    "the spelling %s is 127.0.0.1",
    (host) => {
      expect(aGuard().checkUrl(`https://${host}/`)).toContain("loopback");
      expect(aGuard({ allowNetworks: ["127.0.0.1/32"] }).checkUrl(`https://${host}/`)).toBeNull();
    },
  );

  test("http and localhost are accepted where they are allowed", () => {
    const guard = aGuard({ allowHttp: true, allowNetworks: ["::1/128"] });
    expect(guard.checkUrl("http://localhost:3000/")).toBeNull();
    expect(guard.checkUrl("http://127.0.0.1:3000/")).toContain("loopback");
  });

  test("localhost at Posthorn's own port is refused although loopback is allowed", () => {
    const guard = aGuard({ allowHttp: true, allowNetworks: ["127.0.0.0/8"] });
    guard.refuseListener({ address: "127.0.0.1", port: 8080 });
    expect(guard.checkUrl("http://localhost:8080/")).toContain("Posthorn itself");
    expect(guard.checkUrl("http://localhost:8081/")).toBeNull();
  });
});
