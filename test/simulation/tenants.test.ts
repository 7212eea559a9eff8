import { test } from "bun:test";
import { runWorld, seeds } from "./worlds.ts";

test("whenever a tenant is deleted, and whatever crashes, nothing more is sent for it, nothing of it stays, and nobody else loses anything", async () => {
  for (const seed of seeds(20)) await runWorld("tenants", seed);
}, 180_000);
