import { describe, test } from "bun:test";
import { runWorld, seeds } from "./worlds.ts";

/** So many in one test that it says where it is, and has the time on a busy machine. */
const seedsAtOnce = 20;

describe("whatever receivers, people and crashes do, nothing acknowledged is lost and every rule holds", () => {
  const starts = seeds(200).filter((seed) => seed % seedsAtOnce === 0);
  test.each(starts)(
    "in the worlds from seed %d on",
    async (first) => {
      for (const seed of seeds(seedsAtOnce)) await runWorld("people", first + seed);
    },
    180_000,
  );
});
