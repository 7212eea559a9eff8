import { expect, test } from "bun:test";
import { listAll } from "../support/listed.ts";
import { type Reply, type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

const stage = useStage();

const connections = 16;
const requestsPerRound = 900;
const killAfterReplies = 300;
const waitMsMax = 20_000;

/** Every thirtieth request makes an endpoint, all others publish; none of them names an id. */
function requestOf(name: string, n: number): { path: string; body: object } {
  return n % 30 === 0
    ? {
        path: "/endpoints",
        body: { url: "https://127.0.0.1:9/in", eventTypes: ["never.sent"], description: name },
      }
    : { path: "/events", body: { type: "message.delivered", data: { name } } };
}

/** Sends like a careful client: the same key and body again, to whichever server is up, until there is a reply. */
async function sendUntilAnswered(serverNow: () => Server, name: string, n: number): Promise<Reply> {
  const { path, body } = requestOf(name, n);
  for (;;) {
    const server = serverNow();
    try {
      return await server.call("POST", path, body, { headers: { "Idempotency-Key": name } });
    } catch {
      // Killed: nobody knows whether it was done.
      await until(() => serverNow() !== server, { withinMs: waitMsMax });
    }
  }
}

test("kill -9 between a request and its reply: the same Idempotency-Key finds all of it done, once", async () => {
  const directory = stage.directory();
  const env = { POSTHORN_RATE_LIMIT_PER_SECOND: "0", POSTHORN_ALLOW_NETWORKS: "127.0.0.0/8" };
  let server = await stage.serve({ directory, env });
  const replies = new Map<string, Reply>();
  for (const round of [1, 2]) {
    let next = 0;
    const goal = replies.size + killAfterReplies;
    const sent = Promise.all(
      Array.from({ length: connections }, async () => {
        for (let n = next++; n < requestsPerRound; n = next++) {
          const name = `${round}-${n}`;
          replies.set(name, await sendUntilAnswered(() => server, name, n));
        }
      }),
    );
    await until(() => replies.size >= goal, { withinMs: waitMsMax });
    await server.kill();
    server = await stage.serve({ directory, env });
    await sent;
  }

  const made = [...replies].map(([name, { body }]) => ({ name, id: body.id }));
  expect([...replies.values()].every(({ status }) => status === 202 || status === 201)).toBe(true);
  const endpoints = await listAll(server, "/endpoints");
  const events = await listAll(server, "/events");
  const ids = (rows: readonly Record<string, unknown>[]) => rows.map(({ id }) => String(id)).sort();
  expect(ids([...endpoints, ...events])).toEqual(ids(made));
  expect(new Set(endpoints.map(({ description }) => description)).size).toBe(endpoints.length);
  // Each change with its entry, and no entry without its change.
  expect((await listAll(server, "/audit-log")).map(({ objectId }) => String(objectId)).sort()).toEqual(
    ids(endpoints),
  );
  expect(await server.stop()).toBe(0);
}, 60_000);
