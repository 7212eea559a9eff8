import { expect, test } from "bun:test";
import type { Clock } from "../../src/platform/clock.ts";
import { createLogger, type LogFormat, type LogLevel } from "../../src/platform/logger.ts";

const clock: Clock = {
  now: () => Date.UTC(2026, 4, 13, 12, 46, 25, 104),
  monotonic: () => 0,
  after: () => ({ cancel() {} }),
  nextTurn() {},
};

function aLogger(options: { format?: LogFormat; level?: LogLevel; takes?: () => boolean } = {}) {
  const lines: string[] = [];
  const takes = options.takes ?? (() => true);
  const output = {
    write: (line: string) => takes() && lines.push(line) > 0,
    flush: async () => {},
  };
  const { format = "json", level = "info" } = options;
  return { lines, logger: createLogger({ output, format, level, clock }) };
}

test("JSON lines carry time, level, event and the fields", () => {
  const { lines, logger } = aLogger();
  logger.info("delivery.attempted", { attempt: 2, status: null, next: undefined });
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    time: "2026-05-13T12:46:25.104Z",
    level: "info",
    event: "delivery.attempted",
    attempt: 2,
    status: null,
  });
});

test("a JSON line without fields is whole, and a value cannot forge another line", () => {
  const { lines, logger } = aLogger();
  logger.info("server.stopped");
  logger.info("server.stopped", { next: undefined });
  logger.warn("endpoint.disabled", { error: 'said "no"\n{"event":"all.well"}' });
  const time = "2026-05-13T12:46:25.104Z";
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { time, level: "info", event: "server.stopped" },
    { time, level: "info", event: "server.stopped" },
    { time, level: "warn", event: "endpoint.disabled", error: 'said "no"\n{"event":"all.well"}' },
  ]);
  expect(lines.join("")).not.toContain("\n");
});

test("text lines are readable, and a value cannot forge another line", () => {
  const { lines, logger } = aLogger({ format: "text" });
  logger.warn("endpoint.disabled", { id: "ep_1", error: 'said "no"\n12:00 info  all.well' });
  expect(lines).toEqual([
    '12:46:25.104 warn  endpoint.disabled id=ep_1 error="said \\"no\\"\\n12:00 info  all.well"',
  ]);
});

test("lines below the level are not written", () => {
  const { lines, logger } = aLogger({ level: "warn" });
  logger.debug("a.b");
  logger.info("a.b");
  logger.warn("c.d");
  logger.error("e.f");
  expect(lines).toHaveLength(2);
});

test("dropped lines are counted for good", () => {
  let isOpen = false;
  const { logger } = aLogger({ takes: () => isOpen });
  for (let i = 0; i < 3; i++) logger.info("request.handled");
  isOpen = true;
  logger.info("request.handled");
  isOpen = false;
  logger.info("request.handled");
  expect(logger.droppedLines()).toBe(4);
});

test("dropped lines are counted in the first line that gets through", () => {
  let isOpen = false;
  const { lines, logger } = aLogger({ takes: () => isOpen });
  for (let i = 0; i < 3; i++) logger.info("request.handled");
  isOpen = true;
  logger.info("request.handled");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: "request.handled" },
    { level: "warn", event: "log.lines_dropped", count: 3 },
  ]);
});
