import { seededRandom } from "../../test/support/seeded-random.ts";
import { pickKind } from "./event-kinds.ts";
import { receivers } from "./receivers.ts";

/** Answers on this machine as the history says that they would. */
export function startReceivers(port: number): { stop(): Promise<void> } {
  const random = seededRandom(11);
  const server = serve(port, async (request) => {
    const name = new URL(request.url).pathname.slice(1);
    const receiver = receivers.find((one) => one.name === name);
    if (receiver === undefined) return new Response("There is no such receiver.", { status: 404 });
    const { status, body, durationMs } = receiver.answer(random, 0);
    await Bun.sleep(durationMs);
    const type = body.startsWith("{") ? "application/json" : "text/plain";
    return new Response(body, { status: status ?? 504, headers: { "content-type": type } });
  });
  return { stop: () => server.stop(true) };
}

function serve(port: number, fetch: (request: Request) => Promise<Response>): Bun.Server<undefined> {
  try {
    return Bun.serve({ hostname: "127.0.0.1", port, fetch });
  } catch {
    throw new Error(
      `Port ${port}, where the receivers answer, is in use: does ./scripts/seed run already? Choose another with --receivers-port, and --fresh if the data was written for this one.`,
    );
  }
}

/** Publishes an event now and then, until it is told to stop. */
export function startPublishing(url: string, key: string): { stop(): void } {
  const random = seededRandom(13);
  let isStopped = false;
  const run = async () => {
    while (!isStopped) {
      const { name, data } = pickKind(random);
      await fetch(`${url}/api/v1/events`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ type: name, data: data(random) }),
      }).catch(() => undefined);
      await Bun.sleep(random.between(3000, 15_000));
    }
  };
  void run();
  return {
    stop() {
      isStopped = true;
    },
  };
}
