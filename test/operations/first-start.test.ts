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
    syncs: "inline",
    onFatal: (error) => {
      throw error;
    },
    onDamage() {},
  });
  return { store, clock, newId, remove };
}

const token = "phk_that_the_caller_made_known_0123456789";

test("the first start makes the organization and the operator key, every later one nothing", async () => {
  const context = anEmptyStore();
  expect(await firstStart(context, token)).toEqual({ created: true });
  const key = await context.store.findKeyByHash(tokenHash(token));
  expect(key).toMatchObject({ role: "operator", organizationId: null, expiresAtMs: null });
  expect((await context.store.findOrganization("default"))?.uid).toBe("default");

  const other = `${token}_of_a_later_start`;
  expect(await firstStart(context, other)).toEqual({ created: false });
  expect(await context.store.findKeyByHash(tokenHash(other))).toBeNull();
  await context.store.close();
  context.remove();
});
