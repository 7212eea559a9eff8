import { afterEach, expect, test } from "bun:test";
import { connect } from "node:net";
import { systemClock } from "../../src/platform/clock.ts";
import { type HttpListener, startHttpListener } from "../../src/platform/http-listener.ts";

const listeners: HttpListener[] = [];
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.stop({ drainMs: 0 });
});

function aListener(fetch: () => Response): HttpListener {
  const listener = startHttpListener({
    host: "127.0.0.1",
    port: 0,
    certificate: null,
    clock: systemClock,
    fetch: async () => fetch(),
  });
  listeners.push(listener);
  return listener;
}

/** What comes first in answer to these bytes. */
function firstAnswerTo(port: number, text: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(port, "127.0.0.1", () => socket.write(text));
  socket.once("data", (bytes) => {
    resolve(bytes.toString("latin1"));
    socket.destroy();
  });
  socket.once("error", reject);
  return promise;
}

test("a body of any announced size is left to the handler, whose answer has a reason and its headers", async () => {
  const refuse = () => new Response("too large", { status: 413, headers: { "x-request-id": "mine" } });
  const { port } = aListener(refuse);
  for (const bytes of [2_000_000, 2 ** 31, 2 ** 40]) {
    const answer = await firstAnswerTo(
      port,
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${bytes}\r\n\r\nthe first of them`,
    );
    expect(answer).toContain("x-request-id: mine");
    expect(answer).toEndWith("too large");
  }
});
