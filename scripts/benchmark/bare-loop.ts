import { createHmac, randomBytes } from "node:crypto";

/**
 * The yardstick: signed `fetch` requests to one receiver and nothing else, no queue, no disk. What a machine does
 * here bounds what a webhook sender in this runtime can do on it.
 */
const [url = "", requestsText = "0", bytesText = "500"] = process.argv.slice(2);
const key = randomBytes(32);
const body = JSON.stringify({ filler: "x".repeat(Number(bytesText)) });
const connections = 64;
/** The compiler takes its time with what is new to it. */
const warmUpRequests = 5000;

await loop(Math.min(warmUpRequests, Number(requestsText)));
const startedAt = performance.now();
await loop(Number(requestsText));
console.log(JSON.stringify({ perSecond: Number(requestsText) / ((performance.now() - startedAt) / 1000) }));

async function loop(requests: number): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < requests) await send(next++);
    }),
  );
}

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
