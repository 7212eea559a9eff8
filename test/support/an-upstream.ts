import { createHmac } from "node:crypto";
import { anApi, type TestApi } from "./an-api.ts";

/** What its requests are signed with. */
export const sharedSecret = "s3cret";

/** A body as an upstream platform sends it. */
export const order = '{"id":"o-1","type":"order.created","total":12345678901234567890}';

/** What a sender sends. */
export interface Sent {
  method?: string;
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** Runs a test with an API of its own. */
export async function withApi(run: (api: TestApi) => Promise<void>, over: Parameters<typeof anApi>[0] = {}) {
  const api = await anApi(over);
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

/** A source whose requests are signed; its events' type stands in the body. */
export function signedSource(api: TestApi, config: Record<string, unknown> = {}): Promise<string> {
  const verification = { kind: "hmac", header: "X-Signature", secret: sharedSecret };
  return api.aSourceId({ config: { verification, eventType: { pointer: "/type" }, ...config } });
}

export function send(api: TestApi, id: string, { method = "POST", body, headers = {} }: Sent = {}) {
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  return api.fetch(new Request(`http://localhost/in/${id}`, init));
}

export const signatureOf = (body: string) => createHmac("sha256", sharedSecret).update(body).digest("hex");

export function sendSigned(api: TestApi, id: string, body = order, headers: Record<string, string> = {}) {
  return send(api, id, { body, headers: { ...headers, "x-signature": signatureOf(body) } });
}

export async function eventsOf(api: TestApi) {
  return (await api.call("GET", "/api/v1/events?tag=source:upstream")).body.data;
}

export async function requestsOf(api: TestApi, id: string, query = "") {
  return (await api.call("GET", `/api/v1/sources/${id}/requests${query}`)).body;
}
