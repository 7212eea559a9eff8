import { describe, expect, test } from "bun:test";
import type { OutboundRequest, Transport, TransportResult } from "../../../src/delivery/transport.ts";
import { aRequest, failure } from "../a-transport.ts";
import { createAuthority } from "../certificate.ts";
import { type CuttingRelay, type HowToCut, startCuttingRelay } from "../cutting-relay.ts";
import type { TransportUnderTest } from "./transport-under-test.ts";

/** `HTTP/1.1 200 Status`, one header, and a body of two bytes. */
const headBytes = "HTTP/1.1 200 Status\r\nContent-Length: 2\r\n\r\n".length;
const answerBytes = headBytes + 2;

/** What it is when a connection is cut after so many bytes of an answer of the given size. */
function expectedOutcome(how: HowToCut, afterBytes: number): RegExp {
  if (how === "hang") return /^timeout$/;
  // A reset may overtake what was sent before it, so that no byte of the answer is seen.
  if (how === "reset")
    return afterBytes < headBytes ? /^connection_reset$/ : /^(?:connection_reset|protocol_error)$/;
  return afterBytes < headBytes ? /^connection_reset$/ : /^protocol_error$/;
}

/** Connections that are reset, closed or left hanging at every byte, and at every stage of a handshake. */
export function describeCutConnections({ aReceiver, aTransport, closing }: TransportUnderTest): void {
  async function cutAt(
    relay: CuttingRelay,
    afterBytes: number,
    transport: Transport,
    request: OutboundRequest,
  ) {
    relay.cutAfter(afterBytes);
    const result = await transport.send(request);
    transport.close();
    return result;
  }

  describe("a connection that is cut", () => {
    test.each(["close", "reset"] as const)(
      "by a %s is never a success, whichever byte of the answer was the last",
      async (how) => {
        const receiver = await aReceiver();
        const relay = closing(await startCuttingRelay(receiver.port, how));
        const transport = aTransport();
        const request = aRequest({ url: `http://receiver.test:${relay.port}/` });
        for (let bytes = 0; bytes < answerBytes; bytes += 1) {
          const result = failure(await cutAt(relay, bytes, transport, request));
          expect(`${bytes}: ${result.outcome}`).toMatch(
            new RegExp(`^${bytes}: ${expectedOutcome(how, bytes).source.slice(1)}`),
          );
        }
        // Each was tried once: bytes of an answer had come, or the connection was fresh.
        expect(receiver.requests.length).toBe(answerBytes);
        expect((await cutAt(relay, answerBytes, transport, request)).kind).toBe("answered");
      },
    );

    test("by silence times out, whichever byte of the answer was the last", async () => {
      const receiver = await aReceiver();
      const results = await Promise.all(
        Array.from({ length: answerBytes }, async (_, bytes) => {
          const relay = closing(await startCuttingRelay(receiver.port, "hang"));
          const request = aRequest({ url: `http://receiver.test:${relay.port}/`, timeoutMs: 400 });
          return cutAt(relay, bytes, aTransport(), request);
        }),
      );
      expect(new Set(results.map((result) => failure(result).outcome))).toEqual(new Set(["timeout"]));
    });

    test.each(["close", "reset"] as const)(
      "by a %s within TLS is never a success, and no trouble of ours",
      async (how) => {
        const authority = createAuthority();
        const receiver = await aReceiver({ tls: authority.issue({ names: ["receiver.test"] }) });
        const relay = closing(await startCuttingRelay(receiver.port, how));
        const transport = aTransport({ ca: [authority.cert] });
        const request = aRequest({ url: `https://receiver.test:${relay.port}/` });
        const outcomes = new Set<string>();
        let last: TransportResult["kind"] = "failed";
        for (let bytes = 0; last !== "answered"; bytes += 41) {
          const result = await cutAt(relay, bytes, transport, request);
          last = result.kind;
          if (result.kind !== "answered") outcomes.add(failure(result).outcome);
          expect(bytes).toBeLessThan(10_000);
        }
        const allowed = ["connection_reset", "tls_error", "protocol_error"];
        expect([...outcomes].filter((outcome) => !allowed.includes(outcome))).toEqual([]);
        expect(outcomes).toContain("connection_reset");
      },
    );

    test("by silence within a handshake times out", async () => {
      const authority = createAuthority();
      const receiver = await aReceiver({ tls: authority.issue({ names: ["receiver.test"] }) });
      const stages = [0, 5, 100, 200, 500];
      const results = await Promise.all(
        stages.map(async (bytes) => {
          const relay = closing(await startCuttingRelay(receiver.port, "hang"));
          const url = `https://receiver.test:${relay.port}/`;
          return cutAt(relay, bytes, aTransport({ ca: [authority.cert] }), aRequest({ url, timeoutMs: 400 }));
        }),
      );
      expect(results.map((result) => failure(result).outcome)).toEqual(stages.map(() => "timeout"));
    });
  });
}
