import { test } from "bun:test";
import { World } from "./world.ts";

const seedCount = 200;
const seedOfOneRun = Bun.env.SEED;
const seeds =
  seedOfOneRun === undefined ? Array.from({ length: seedCount }, (_, seed) => seed) : [Number(seedOfOneRun)];

test("whatever receivers, people and crashes do, nothing acknowledged is lost and every rule holds", async () => {
  for (const seed of seeds) await runWorld(seed);
}, 300_000);

async function runWorld(seed: number): Promise<void> {
  const world = new World(seed);
  try {
    await world.run();
    await world.close();
  } catch (error) {
    const replay = `replay it with SEED=${seed} bun test test/simulation`;
    throw new Error(`The world of seed ${seed} broke; ${replay}.`, { cause: error });
  }
}
