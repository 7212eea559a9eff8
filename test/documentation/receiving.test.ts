import { Database } from "bun:sqlite";
import { afterEach, describe, expect, test } from "bun:test";
import { createServer } from "node:net";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { payloadFormat } from "../../src/domain/endpoint.ts";
import { jitterShare, retryPresets } from "../../src/domain/retry-schedule.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";
import { until } from "../support/until.ts";

const page = await readPage("docs/receiving.md");
const blocks = codeBlocksOf(page);
const verifying = codeBlocksOf(await readPage("docs/verifying.md"));
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
});

function textOf(from: typeof blocks, info: string): string {
  return from.find((block) => block.info === info)?.text ?? "";
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function startReceiver() {
  const directory = temporaryDirectory();
  ends.push(() => directory.remove());
  await Bun.write(join(directory.path, "verify.py"), textOf(verifying, "python"));
  await Bun.write(join(directory.path, "receiver.py"), textOf(blocks, "python receiver"));
  const port = await freePort();
  const env = { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) };
  const child = Bun.spawn(["python3", "receiver.py"], { cwd: directory.path, env, stderr: "ignore" });
  ends.push(() => {
    child.kill("SIGKILL");
    return child.exited;
  });
  const url = `http://127.0.0.1:${port}/`;
  await until(
    () =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    { withinMs: 30_000 },
  );
  return { url, inbox: join(directory.path, "inbox.db") };
}

function post(url: string, id: string, body: string, key = secret): Promise<Response> {
  const now = new Date();
  const signature = new Webhook(key).sign(id, now, body);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  return fetch(url, { method: "POST", headers, body });
}

describe("the page on receiving", () => {
  test.skipIf(Bun.which("python3") === null)(
    "shows a receiver that keeps a genuine event once and refuses a forged one",
    async () => {
      const { url, inbox } = await startReceiver();
      expect((await post(url, "evt_1", '{"n":1}')).status).toBe(204);
      expect((await post(url, "evt_1", '{"n":1}')).status).toBe(204);
      expect((await post(url, "evt_2", '{"n":2}')).status).toBe(204);
      const forged = await post(url, "evt_3", "{}", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
      expect(forged.status).toBe(401);
      expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
      const db = new Database(inbox, { readonly: true });
      const ids = db.query<{ id: string }, []>("SELECT id FROM inbox ORDER BY id").all();
      db.close();
      expect(ids).toEqual([{ id: "evt_1" }, { id: "evt_2" }]);
    },
    30_000,
  );

  test("shows a request whose signature is right", () => {
    const [head = "", body = ""] = textOf(blocks, "http").split("\n\n");
    const header = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(head)?.[1] ?? "";
    const signedAt = new Date(Number(header("webhook-timestamp")) * 1000);
    expect(header("webhook-signature")).toBe(
      new Webhook(secret).sign(header("webhook-id"), signedAt, body.trimEnd()),
    );
  });

  test("shows the layout of every payload format", () => {
    const described = [...page.matchAll(/^\| `(\w+)` +\| (?:`\{|`data` alone)/gm)].map(
      (match) => match[1] ?? "",
    );
    expect(described).toEqual(payloadFormat.options);
  });

  test("names spans that cover each preset's schedule with its jitter", () => {
    const hours: Record<string, number> = {
      "about 6 minutes": 0.105,
      "up to 30.4 hours": 30.4,
      "up to 3.5 days": 84,
    };
    for (const [preset, delays] of Object.entries(retryPresets)) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`${preset}\``)) ?? "";
      const [, , attempts, span = ""] = row.split("|").map((cell) => cell.trim());
      expect([preset, attempts]).toEqual([preset, String(delays.length + 1)]);
      const longest = (delays.reduce((sum, delay) => sum + delay, 0) * (1 + jitterShare)) / 3600;
      expect(hours[span] ?? 0).toBeGreaterThanOrEqual(longest);
      expect(hours[span] ?? 0).toBeLessThanOrEqual(longest * 1.05);
    }
  });
});
