import { test } from "bun:test";
import { runWorld, seeds } from "./worlds.ts";

test("however fast time flies, and whatever crashes, what is old goes, and nothing that is not", async () => {
  for (const seed of seeds(15)) await runWorld("retention", seed);
}, 180_000);
