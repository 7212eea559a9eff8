import { describe, expect, test } from "bun:test";
import { answered, failure } from "../a-transport.ts";
import { answer } from "../hostile-receiver.ts";
import { until } from "../until.ts";
import { replying, type TransportUnderTest } from "./transport-under-test.ts";

/** Receivers that hang, drip, flood, or never come to an end. */
export function describeAnswerWithoutEnd({ setUp }: TransportUnderTest): void {
  describe("an answer that does not end", () => {
    test("a huge body counts as complete at 64 KiB, and its connection is closed", async () => {
      const { receiver, send } = await setUp(replying(answer(200, "x".repeat(5_000_000))));
      const result = answered(await send());
      expect(result.body).toBe("x".repeat(1024));
      expect(result.bodyTruncated).toBe(true);
      await until(() => receiver.open().size === 0);
    });

    test("an endless body counts as complete at 64 KiB", async () => {
      const { receiver, send } = await setUp({
        onRequest({ socket }) {
          socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          const pump = () => {
            while (!socket.destroyed && socket.write(`1000\r\n${"y".repeat(4096)}\r\n`));
          };
          socket.on("drain", pump);
          pump();
        },
      });
      expect(answered(await send())).toMatchObject({ status: 200, bodyTruncated: true });
      await until(() => receiver.open().size === 0);
    });

    const floods: [string, string, string][] = [
      ["interim answers", "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(100)],
      ["empty lines", "", "\r\n".repeat(2000)],
      ["the size of a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "0".repeat(4000)],
      [
        "what is said about chunks",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        `1;a=${"b".repeat(4000)}\r\nx\r\n`,
      ],
    ];
    test.each(floods)("a flood of %s ends the attempt long before its timeout", async (_, head, more) => {
      const { receiver, send } = await setUp({
        onRequest({ socket }) {
          socket.write(head);
          const pump = () => {
            while (!socket.destroyed && socket.write(more));
          };
          socket.on("drain", pump);
          pump();
        },
      });
      const result = failure(await send({ timeoutMs: 20_000 }));
      expect(result).toMatchObject({ outcome: "protocol_error" });
      expect(result.error).toContain("sent more than 1024 KiB");
      expect(result.durationMs).toBeLessThan(5000);
      await until(() => receiver.open().size === 0);
    });

    const stages: [string, string, string][] = [
      ["without a word", "", "no answer came"],
      ["in the middle of its headers", "HTTP/1.1 200 OK\r\nX-A: 1\r\n", "no answer came"],
      [
        "after its headers, although they say 200",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
        "did not end",
      ],
    ];
    test.each(stages)("a receiver that hangs %s times out", async (_, bytes, reason) => {
      const { receiver, send } = await setUp(replying(bytes));
      const result = failure(await send({ timeoutMs: 150 }));
      expect(result.outcome).toBe("timeout");
      expect(result.error).toContain(reason);
      expect(result.durationMs).toBeGreaterThanOrEqual(149);
      expect(result.durationMs).toBeLessThan(1500);
      await until(() => receiver.open().size === 0);
    });

    test.each([
      ["its headers", "", `HTTP/1.1 200 OK\r\nX: ${"a".repeat(1000)}`],
      ["an interim answer", "", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(50)],
      ["its body", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", ".".repeat(999)],
      ["its chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n.\r\n".repeat(200)],
      ["the length of a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "0".repeat(999)],
    ])(
      "a receiver that drips %s byte by byte counts against the timeout as a whole",
      async (_, head, drops) => {
        const { receiver, send } = await setUp({
          onRequest({ socket }) {
            socket.write(head);
            let at = 0;
            const drip = setInterval(() => socket.write(drops.charAt(at++)), 5);
            socket.on("close", () => clearInterval(drip));
          },
        });
        const result = failure(await send({ timeoutMs: 300 }));
        expect(result.outcome).toBe("timeout");
        expect(result.durationMs).toBeGreaterThanOrEqual(299);
        await until(() => receiver.open().size === 0);
      },
    );

    test("an answer that arrived while the loop was busy is taken, although the timer was due", async () => {
      const server = Bun.spawn(["bun", "-e", lateServer], { stdout: "pipe" });
      try {
        const { value } = await server.stdout.getReader().read();
        const port = Number(new TextDecoder().decode(value));
        const { send } = await setUp();
        const late = send({ url: `http://late.test:${port}/`, timeoutMs: 400 });
        setTimeout(() => {
          const endMs = performance.now() + 700;
          while (performance.now() < endMs);
        }, 100);
        expect(answered(await late).body).toBe("late");
      } finally {
        server.kill();
      }
    });
  });
}

/** Answers after 250 ms, from a process of its own, while this one's loop is busy. */
const lateServer = `
  const fetch = async () => { await Bun.sleep(250); return new Response("late"); };
  console.log(Bun.serve({ port: 0, hostname: "127.0.0.1", fetch }).port);
`;
