import { expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { operatorKey, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver, verifierOf } from "../support/webhook-receiver.ts";

const stage = useStage();
const secret = "It's a Secret to Everybody";
const push =
  '{"ref":"refs/heads/main","after":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","size":12345678901234567890}';

function send(url: string, delivery: string, body = push, key = secret): Promise<Response> {
  const signature = createHmac("sha256", key).update(body).digest("hex");
  const headers = {
    "Content-Type": "application/json",
    "X-GitHub-Event": "push",
    "X-GitHub-Delivery": delivery,
    "X-Hub-Signature-256": `sha256=${signature}`,
  };
  return fetch(`${url}?access_token=never-logged`, { method: "POST", headers, body });
}

test("the executable takes a platform's webhook and delivers it, signed, once, also across a kill", async () => {
  const receiver = aReceiver(stage);
  const server = await stage.serve();
  const endpoint = (
    await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["github.*"],
      payloadFormat: "raw",
    })
  ).body;
  const source = (
    await server.call("POST", "/sources", {
      kind: "generic",
      name: "github",
      config: { preset: "github", secret },
    })
  ).body;
  const url = server.url + source.url;

  expect((await send(url, "1")).status).toBe(200);
  await until(() => receiver.received.length === 1, { withinMs: 30_000 });
  const [webhook] = receiver.received;
  expect(webhook?.body).toBe(push);
  expect(webhook?.headers["x-posthorn-event"]).toBe("github.push");
  if (webhook) verifierOf(endpoint.secret)(webhook);

  await server.kill();
  const again = await stage.serve({ directory: server.directory });
  const urlNow = again.url + source.url;
  expect((await send(urlNow, "1")).status).toBe(200);
  expect((await send(urlNow, "2")).status).toBe(200);
  expect((await send(urlNow, "3", push, "another secret")).status).toBe(401);
  expect((await fetch(urlNow)).status).toBe(405);
  // The first one comes again if the kill came before its attempt was recorded.
  await until(() => new Set(receiver.received.map(({ id }) => id)).size === 2, { withinMs: 30_000 });

  const { data } = (await again.call("GET", `/sources/${source.id}/requests`)).body;
  expect(data.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
    "rejected",
    "rejected",
    "accepted",
    "duplicate",
    "accepted",
  ]);
  const metrics = await (
    await fetch(`${again.url}/metrics`, { headers: { Authorization: `Bearer ${operatorKey}` } })
  ).text();
  expect(metrics).toContain('posthorn_source_requests_total{verdict="rejected"} 2');
  const log = JSON.stringify(again.log);
  expect(log).toContain("source.refused");
  for (const hidden of ["never-logged", secret]) expect(log).not.toContain(hidden);
}, 60_000);
