import { createHmac, randomBytes } from "node:crypto";

/**
 * The yardstick: signed `fetch` requests to one receiver and nothing else, no queue, no disk. What a machine does
 * here bounds what a webhook sender in this runtime can do on it.
 */
const [url = "", requestsText = "0", bytesText = "500"] = process.argv.slice(2);
const requests = Number(requestsText);
const key = randomBytes(32);
const body = JSON.stringify({ filler: "x".repeat(Number(bytesText)) });
const connections = 64;
let next = 0;

const startedAt = performance.now();
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (next < requests) await send(next++);
  }),
);
console.log(JSON.stringify({ perSecond: requests / ((performance.now() - startedAt) / 1000) }));

async function send(n: number): Promise<void> {
  const id = `bare-${n}`;
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": `v1,${signature}`,
    },
    body,
  });
  await response.arrayBuffer();
}
