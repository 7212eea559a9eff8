import { afterEach, describe, expect, test } from "bun:test";
import { createEgressGuard } from "../../src/delivery/egress-guard.ts";
import { createNameResolver } from "../../src/delivery/name-resolver.ts";
import { systemClock } from "../../src/platform/clock.ts";
import {
  type ATransportOptions,
  answered,
  aRequest,
  aTransport,
  failure,
  notFoundError,
} from "../support/a-transport.ts";
import { createAuthority, createSelfSigned } from "../support/certificate.ts";
import { answer, type HostileReceiver, startHostileReceiver } from "../support/hostile-receiver.ts";

const receivers: HostileReceiver[] = [];
afterEach(() => {
  for (const receiver of receivers.splice(0)) receiver.close();
});

async function start(options: Parameters<typeof startHostileReceiver>[0] = {}) {
  const receiver = await startHostileReceiver(options);
  receivers.push(receiver);
  return receiver;
}

const authority = createAuthority();

describe("the egress guard at each connection", () => {
  test.each(["127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[::1]", "localhost"])(
    "%s is blocked_address unless allowed, and nothing is sent",
    async (host) => {
      const receiver = await start();
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
    const receiver = await start();
    const transport = aTransport({ names: () => ["10.0.0.5", "169.254.169.254", "127.0.0.1"] });
    const result = await transport.send(aRequest({ url: `http://mixed.test:${receiver.port}/` }));
    expect(answered(result).durationMs).toBeLessThan(200);
  });

  test("a name that is bound anew to a private address is judged at the next connection", async () => {
    const receiver = await start({
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
    const receiver = await start();
    let asked = 0;
    const transport = aTransport({ names: () => [++asked === 1 ? "127.0.0.1" : "10.0.0.5"] });
    const url = `http://pinned.test:${receiver.port}/`;
    expect(answered(await transport.send(aRequest({ url }))).status).toBe(200);
    expect(asked).toBe(1);
  });

  test("Posthorn's own listener is blocked_address under any name", async () => {
    const receiver = await start();
    const guard = createEgressGuard({ allowNetworks: ["127.0.0.0/8"], allowHttp: true });
    guard.refuseListener({ address: "0.0.0.0", port: receiver.port });
    const result = await aTransport({ guard }).send(aRequest({ url: `http://self.test:${receiver.port}/` }));
    expect(failure(result).outcome).toBe("blocked_address");
    expect(receiver.connections()).toBe(0);
  });

  test("http is refused at the attempt where it is no longer allowed", async () => {
    const receiver = await start();
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
    const receiver = await start({ address: "127.0.0.3" });
    const transport = aTransport({ names: () => ["127.0.0.2", "127.0.0.3"] });
    const result = answered(await transport.send(aRequest({ url: `http://two.test:${receiver.port}/` })));
    expect(result.durationMs).toBeLessThan(200);
  });

  test("where all refuse it is a connection_refused", async () => {
    const receiver = await start();
    const transport = aTransport({ names: () => ["127.0.0.2", "127.0.0.3"] });
    const result = await transport.send(aRequest({ url: `http://none.test:${receiver.port}/` }));
    expect(failure(result).outcome).toBe("connection_refused");
  });
});

describe("HTTPS", () => {
  const names = ["*.receivers.test", "receiver.test"];

  async function sendTo(
    options: Parameters<typeof startHostileReceiver>[0],
    host: string,
    transportOptions: ATransportOptions = {},
  ) {
    const receiver = await start(options);
    const transport = aTransport({ ca: [authority.cert], allowHttp: false, ...transportOptions });
    return transport.send(aRequest({ url: `https://${host}:${receiver.port}/` }));
  }

  test("a certificate of a trusted authority is accepted", async () => {
    const result = await sendTo({ tls: authority.issue({ names }) }, "receiver.test");
    expect(answered(result).status).toBe(200);
  });

  test.each([
    ["of another name", authority.issue({ names }), "another.test", "another name"],
    ["of another name than the address", authority.issue({ names }), "127.0.0.1", "another name"],
    ["that has expired", authority.issue({ names, validUntil: new Date(1e12) }), "receiver.test", "expired"],
    ["that is self-signed", createSelfSigned(names), "receiver.test", "POSTHORN_EXTRA_CA_FILE"],
    [
      "of an unknown authority",
      createAuthority().issue({ names }),
      "receiver.test",
      "POSTHORN_EXTRA_CA_FILE",
    ],
  ])("a certificate %s is a tls_error", async (_, tls, host, reason) => {
    const result = failure(await sendTo({ tls }, host));
    expect(result.outcome).toBe("tls_error");
    expect(result.error).toContain(reason);
  });

  test("a receiver that speaks plain HTTP is a tls_error", async () => {
    const result = await sendTo(
      { onConnection: (socket) => void socket.write("HTTP/1.1 400 Bad\r\n\r\n") },
      "a.test",
    );
    expect(failure(result).outcome).toBe("tls_error");
  });

  test("a receiver that closes during the handshake is a connection_reset", async () => {
    const result = await sendTo({ onConnection: (socket) => void socket.end() }, "receiver.test");
    expect(failure(result).outcome).toBe("connection_reset");
  });

  test("a receiver that hangs in the handshake times out", async () => {
    const receiver = await start();
    const transport = aTransport({ ca: [authority.cert] });
    const request = aRequest({ url: `https://receiver.test:${receiver.port}/`, timeoutMs: 150 });
    expect(failure(await transport.send(request)).outcome).toBe("timeout");
  });

  test("a hundred hosts with ten requests each cost a hundred handshakes", async () => {
    const receiver = await start({ tls: authority.issue({ names }) });
    const transport = aTransport({ ca: [authority.cert] });
    const hosts = Array.from({ length: 100 }, (_, i) => `h${i}.receivers.test`);
    for (let round = 0; round < 10; round += 1) {
      const results = await Promise.all(
        hosts.map((host) => transport.send(aRequest({ url: `https://${host}:${receiver.port}/` }))),
      );
      expect(results.every(({ kind }) => kind === "answered")).toBe(true);
    }
    expect(receiver.requests.length).toBe(1000);
    expect(receiver.connections()).toBe(100);
    transport.close();
  });
});

test("a name looked up by the system is delivered to", async () => {
  const receiver = await start();
  const resolver = createNameResolver({ clock: systemClock });
  const result = await aTransport({ resolver }).send(aRequest({ url: `http://localhost:${receiver.port}/` }));
  expect(answered(result).status).toBe(200);
});
