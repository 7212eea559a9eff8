import { type Arrivals, numberOf, preciseNow } from "./ledger.ts";

/**
 * A receiver in a process of its own: answers 200 at once and counts. `GET /arrivals` gives the account, `POST /reset`
 * starts a new one. Prints its port.
 */
let arrivals: Arrivals = { counts: [], firstAtMs: [] };
let total = 0;

const server = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  async fetch(request) {
    const path = new URL(request.url).pathname;
    if (path === "/in") return receive(request);
    if (path === "/arrivals") return Response.json(arrivals);
    if (path === "/total") return Response.json({ total });
    arrivals = { counts: [], firstAtMs: [] };
    total = 0;
    return new Response(null, { status: 204 });
  },
});

async function receive(request: Request): Promise<Response> {
  const at = preciseNow();
  await request.arrayBuffer();
  total++;
  const n = numberOf(request.headers.get("webhook-id") ?? "");
  if (n >= 0) {
    arrivals.counts[n] = (arrivals.counts[n] ?? 0) + 1;
    arrivals.firstAtMs[n] ??= at;
  }
  return new Response("ok");
}

console.log(server.port);
