import { expect, test } from "bun:test";
import { tokenHash } from "../../src/operations/api-key-token.ts";
import { firstStart } from "../../src/operations/first-start.ts";
import { createIdGenerator } from "../../src/platform/id-generator.ts";
import { systemRandom } from "../../src/platform/random.ts";
import { createVault } from "../../src/platform/vault.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import { testMasterKey } from "../support/a-store.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

/** A store that has never been started. */
function anEmptyStore() {
  const clock = new VirtualClock();
  const newId = createIdGenerator(clock, systemRandom);
  const { path, remove } = temporaryDirectory();
  const { store } = openSqliteStore({
    directory: path,
    vault: createVault(testMasterKey, systemRandom),
    clock,
    newId,
    version: "0.0.0-test",
    readerScript: null,
    onFatal: (error) => {
      throw error;
    },
  });
  return { store, clock, newId, random: systemRandom, remove };
}

test("the first start makes an operator key that it returns, every later one nothing", async () => {
  const context = anEmptyStore();
  const first = await firstStart(context, null);
  if (!first.created) throw new Error("nothing was created");
  expect(first.token).toMatch(/^phk_[0-9A-Za-z]{49}$/);
  const key = await context.store.findKeyByHash(tokenHash(first.token));
  expect(key).toMatchObject({ id: first.keyId, role: "operator", organizationId: null, expiresAtMs: null });
  expect((await context.store.findOrganization("default"))?.uid).toBe("default");
  expect(await firstStart(context, null)).toEqual({ created: false });
  await context.store.close();
  context.remove();
});

test("a configured token becomes the operator key", async () => {
  const context = anEmptyStore();
  const token = "phk_configured_by_automation_0123456789";
  expect(await firstStart(context, token)).toMatchObject({ created: true, token });
  expect((await context.store.findKeyByHash(tokenHash(token)))?.role).toBe("operator");
  await context.store.close();
  context.remove();
});
