import { expect, test } from "bun:test";
import { useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

test("the executable checks a strict organization's events, alone and in batches, and delivers what fits", async () => {
  const receiver = aReceiver(stage);
  const server = await stage.serve();
  await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
  await server.call("PATCH", "/organizations/default", { settings: { strictEventTypes: true } });
  const schema = {
    properties: { id: { pattern: "^(o+)+$" }, at: { pattern: "^[0-9]+$" } },
    required: ["id"],
  };
  const put = await server.call("PUT", "/event-types/order.paid", { schema, example: { id: "oo" } });
  expect(put.status).toBe(200);
  const bad = await server.call("POST", "/events", { type: "order.paid", data: { id: "oo", at: "now" } });
  expect([bad.status, bad.body.errors[0].path]).toEqual([422, "data.at"]);
  const events = [
    { type: "order.paid", id: "good", data: { id: "ooo", at: "1" } },
    { type: "order.paid", id: "slow", data: { id: `${"o".repeat(50)}!` } },
    { type: "order.none", id: "none", data: {} },
  ];
  const { status, body } = await server.call("POST", "/events/batch", { events });
  expect([status, body.accepted, body.rejected]).toEqual([202, 1, 2]);
  await until(() => receiver.received.length > 0);
  expect(receiver.received.map(({ id }) => id)).toEqual(["good"]);
}, 60_000);
