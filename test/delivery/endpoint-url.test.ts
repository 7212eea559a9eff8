import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { createEgressGuard } from "../../src/delivery/egress-guard.ts";

const guard = createEgressGuard({ allowNetworks: [], allowHttp: false });
const lenient = createEgressGuard({ allowNetworks: ["0.0.0.0/0", "::/0"], allowHttp: true });

const octet = fc.nat(255);
const address = fc.tuple(octet, octet, octet, octet);

/** The spellings of an IPv4 address that URL parsers take. */
const spellings: [name: string, spell: (octets: [number, number, number, number]) => string][] = [
  ["one number", ([a, b, c, d]) => String(((a * 256 + b) * 256 + c) * 256 + d)],
  ["one hexadecimal number", ([a, b, c, d]) => `0x${(((a * 256 + b) * 256 + c) * 256 + d).toString(16)}`],
  ["octal numbers", (octets) => octets.map((one) => `0${one.toString(8)}`).join(".")],
  ["hexadecimal numbers", (octets) => octets.map((one) => `0x${one.toString(16)}`).join(".")],
  ["two numbers", ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`],
  ["three numbers", ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`],
  ["a dot at the end", (octets) => `${octets.join(".")}.`],
  ["percent signs", (octets) => octets.join("%2e")],
];

describe("an endpoint's URL", () => {
  test.each(spellings)("with an address written as %s is judged as with the address", (_, spell) => {
    fc.assert(
      fc.property(address, (octets) => {
        const isRefused = (host: string) => guard.checkUrl(`https://${host}/in`) !== null;
        expect(isRefused(spell(octets))).toBe(isRefused(octets.join(".")));
      }),
      { numRuns: 300 },
    );
  });

  test("of any text is refused with a sentence, or can be sent to as it stands", () => {
    const scheme = fc.constantFrom("https", "http", "ftp", "javascript", "HTTPS", "");
    const part = fc.oneof(fc.webUrl(), fc.string(), fc.domain(), fc.ipV4(), fc.ipV6());
    const text = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc
        .tuple(
          scheme,
          fc.constantFrom("://", ":/", ":", "//"),
          part,
          fc.constantFrom("", ":0", ":8443", "/x", "#f", "@h"),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (url) => {
        const problem = guard.checkUrl(url);
        if (problem !== null) {
          expect(problem).toStartWith("must ");
          return;
        }
        const parsed = new URL(url);
        expect([parsed.protocol, parsed.username, parsed.password, parsed.hash]).toEqual([
          "https:",
          "",
          "",
          "",
        ]);
        expect(url).not.toMatch(/[\s\\#]/);
      }),
      { numRuns: 500 },
    );
  });

  test("that is accepted strictly is accepted leniently", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        if (guard.checkUrl(url) === null) expect(lenient.checkUrl(url)).toBeNull();
      }),
    );
  });

  test("with a user name or a password is refused whatever they are", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9%_~-]{1,20}$/);
    fc.assert(
      fc.property(word, fc.option(word), fc.domain(), (user, password, host) => {
        const url = `https://${user}${password === null ? "" : `:${password}`}@${host}/`;
        expect(lenient.checkUrl(url)).toMatch(/^must (not hold a user name or password|be an absolute URL)/);
      }),
    );
  });
});
