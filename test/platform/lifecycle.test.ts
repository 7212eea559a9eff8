import { expect, test } from "bun:test";
import { createLifecycle } from "../../src/platform/lifecycle.ts";
import { silentLogger } from "../../src/platform/logger.ts";

test("parts end in the reverse order, also when one of them fails", async () => {
  const ended: string[] = [];
  const lifecycle = createLifecycle(silentLogger);
  lifecycle.started("first", () => void ended.push("first"));
  lifecycle.started("second", async () => {
    ended.push("second");
    throw new Error("does not want to");
  });
  lifecycle.started("third", () => void ended.push("third"));
  await lifecycle.stop();
  await lifecycle.stop();
  expect(ended).toEqual(["third", "second", "first"]);
});
