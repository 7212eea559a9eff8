import { expect, test } from "bun:test";
import { listAll } from "../support/listed.ts";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { preloading } from "../support/preload.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

interface Publishing {
  acknowledged: string[];
  /** Ends with the server. */
  ended: Promise<unknown>;
}

/** Publishes without a pause, until there is no server any more. */
function keepPublishing(server: Server): Publishing {
  const acknowledged: string[] = [];
  let n = 0;
  async function publish(): Promise<void> {
    for (;;) {
      const id = `event-${n++}`;
      const event = { id, type: "order.paid", data: { text: "x".repeat(2000) } };
      const reply = await server.call("POST", "/events", event).catch(() => null);
      if (reply === null) return;
      if (reply.status === 202) acknowledged.push(id);
      else expect(reply).toMatchObject({ status: 503, body: { code: "unavailable" } });
    }
  }
  return { acknowledged, ended: Promise.all(Array.from({ length: 8 }, publish)) };
}

/** Its last line says in a sentence why it ended, without a stack trace. */
async function expectSentence(server: Server): Promise<string> {
  await until(() => server.log.some(({ event }) => event === "server.failed"));
  const line = server.log.find(({ event }) => event === "server.failed");
  expect(JSON.stringify(line)).not.toMatch(/stack| at /);
  return String(line?.error);
}

test.each([
  [
    "a commit that cannot be brought to the disk",
    "/dev/null",
    "could not be brought to the disk (EINVAL). Check the disk",
  ],
])(
  "%s ends the process with a sentence, and nothing acknowledged is lost",
  async (_, device, sentence) => {
    const receiver = aReceiver(stage);
    const directory = stage.directory();
    const env = {
      ...preloading("replace-descriptor.ts"),
      FAULT_FILE: "/posthorn.db-wal",
      FAULT_DEVICE: device,
    };
    const server = await stage.serve({ directory, env });
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    const { acknowledged, ended } = keepPublishing(server);
    await until(() => acknowledged.length > 300, { withinMs: 30_000 });
    server.signal("SIGUSR2");
    expect(await server.exited).toBe(1);
    await ended;
    expect(await expectSentence(server)).toContain(sentence);

    const next = await stage.serve({ directory });
    const stored = new Set((await listAll(next, "/events")).map(({ id }) => String(id)));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    const events = () => new Set(receiver.received.map(({ id }) => id));
    await until(() => acknowledged.every((id) => events().has(id)), { withinMs: 30_000 });
  },
  40_000,
);
