import { test } from "bun:test";
import { runWorld, seeds } from "./worlds.ts";

test("whatever receivers, people and crashes do, nothing acknowledged is lost and every rule holds", async () => {
  for (const seed of seeds(200)) await runWorld("people", seed);
}, 300_000);
