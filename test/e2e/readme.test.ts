import { expect, test } from "bun:test";
import { rmSync } from "node:fs";
import { connect } from "node:net";
import { Webhook } from "standardwebhooks";
import { readLines, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

const stage = useStage();

const checkout = new URL("../..", import.meta.url).pathname;
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** The receiver that the README shows, on a free port. */
async function startReceiver() {
  const readme = await Bun.file(`${checkout}/README.md`).text();
  const shown = /```js\n([\s\S]+?)```/.exec(readme)?.[1] ?? "";
  const onFreePort = shown.replace(
    ".listen(4000)",
    '.listen(0, "127.0.0.1", function () { console.log("port", this.address().port); })',
  );
  expect(onFreePort).not.toBe(shown);
  // In the checkout, where its package is found.
  const path = `${checkout}/dist/readme-receiver-${process.pid}.mjs`;
  await Bun.write(path, onFreePort);
  const lines: string[] = [];
  const child = Bun.spawn([process.execPath, path], { env: { WEBHOOK_SECRET: secret }, stdout: "pipe" });
  stage.keep(child, () => {
    child.kill("SIGKILL");
    rmSync(path);
    return child.exited;
  });
  void readLines(child.stdout, (line) => lines.push(line));
  await until(() => lines.length > 0, { withinMs: 30_000 });
  const port = Number(/^port (\d+)$/.exec(lines[0] ?? "")?.[1]);
  return { port, lines, exitCode: () => child.exitCode };
}

function post(port: number, body: string, signature: string): Promise<Response> {
  const at = String(Math.floor(Date.now() / 1000));
  const headers = { "webhook-id": "evt_1", "webhook-timestamp": at, "webhook-signature": signature };
  return fetch(`http://127.0.0.1:${port}/`, { method: "POST", body, headers });
}

test("the README's receiver takes what is signed, refuses what is not, and outlives a broken connection", async () => {
  const receiver = await startReceiver();
  const server = await stage.serve();
  const url = `http://127.0.0.1:${receiver.port}/`;
  await server.call("POST", "/endpoints", { url, eventTypes: ["*"], secret });
  const breakOff = () =>
    new Promise((resolve) => {
      const socket = connect(receiver.port, "127.0.0.1", () => {
        socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf", () =>
          socket.resetAndDestroy(),
        );
      });
      socket.on("close", resolve);
    });
  await breakOff();
  expect((await post(receiver.port, "{}", "v1,bm9uZQ==")).status).toBe(401);
  await server.call("POST", "/events", { type: "order.paid", data: { total: 12 } });
  await until(() => receiver.lines.some((line) => line.includes("verified order.paid")));
  const signed = new Webhook(secret).sign("evt_1", new Date(), '{"type":"a"}');
  expect((await post(receiver.port, '{"type":"a"}', signed)).status).toBe(204);
  expect(receiver.exitCode()).toBeNull();
}, 60_000);
