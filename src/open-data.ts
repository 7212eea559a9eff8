import type { Config } from "./config.ts";
import { systemClock } from "./platform/clock.ts";
import { prepareDataDirectory } from "./platform/data-directory.ts";
import { createIdGenerator } from "./platform/id-generator.ts";
import type { Logger } from "./platform/logger.ts";
import { discardMadeKey, type MasterKey, obtainMasterKey } from "./platform/master-key.ts";
import { systemRandom } from "./platform/random.ts";
import { WrongMasterKeyError } from "./platform/start-error.ts";
import { createVault } from "./platform/vault.ts";
import { migrateDirectory } from "./store/sqlite/migrations.ts";
import { acquireProcessLock } from "./store/sqlite/process-lock.ts";
import { openSqliteStore } from "./store/sqlite/sqlite-store.ts";
import type { Store } from "./store/store.ts";
import { version } from "./version.ts";

/** The data directory, owned by this process until `close`. */
export interface OpenedData {
  directory: string;
  store: Store;
  close(): Promise<void>;
}

export interface OpenDataOptions {
  config: Config;
  logger: Logger;
  /** The script of the worker in which lists run, or null to run them here, as short commands do. */
  readerScript: URL | null;
  /** The disk failed at a commit: what is on it is unknown, and the process must end. */
  onFatal(error: Error): void;
}

/** Makes ids for everything that this process creates. */
export const newId = createIdGenerator(systemClock, systemRandom);

/** Takes the data directory for this process and opens what is in it. Throws a `StartError` that says why not. */
export function openData({ config, logger, readerScript, onFatal }: OpenDataOptions): OpenedData {
  const directory = prepareDataDirectory(config.dataDir, logger);
  const lock = acquireProcessLock(directory);
  let masterKey: MasterKey | null = null;
  try {
    masterKey = obtainMasterKey({
      given: config.masterKey,
      file: config.masterKeyFile,
      directory,
      random: systemRandom,
    });
    const { store, migration } = openSqliteStore({
      directory,
      vault: createVault(masterKey.key, systemRandom),
      clock: systemClock,
      newId,
      version,
      readerScript,
      onFatal,
    });
    if (migration.from !== migration.to) logger.info("data.migrated", { ...migration });
    return {
      directory,
      store,
      async close() {
        await store.close();
        lock.release();
      },
    };
  } catch (error) {
    const madeFile = error instanceof WrongMasterKeyError ? masterKey?.madeFile : null;
    const reason = madeFile ? discardMadeKey(madeFile) : error;
    lock.release();
    throw reason;
  }
}

/** Brings the database to this program's version, and does nothing else. */
export function migrateData(config: Config, logger: Logger) {
  const directory = prepareDataDirectory(config.dataDir, logger);
  const lock = acquireProcessLock(directory);
  try {
    return migrateDirectory(directory);
  } finally {
    lock.release();
  }
}
