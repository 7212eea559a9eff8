import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { join } from "node:path";
import { listAll } from "../support/listed.ts";
import { inShortOrLongRun, seedOfThisRun } from "../support/long-tests.ts";
import {
  type LogLine,
  loopbackFlags,
  readLines,
  type Server,
  useStage,
} from "../support/posthorn-process.ts";
import { restlessProducers } from "../support/restless-producer.ts";
import { type SeededRandom, seededRandom } from "../support/seeded-random.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

const kills = inShortOrLongRun({ short: 4, long: 50 });
const maxInFlight = 24;
const drainMsMax = inShortOrLongRun({ short: 30_000, long: 120_000 });
const env = { POSTHORN_RATE_LIMIT_PER_SECOND: "0", POSTHORN_MAX_IN_FLIGHT: String(maxInFlight) };

/** A request as the receiver saw it, and the process that made it, counted from 0. */
interface Arrival {
  path: string;
  id: string;
  attempt: number;
  life: number;
}

const keyOf = ({ path, id, attempt }: Omit<Arrival, "life">) => `${path} ${id} ${attempt}`;

/** Nearly every twelfth first attempt fails, so that retries are under way as well. */
const failsAtFirst = (id: string) => Bun.hash(id) % 12n === 0n;

/** Starts a process and kills it while it starts or soon after. Gives what it logged. */
async function riseAndFall(directory: string, random: SeededRandom): Promise<LogLine[]> {
  const child = stage.launch(["serve", ...loopbackFlags], { directory, env });
  const log: LogLine[] = [];
  const read = readLines(child.stdout as ReadableStream<Uint8Array>, (line) => {
    if (line.startsWith("{") && line.endsWith("}")) log.push(JSON.parse(line) as LogLine);
  });
  await Bun.sleep(random.between(0, 400));
  child.kill("SIGKILL");
  await Promise.all([child.exited, read]);
  return log;
}

/** The endpoints' paths by their ids. */
async function createEndpoints(server: Server, url: string): Promise<Map<string, string>> {
  const common = { retry: { delaysSeconds: Array(20).fill(0) }, autoDisableAfter: null };
  const specs = [
    { ...common, url: `${url}/all`, eventTypes: ["*"] },
    { ...common, url: `${url}/ordered`, eventTypes: ["order.*"], ordered: true },
  ];
  const paths = new Map<string, string>();
  for (const spec of specs) {
    const { status, body } = await server.call("POST", "/endpoints", spec);
    expect(status).toBe(201);
    paths.set(body.id, new URL(body.url).pathname);
  }
  return paths;
}

test(`kill -9 at ${kills} random moments loses nothing, and repeats only what was in flight`, async () => {
  const seed = seedOfThisRun();
  console.log(`SEED=${seed}`);
  const random = seededRandom(seed);
  const arrivals: Arrival[] = [];
  // Of every process, also of one that was killed as soon as it was started: it may have sent something by then.
  const logs: (readonly LogLine[])[] = [];
  const receiver = aReceiver(stage, ({ path, id, attempt }) => {
    if (path === "/nothing-is-left") return 200;
    arrivals.push({ path, id, attempt, life: logs.length });
    return attempt === 1 && failsAtFirst(id) ? 500 : 200;
  });
  const directory = stage.directory();
  let server = await stage.serve({ directory, env });
  const paths = await createEndpoints(server, receiver.url);
  const producers = restlessProducers({ count: 10, random, serverNow: () => server });
  const bury = async (log: readonly LogLine[]) => {
    // What the dead process had sent is read before its life is over.
    for (let turn = 0; turn < 3; turn++) await fetch(`${receiver.url}/nothing-is-left`);
    logs.push(log);
  };
  for (let n = 0; n < kills; n++) {
    await Bun.sleep(random.between(30, 500));
    await server.kill();
    await bury(server.log);
    while (random.chance(0.2)) await bury(await riseAndFall(directory, random));
    server = await stage.serve({ directory, env });
  }
  await producers.finish();
  const isDrained = async () =>
    (await server.call("GET", "/deliveries?status=pending&limit=1")).body.data.length === 0;
  await until(isDrained, { withinMs: drainMsMax });

  // Without what Posthorn tells of itself: so many failures are an alert if the end takes half a minute.
  const events = (await listAll(server, "/events")).filter(
    ({ type }) => !String(type).startsWith("posthorn."),
  );
  const attempts = await listAll(server, "/attempts");
  expect((await server.call("GET", "/deliveries?status=failed&limit=1")).body.data).toEqual([]);
  expect(await server.stop()).toBe(0);
  logs.push(server.log);

  expectExactLog(events, producers.acknowledged);
  expectArrivals(arrivals, events);
  expectRecorded(arrivals, attempts, paths);
  expectRepeatsInFlightOnly(arrivals, logs, paths);
  expectOrder(arrivals, events);
  expect(integrityOf(join(directory, "data/posthorn.db"))).toBe("ok");
  const repeats = arrivals.length - new Set(arrivals.map(keyOf)).size;
  console.log(
    `${kills} kills, ${events.length} events, ${arrivals.length} arrivals, ${repeats} of them repeated`,
  );
}, 400_000);

type Row = Record<string, unknown>;

/** All that was acknowledged is stored, once, and nothing else. */
function expectExactLog(events: readonly Row[], acknowledged: ReadonlyMap<string, number>): void {
  expect([...acknowledged].filter(([, times]) => times !== 1)).toEqual([]);
  const ids = events.map(({ id }) => String(id));
  expect(ids.length).toBe(acknowledged.size);
  expect(ids.filter((id) => !acknowledged.has(id))).toEqual([]);
}

/** Each event arrived where it was wanted, and its attempts came in their order, none left out. */
function expectArrivals(arrivals: readonly Arrival[], events: readonly Row[]): void {
  const wanted = events.flatMap(({ id, type }) =>
    type === "order.paid" ? [`/all ${id}`, `/ordered ${id}`] : [`/all ${id}`],
  );
  const last = new Map<string, number>();
  for (const { path, id, attempt } of arrivals) {
    const before = last.get(`${path} ${id}`) ?? 0;
    if (attempt !== before && attempt !== before + 1) throw new Error(`${path} ${id}: ${before}, ${attempt}`);
    last.set(`${path} ${id}`, attempt);
  }
  expect([...last.keys()].sort()).toEqual(wanted.sort());
}

/** The history has each attempt that arrived, once, whatever had to be made again. */
function expectRecorded(
  arrivals: readonly Arrival[],
  attempts: readonly Row[],
  paths: ReadonlyMap<string, string>,
): void {
  const recorded = attempts.map(
    ({ endpointId, eventId, number }) => `${paths.get(String(endpointId))} ${eventId} ${number}`,
  );
  expect(recorded.sort()).toEqual([...new Set(arrivals.map(keyOf))].sort());
}

/** Never twice in one life; not again once it was told in the log; and no more than could be in flight. */
function expectRepeatsInFlightOnly(
  arrivals: readonly Arrival[],
  logs: readonly (readonly LogLine[])[],
  paths: ReadonlyMap<string, string>,
): void {
  const toldIn = new Map<string, number>();
  for (const [life, log] of logs.entries()) {
    for (const { event, endpointId, eventId, attempt } of log) {
      if (event !== "delivery.attempted") continue;
      const path = paths.get(String(endpointId)) ?? "";
      toldIn.set(keyOf({ path, id: String(eventId), attempt: Number(attempt) }), life);
    }
  }
  const repeatsAfter = Array<number>(logs.length).fill(0);
  const lastLife = new Map<string, number>();
  for (const arrival of arrivals) {
    const key = keyOf(arrival);
    const before = lastLife.get(key);
    lastLife.set(key, arrival.life);
    if (before === undefined) continue;
    if (before === arrival.life) throw new Error(`${key} was sent twice by process ${before}`);
    if ((toldIn.get(key) ?? arrival.life) < arrival.life)
      throw new Error(`${key} was recorded and sent again`);
    repeatsAfter[before] = (repeatsAfter[before] ?? 0) + 1;
  }
  expect(Math.max(...repeatsAfter)).toBeLessThanOrEqual(maxInFlight);
}

/** In the order of acceptance, each until it succeeded. */
function expectOrder(arrivals: readonly Arrival[], events: readonly Row[]): void {
  const ids = arrivals.filter(({ path }) => path === "/ordered").map(({ id }) => id);
  const turns = ids.filter((id, at) => id !== ids[at - 1]);
  const accepted = events.filter(({ type }) => type === "order.paid").map(({ id }) => String(id));
  expect(turns).toEqual(accepted.reverse());
}

function integrityOf(path: string): string {
  using db = new Database(path, { readonly: true });
  return db.query<{ integrity_check: string }, []>("PRAGMA integrity_check").get()?.integrity_check ?? "";
}
