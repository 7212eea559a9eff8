import { defaultOrganizationUid } from "../domain/organization.ts";
import type { BootstrapKeyFile } from "../platform/bootstrap-key-file.ts";
import { messageOf } from "../platform/lifecycle.ts";
import type { Logger } from "../platform/logger.ts";
import { newToken, tokenHash } from "./api-key-token.ts";
import type { OperationContext } from "./context.ts";
import { firstStart } from "./first-start.ts";

export interface FirstKeyOptions {
  file: BootstrapKeyFile;
  /** The operator's own token, from the settings; null: one is made. */
  givenToken: string | null;
  /** Shows a made token to a person; null where nobody watches: it goes to the file. */
  showFirstKey: ((token: string) => void) | null;
  logger: Logger;
}

/** On the very first start makes the operator's key known; on each, watches for its first use. */
export async function makeFirstKey(
  context: OperationContext,
  options: FirstKeyOptions,
): Promise<{ noteKeyUse(keyId: string): void }> {
  const isFirstStart = (await context.store.findOrganization(defaultOrganizationUid)) === null;
  if (isFirstStart) await createFirstKey(context, options);
  return { noteKeyUse: watchKeyUse(context, options, await findBootstrapKey(context, options.file)) };
}

async function createFirstKey(
  context: OperationContext,
  { file, givenToken, showFirstKey, logger }: FirstKeyOptions,
): Promise<void> {
  if (givenToken !== null) {
    await firstStart(context, givenToken);
    logger.info("first_key.created", { key: "the one of POSTHORN_BOOTSTRAP_KEY" });
    return;
  }
  const token = newToken(context.random);
  // The file before the key: a start that fails in between must not leave a key that nobody knows.
  if (showFirstKey === null) file.write(token);
  await firstStart(context, token);
  if (showFirstKey) showFirstKey(token);
  else
    logger.info("first_key.created", { file: file.path, note: "It is deleted when the key is first used." });
}

/** The id of the key in the file, or null when there is no file, or when its key is gone. */
async function findBootstrapKey({ store }: OperationContext, file: BootstrapKeyFile): Promise<string | null> {
  const token = file.read();
  if (token === null) return null;
  const key = await store.findKeyByHash(tokenHash(token));
  if (key === null) file.remove();
  return key?.id ?? null;
}

function watchKeyUse(
  { store, clock }: OperationContext,
  { file, logger }: FirstKeyOptions,
  bootstrapKeyId: string | null,
): (keyId: string) => void {
  let awaitedKeyId = bootstrapKeyId;
  return (keyId) => {
    if (keyId === awaitedKeyId) {
      awaitedKeyId = null;
      file.remove();
      logger.info("first_key.used", { deleted: file.path });
    }
    store.touchKey(keyId, clock.now()).catch((error: unknown) => {
      logger.warn("key.use_not_noted", { keyId, error: messageOf(error) });
    });
  };
}
