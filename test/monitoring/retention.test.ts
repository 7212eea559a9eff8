import { afterEach, describe, expect, test } from "bun:test";
import { AppError } from "../../src/domain/app-error.ts";
import { createRetention, type Retention, type RetentionMeter } from "../../src/monitoring/retention.ts";
import type { RetentionVerbs, SweepPlace } from "../../src/store/retention-verbs.ts";
import { anEvent, aStore, type TestStore } from "../support/a-store.ts";
import { type LogLine, loggerInto } from "../support/an-engine.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

interface Running {
  opened: TestStore;
  retention: Retention;
  log: LogLine[];
}
const running: Running[] = [];

afterEach(async () => {
  for (const { opened, retention } of running.splice(0)) {
    await retention.stop();
    await opened.close();
  }
});

async function aRetention(
  over: { days?: number; meter?: RetentionMeter; wrap?: (store: RetentionVerbs) => RetentionVerbs } = {},
) {
  const opened = await aStore();
  const log: LogLine[] = [];
  const { store, clock } = opened;
  const wrap = over.wrap ?? ((one) => one);
  const retention = createRetention({
    store: wrap(store),
    clock,
    logger: loggerInto(log),
    retentionDays: over.days ?? 30,
    ...(over.meter ? { meter: over.meter } : {}),
  });
  await retention.start();
  running.push({ opened, retention, log });
  return { ...opened, store, clock, log, retention };
}

async function publish(
  { store, organizationId, clock }: Pick<TestStore, "store" | "organizationId" | "clock">,
  count: number,
) {
  const nowMs = clock.now();
  await Promise.all(
    Array.from({ length: count }, () => store.acceptEvent(organizationId, anEvent({ nowMs }))),
  );
}

async function countEvents({ store, organizationId }: Pick<TestStore, "store" | "organizationId">) {
  return (await store.listEvents(organizationId, {}, { limit: 100, cursor: null })).data.length;
}

describe("retention in the running program (delivery.md, Retention)", () => {
  test("deletes what has become old while it runs, and says how much", async () => {
    const one = await aRetention({ days: 2 });
    await publish(one, 3);
    await one.clock.advance(dayMs);
    await publish(one, 2);
    expect(await countEvents(one)).toBe(5);
    await one.clock.advance(dayMs + 20 * minuteMs);
    expect(await countEvents(one)).toBe(2);
    expect(one.log).toMatchObject([{ level: "info", event: "retention.swept", fields: { events: 3 } }]);
  }, 60_000);

  test("tells how far it is, and that it came to its end", async () => {
    const told: string[] = [];
    let deleted = 0;
    let isFull = false;
    const one = await aRetention({
      days: 1,
      meter: {
        began: () => void told.push("began"),
        swept({ events }) {
          deleted += events;
        },
        ended: (atMs) => void told.push(atMs === null ? "broke off" : "ended"),
      },
      wrap: (store) => ({
        ...store,
        sweep: (...args) =>
          isFull ? Promise.reject(new AppError("unavailable", "The disk is full.")) : store.sweep(...args),
      }),
    });
    await one.clock.advance(2 * minuteMs);
    expect(told).toEqual(["began", "ended"]);
    await publish(one, 3);
    one.clock.stepWall(dayMs);
    isFull = true;
    await one.clock.advance(15 * minuteMs);
    expect(told.slice(2)).toEqual(["began", "broke off"]);
    isFull = false;
    await one.clock.advance(dayMs);
    expect(told.at(-1)).toBe("ended");
    expect(deleted).toBe(3);
  }, 60_000);

  test("rests between its steps", async () => {
    const stages: string[] = [];
    const one = await aRetention({
      wrap: (store) => ({
        ...store,
        sweep: (sweep, place) => {
          stages.push(place?.stage ?? "expiry");
          return store.sweep(sweep, place);
        },
      }),
    });
    await one.clock.advance(minuteMs + 4);
    expect(stages).toEqual(["expiry"]);
    await one.clock.advance(minuteMs);
    expect(stages).toEqual([
      "expiry",
      "deliveries",
      "deliveries",
      "events",
      "events",
      "tasks",
      "tasks",
      "audit",
      "audit",
      "statistics",
      "alerts",
      "source_keys",
      "source_requests",
      "pages",
    ]);
  });

  test("keeps everything when the clock jumps a year ahead, also across a restart", async () => {
    const one = await aRetention();
    await publish(one, 3);
    await one.clock.advance(5 * minuteMs);
    one.clock.stepWall(365 * dayMs);
    await one.clock.advance(60 * minuteMs);
    await one.retention.stop();
    const again = createRetention({
      store: one.store,
      clock: one.clock,
      logger: loggerInto(one.log),
      retentionDays: 30,
    });
    await again.start();
    await one.clock.advance(60 * minuteMs);
    await again.stop();
    expect(await countEvents(one)).toBe(3);
  });

  test("goes on at the next sweep when the disk was full", async () => {
    let isFull = true;
    const one = await aRetention({
      days: 1,
      wrap: (store) => ({
        ...store,
        sweep: (sweep, place) =>
          isFull
            ? Promise.reject(new AppError("unavailable", "The disk is full."))
            : store.sweep(sweep, place),
      }),
    });
    await publish(one, 1);
    await one.clock.advance(dayMs + 20 * minuteMs);
    expect(await countEvents(one)).toBe(1);
    expect(one.log.at(-1)).toMatchObject({ level: "warn", event: "retention.failed" });
    isFull = false;
    await one.clock.advance(20 * minuteMs);
    expect(await countEvents(one)).toBe(0);
  }, 60_000);

  test("stops between two steps, and does not begin again", async () => {
    let next: SweepPlace | null = { stage: "deliveries", after: [] };
    let steps = 0;
    const one = await aRetention({
      wrap: (store) => ({
        ...store,
        async sweep() {
          steps++;
          return { next, swept: { expired: 0, deliveries: 0, attempts: 0, events: 0, givenBackBytes: 0 } };
        },
      }),
    });
    await one.clock.advance(minuteMs + 20);
    const before = steps;
    expect(before).toBeGreaterThan(1);
    await one.retention.stop();
    next = null;
    await one.clock.advance(60 * minuteMs);
    expect(steps).toBe(before);
  });
});
