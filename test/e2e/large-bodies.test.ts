import { expect, test } from "bun:test";
import { operatorKey, useStage } from "../support/posthorn-process.ts";

const stage = useStage();

const mebibyte = new Uint8Array(1024 * 1024);

function mebibytes(count: number): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent++ < count) controller.enqueue(mebibyte);
      else controller.close();
    },
  });
}

const bodies: [name: string, body: () => Uint8Array<ArrayBuffer> | ReadableStream][] = [
  ["announced", () => new Uint8Array(32 * mebibyte.length)],
  ["in chunks", () => mebibytes(32)],
];

test.each(bodies)(
  "a body far over the limit, %s, gets the documented problem",
  async (_, body) => {
    const server = await stage.serve();
    const response = await fetch(`${server.url}/api/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${operatorKey}`, "content-type": "application/json" },
      body: body(),
    });
    expect(response.status).toBe(413);
    expect(response.headers.get("x-request-id")).toStartWith("req_");
    expect(await response.json()).toMatchObject({ code: "payload_too_large" });
    expect((await server.call("GET", "/me")).status).toBe(200);
  },
  15_000,
);
