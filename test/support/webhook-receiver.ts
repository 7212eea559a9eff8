import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import type { Stage } from "./posthorn-process.ts";

/** A webhook as it arrived. */
export interface ReceivedWebhook {
  path: string;
  headers: Record<string, string>;
  body: string;
  /** The `webhook-id`: the event's. */
  id: string;
  /** The `x-posthorn-attempt`. */
  attempt: number;
  arrivedAtMs: number;
}

export interface WebhookReceiver {
  url: string;
  received: readonly ReceivedWebhook[];
}

/** What a receiver answers: a status, or more. */
export type Answer = number | Response | Promise<number | Response>;

/** A well-behaved receiver on loopback that notes what came and answers 200, or as told. */
export function aReceiver(stage: Stage, answer: (webhook: ReceivedWebhook) => Answer = () => 200) {
  const received: ReceivedWebhook[] = [];
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    async fetch(request) {
      const headers = Object.fromEntries(request.headers);
      const webhook: ReceivedWebhook = {
        path: new URL(request.url).pathname,
        headers,
        body: await request.text(),
        id: headers["webhook-id"] ?? "",
        attempt: Number(headers["x-posthorn-attempt"]),
        arrivedAtMs: performance.now(),
      };
      received.push(webhook);
      const answered = await answer(webhook);
      return typeof answered === "number" ? new Response(null, { status: answered }) : answered;
    },
  });
  stage.keep(server, () => server.stop(true));
  return { url: `http://127.0.0.1:${server.port}`, received } satisfies WebhookReceiver;
}

/** What receivers verify with. Built once a secret: decoding its key for each webhook would cost more than the check. */
export function verifierOf(secret: string): (webhook: ReceivedWebhook) => void {
  const libraries = [new StandardWebhook(secret), new SvixWebhook(secret)];
  return ({ body, headers }) => {
    for (const library of libraries) library.verify(body, headers);
  };
}
