import { describe, expect, test } from "bun:test";
import { recoverInput, recoverRequestOf, replayInput, replayRequestOf } from "../../src/domain/task.ts";

const since = "2026-05-13T08:00:00.000Z";
const pathsOf = (schema: typeof recoverInput | typeof replayInput, input: unknown) =>
  (schema.safeParse(input).error?.issues ?? []).map(({ path }) => path.join("."));

describe("what a recovery is asked for", () => {
  const asked = (input: object) => recoverRequestOf(recoverInput.parse(input)).request;

  test("is everything that failed or was canceled since then, where nothing else is said", () => {
    expect(asked({ since })).toEqual({ since, until: null, statuses: ["failed", "canceled"] });
  });

  test("is written in UTC, each status once", () => {
    const input = { since: "2026-05-13T10:00:00+02:00", statuses: ["canceled", "canceled"] };
    expect(asked(input)).toEqual({ since, until: null, statuses: ["canceled"] });
  });

  test.each([
    [{}, "since"],
    [{ since, until: since }, "until"],
    [{ since, until: "2026-05-13T09:59:59+02:00" }, "until"],
    [{ since, statuses: [] }, "statuses"],
    [{ since, statuses: ["succeeded"] }, "statuses.0"],
    [{ since, eventTypes: ["*"] }, ""],
  ])("refuses %j", (input, path) => {
    expect(pathsOf(recoverInput, input)).toEqual([path]);
  });
});

describe("what a replay is asked for", () => {
  const asked = (input: object) => replayRequestOf(replayInput.parse(input)).request;

  test("is everything that is missing since then, where nothing else is said", () => {
    expect(asked({ since })).toEqual({ since, until: null, eventTypes: null, onlyMissing: true });
    expect(asked({ since, until: null, eventTypes: null })).toEqual(asked({ since }));
  });

  test.each([
    [{ since, eventTypes: [] }, "eventTypes"],
    [{ since, eventTypes: ["message.*.x"] }, "eventTypes.0"],
    [{ since, onlyMissing: "yes" }, "onlyMissing"],
    [{ since, dryRun: 1 }, "dryRun"],
  ])("refuses %j", (input, path) => {
    expect(pathsOf(replayInput, input)).toEqual([path]);
  });
});
