import { tokenHash } from "../../src/operations/api-key-token.ts";
import { aKey, type TestStore, testMasterKey } from "./a-store.ts";
import { operatorKey, type ServeOptions } from "./posthorn-process.ts";

/** How a server is started on what a test has written, with the key of an operator. The store is closed. */
export async function served({ store, directory, clock }: TestStore): Promise<ServeOptions> {
  const key = aKey({ id: "key_o", role: "operator", hash: tokenHash(operatorKey), nowMs: clock.now() });
  await store.createKey(null, key);
  await store.close();
  return {
    env: {
      POSTHORN_DATA_DIR: directory,
      POSTHORN_MASTER_KEY: Buffer.from(testMasterKey).toString("base64"),
      POSTHORN_BOOTSTRAP_KEY: undefined,
    },
  };
}
