import { describe, expect, test } from "bun:test";
import type { Socket } from "node:net";
import { type ATransportOptions, answered, aRequest, failure } from "../a-transport.ts";
import { createAuthority, createSelfSigned } from "../certificate.ts";
import type { HostileReceiverOptions } from "../hostile-receiver.ts";
import { hasOpenssl, type LaterRequest, laterRequests, startOpensslServer } from "../openssl-server.ts";
import type { TransportUnderTest } from "./transport-under-test.ts";

/** Certificates, and how connections are kept where a handshake is dear. */
export function describeHttps({ aReceiver, aTransport, closing }: TransportUnderTest): void {
  const authority = createAuthority();

  describe("HTTPS", () => {
    const middle = authority.issueAuthority();
    const names = ["*.receivers.test", "receiver.test"];

    async function sendTo(
      options: HostileReceiverOptions,
      host: string,
      transportOptions: ATransportOptions = {},
    ) {
      const receiver = await aReceiver(options);
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
      [
        "that is not yet valid",
        authority.issue({ names, validFrom: new Date(Date.now() + 3_600_000) }),
        "receiver.test",
        "not valid yet",
      ],
      ["whose chain is incomplete", middle.issue({ names }), "receiver.test", "Send the whole chain"],
      [
        "that has expired",
        authority.issue({ names, validUntil: new Date(1e12) }),
        "receiver.test",
        "expired",
      ],
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

    test("a chain that is complete is accepted", async () => {
      const { key, cert } = middle.issue({ names });
      const result = await sendTo({ tls: { key, cert: cert + middle.cert } }, "receiver.test");
      expect(answered(result).status).toBe(200);
    });

    test.each([
      ["speaks nothing newer than TLS 1.1", { maxVersion: "TLSv1.1", minVersion: "TLSv1" }],
      ["speaks only HTTP/2", { ALPNProtocols: ["h2"] }],
      ["wants a certificate of its client", { requestCert: true, rejectUnauthorized: true }],
    ] as const)("a receiver that %s is a tls_error", async (_, tlsOptions) => {
      const tls = { ...authority.issue({ names }), ...tlsOptions };
      expect(failure(await sendTo({ tls }, "receiver.test")).outcome).toBe("tls_error");
    });

    const record = (type: number, bytes: Buffer) =>
      Buffer.concat([Buffer.from([type, 3, 3, bytes.length >> 8, bytes.length & 0xff]), bytes]);
    test.each([
      ["garbage", Buffer.alloc(60_000, "A")],
      ["warnings", Buffer.concat(Array<Buffer>(5000).fill(record(0x15, Buffer.from([1, 90]))))],
      ["empty records", Buffer.concat(Array<Buffer>(5000).fill(record(0x16, Buffer.alloc(0))))],
      [
        "a message of 16 MiB",
        Buffer.concat([
          record(0x16, Buffer.from([2, 0xff, 0xff, 0xff])),
          ...Array<Buffer>(100).fill(record(0x16, Buffer.alloc(16_384))),
        ]),
      ],
    ])("a receiver that floods the handshake with %s is a tls_error, at once", async (_, bytes) => {
      const flood = (socket: Socket) => {
        const pump = () => {
          while (!socket.destroyed && socket.write(bytes));
        };
        socket.on("drain", pump);
        pump();
      };
      const result = failure(await sendTo({ onConnection: flood }, "receiver.test"));
      expect(result.outcome).toBe("tls_error");
      expect(result.durationMs).toBeLessThan(2000);
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
      const receiver = await aReceiver();
      const transport = aTransport({ ca: [authority.cert] });
      const request = aRequest({ url: `https://receiver.test:${receiver.port}/`, timeoutMs: 150 });
      expect(failure(await transport.send(request)).outcome).toBe("timeout");
    });

    test.skipIf(!hasOpenssl()).each(Object.keys(laterRequests) as LaterRequest[])(
      "a receiver that asks for %s instead of answering gets no farther, and its answer counts",
      async (asked) => {
        const server = closing(await startOpensslServer(asked, authority.issue({ names })));
        const transport = aTransport({ ca: [authority.cert] });
        const sent = transport.send(aRequest({ url: `https://receiver.test:${server.port}/` }));
        await server.askThenAnswer(1);
        expect(answered(await sent).status).toBe(200);
      },
    );

    test("a hundred hosts with ten requests each cost a hundred handshakes", async () => {
      const receiver = await aReceiver({ tls: authority.issue({ names }) });
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
}
