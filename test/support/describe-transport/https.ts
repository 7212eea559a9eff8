import { describe, expect, test } from "bun:test";
import { type ATransportOptions, answered, aRequest, failure } from "../a-transport.ts";
import { createAuthority, createSelfSigned } from "../certificate.ts";
import type { HostileReceiverOptions } from "../hostile-receiver.ts";
import type { TransportUnderTest } from "./transport-under-test.ts";

/** Certificates, and how connections are kept where a handshake is dear. */
export function describeHttps({ aReceiver, aTransport }: TransportUnderTest): void {
  const authority = createAuthority();

  describe("HTTPS", () => {
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
