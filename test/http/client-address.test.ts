import { expect, test } from "bun:test";
import { createClientAddress } from "../../src/http/client-address.ts";

test("without trusted proxies X-Forwarded-For is ignored", () => {
  expect(createClientAddress([])("192.0.2.1", "203.0.113.9")).toBe("192.0.2.1");
});

const behindProxies = createClientAddress(["10.0.0.0/8", "fd00::/8"]);
const cases: [name: string, socket: string | null, header: string | null, address: string | null][] = [
  [
    "a socket that is no trusted proxy is the client, whatever it claims",
    "192.0.2.1",
    "203.0.113.9",
    "192.0.2.1",
  ],
  ["a trusted proxy's client is whom it names", "10.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["what a client wrote left of it is ignored", "10.0.0.1", "1.2.3.4, 203.0.113.9", "203.0.113.9"],
  ["a chain of trusted proxies is followed", "10.0.0.1", "203.0.113.9, 10.9.9.9", "203.0.113.9"],
  ["a port is dropped", "10.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"],
  ["garbage ends the walk", "10.0.0.1", "203.0.113.9, unknown", "10.0.0.1"],
  ["a mapped address counts as IPv4", "::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["an unknown socket stays unknown", null, "203.0.113.9", null],
  ["a proxy that names nobody is the client", "10.0.0.1", null, "10.0.0.1"],
];
for (const [name, socket, header, address] of cases) {
  test(name, () => expect(behindProxies(socket, header)).toBe(address));
}
