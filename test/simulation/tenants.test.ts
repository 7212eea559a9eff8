import { test } from "bun:test";
import { TenantWorld } from "./tenant-world.ts";

const seedOfOneRun = Bun.env.SEED;
const seeds =
  seedOfOneRun === undefined ? Array.from({ length: 20 }, (_, seed) => seed) : [Number(seedOfOneRun)];

test("whenever a tenant is deleted, and whatever crashes, nothing more is sent for it, nothing of it stays, and nobody else loses anything", async () => {
  for (const seed of seeds) {
    const world = new TenantWorld(seed);
    try {
      await world.run();
      await world.close();
    } catch (error) {
      const replay = `replay it with SEED=${seed} bun test test/simulation/tenants.test.ts`;
      throw new Error(`The world of seed ${seed} broke; ${replay}.`, { cause: error });
    }
  }
}, 180_000);
