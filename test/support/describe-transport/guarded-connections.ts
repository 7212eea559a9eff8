import { describe, expect, test } from "bun:test";
import { createEgressGuard } from "../../../src/delivery/egress-guard.ts";
import { createNameResolver } from "../../../src/delivery/name-resolver.ts";
import { createSystemNames } from "../../../src/delivery/system-names.ts";
import { systemClock } from "../../../src/platform/clock.ts";
import { answered, aRequest, failure, notFoundError } from "../a-transport.ts";
import { connecting, startFrozenListener } from "../frozen-listener.ts";
import { answer } from "../hostile-receiver.ts";
import { until } from "../until.ts";
import type { TransportUnderTest } from "./transport-under-test.ts";

/** Which of a name's addresses are connected to, and which never. */
export function describeGuardedConnections({ aReceiver, aTransport }: TransportUnderTest): void {
  describe("the egress guard at each connection", () => {
    test.each(["127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[::1]", "localhost"])(
      "%s is blocked_address unless allowed, and nothing is sent",
      async (host) => {
        const receiver = await aReceiver();
        const transport = aTransport({ allowNetworks: [], names: () => ["127.0.0.1"] });
        const result = failure(await transport.send(aRequest({ url: `http://${host}:${receiver.port}/` })));
        expect(result.outcome).toBe("blocked_address");
        expect(result.error).toContain("POSTHORN_ALLOW_NETWORKS");
        expect(receiver.connections()).toBe(0);
      },
    );

    test("a name that resolves to a private address is blocked_address, and named", async () => {
      const transport = aTransport({ names: () => ["10.0.0.5", "fd00::1"] });
      const result = failure(await transport.send(aRequest({ url: "http://intern.test/" })));
      expect(result.outcome).toBe("blocked_address");
      expect(result.error).toContain("intern.test may not be delivered to: 10.0.0.5");
    });

    test("the disallowed addresses of a name are dropped, the others used", async () => {
      const receiver = await aReceiver();
      const transport = aTransport({ names: () => ["10.0.0.5", "169.254.169.254", "127.0.0.1"] });
      const result = await transport.send(aRequest({ url: `http://mixed.test:${receiver.port}/` }));
      expect(answered(result).durationMs).toBeLessThan(200);
    });

    test("a name that is bound anew to a private address is judged at the next connection", async () => {
      const receiver = await aReceiver({
        onRequest: ({ socket }) => void socket.end(answer(200, "", { Connection: "close" })),
      });
      const answers = [["127.0.0.1"], ["10.0.0.5"]];
      const resolver = {
        resolve: async () => ({ kind: "found" as const, addresses: answers.shift() ?? [] }),
      };
      const transport = aTransport({ resolver });
      const url = `http://rebind.test:${receiver.port}/`;
      expect(answered(await transport.send(aRequest({ url }))).status).toBe(200);
      expect(failure(await transport.send(aRequest({ url }))).outcome).toBe("blocked_address");
      expect(receiver.requests.length).toBe(1);
    });

    test("between the check and the connection there is no second look-up", async () => {
      const receiver = await aReceiver();
      let asked = 0;
      const transport = aTransport({ names: () => [++asked === 1 ? "127.0.0.1" : "10.0.0.5"] });
      const url = `http://pinned.test:${receiver.port}/`;
      expect(answered(await transport.send(aRequest({ url }))).status).toBe(200);
      expect(asked).toBe(1);
    });

    test("Posthorn's own listener is blocked_address under any name", async () => {
      const receiver = await aReceiver();
      const guard = createEgressGuard({ allowNetworks: ["127.0.0.0/8"], allowHttp: true });
      guard.refuseListener({ address: "0.0.0.0", port: receiver.port });
      const result = await aTransport({ guard }).send(
        aRequest({ url: `http://self.test:${receiver.port}/` }),
      );
      expect(failure(result).outcome).toBe("blocked_address");
      expect(receiver.connections()).toBe(0);
    });

    test("http is refused at the attempt where it is no longer allowed", async () => {
      const receiver = await aReceiver();
      const transport = aTransport({ allowHttp: false });
      const result = failure(await transport.send(aRequest({ url: `http://a.test:${receiver.port}/` })));
      expect(result.outcome).toBe("blocked_address");
      expect(result.error).toContain("POSTHORN_ALLOW_HTTP");
    });

    test("a name without an address is a dns_error", async () => {
      const result = await aTransport({ names: notFoundError }).send(aRequest({ url: "http://dead.test/" }));
      expect(failure(result).outcome).toBe("dns_error");
    });

    test("the timeout covers the look-up", async () => {
      const transport = aTransport({ query: () => new Promise(() => {}) });
      const result = failure(await transport.send(aRequest({ url: "http://slow.test/", timeoutMs: 100 })));
      expect(result.outcome).toBe("timeout");
      expect(result.error).toContain("no connection could be made");
    });
  });

  describe("several addresses", () => {
    test("one that refuses is passed over at once", async () => {
      const receiver = await aReceiver({ address: "127.0.0.3" });
      const transport = aTransport({ names: () => ["127.0.0.2", "127.0.0.3"] });
      const result = answered(await transport.send(aRequest({ url: `http://two.test:${receiver.port}/` })));
      expect(result.durationMs).toBeLessThan(200);
    });

    test("where all refuse it is a connection_refused", async () => {
      const receiver = await aReceiver();
      const transport = aTransport({ names: () => ["127.0.0.2", "127.0.0.3"] });
      const result = await transport.send(aRequest({ url: `http://none.test:${receiver.port}/` }));
      expect(failure(result).outcome).toBe("connection_refused");
    });
  });

  describe.skipIf(process.platform !== "linux")("an address that answers nothing", () => {
    test("does not hold up the next one for more than a moment", async () => {
      const receiver = await aReceiver({ address: "127.0.0.3" });
      const frozen = await startFrozenListener("127.0.0.2", receiver.port);
      try {
        const transport = aTransport({ names: () => ["127.0.0.2", "127.0.0.3"] });
        const result = answered(await transport.send(aRequest({ url: `http://two.test:${receiver.port}/` })));
        expect(result.durationMs).toBeGreaterThanOrEqual(249);
        expect(result.durationMs).toBeLessThan(900);
        await until(() => connecting("127.0.0.2", receiver.port) === 0);
      } finally {
        frozen.close();
      }
    });

    test("times out, and leaves no socket behind", async () => {
      const frozen = await startFrozenListener("127.0.0.2", 0);
      try {
        const request = aRequest({ url: `http://127.0.0.2:${frozen.port}/`, timeoutMs: 1000 });
        const sent = aTransport().send(request);
        await until(() => connecting("127.0.0.2", frozen.port) === 1);
        expect(failure(await sent).error).toContain("no connection could be made");
        await until(() => connecting("127.0.0.2", frozen.port) === 0);
      } finally {
        frozen.close();
      }
    });
  });

  test("a name looked up by the system is delivered to", async () => {
    const receiver = await aReceiver();
    const resolver = createNameResolver({
      clock: systemClock,
      query: createSystemNames({ clock: systemClock }),
    });
    const result = await aTransport({ resolver }).send(
      aRequest({ url: `http://localhost:${receiver.port}/` }),
    );
    expect(answered(result).status).toBe(200);
  });
}
