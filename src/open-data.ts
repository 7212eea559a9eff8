import { join } from "node:path";
import type { Config } from "./config.ts";
import { systemClock } from "./platform/clock.ts";
import { prepareDataDirectory } from "./platform/data-directory.ts";
import { createIdGenerator } from "./platform/id-generator.ts";
import type { Logger } from "./platform/logger.ts";
import { obtainMasterKey } from "./platform/master-key.ts";
import { systemRandom } from "./platform/random.ts";
import { createVault, type Vault } from "./platform/vault.ts";
import type { CommitMeter } from "./store/commit-meter.ts";
import { databaseFileName } from "./store/sqlite/database.ts";
import { isSealed } from "./store/sqlite/master-key.ts";
import { migrateDirectory } from "./store/sqlite/migrations.ts";
import { acquireProcessLock, lockFileName } from "./store/sqlite/process-lock.ts";
import { openSqliteStore } from "./store/sqlite/sqlite-store.ts";
import type { Store } from "./store/store.ts";
import { version } from "./version.ts";

/** The data directory, owned by this process until `close`. */
export interface OpenedData {
  directory: string;
  store: Store;
  /** The files that must stay where they are while this process runs. */
  openFiles: readonly string[];
  databaseFile: string;
  /** Where commits are before they are in the database file. */
  walFile: string;
  close(): Promise<void>;
}

export interface OpenDataOptions {
  config: Config;
  logger: Logger;
  /** The script of the worker in which lists run, or null to run them here, as short commands do. */
  readerScript: URL | null;
  /** Where commits are brought to the disk: beside the writing thread, or in it, as short commands do. */
  syncs: "background" | "inline";
  /** Told of every commit; nobody where it is not there. */
  commitMeter?: CommitMeter;
  /** The disk failed at a commit: what is on it is unknown, and the process must end. */
  onFatal(error: Error): void;
}

/** Makes ids for everything that this process creates. */
export const newId = createIdGenerator(systemClock, systemRandom);

/** Takes the data directory for this process and opens what is in it. Throws a `StartError` that says why not. */
export function openData({
  config,
  logger,
  readerScript,
  syncs,
  commitMeter,
  onFatal,
}: OpenDataOptions): OpenedData {
  return takeData(config, logger, ({ directory, vault, release }) => {
    const { store, migration, isRotationUnfinished } = openSqliteStore({
      directory,
      vault,
      clock: systemClock,
      newId,
      version,
      readerScript,
      syncs,
      commitMeter,
      onFatal,
    });
    if (migration.from !== migration.to) logger.info("data.migrated", { ...migration });
    if (isRotationUnfinished) {
      logger.warn("master_key.rotation_unfinished", {
        advice:
          'The old and the new key both work. Stop the server and run "posthorn rotate-master-key" again.',
      });
    }
    const databaseFile = join(directory, databaseFileName);
    const walFile = `${databaseFile}-wal`;
    return {
      directory,
      store,
      openFiles: [databaseFile, walFile, join(directory, lockFileName)],
      databaseFile,
      walFile,
      async close() {
        await store.close();
        release();
      },
    };
  });
}

/** A data directory that is this process's own until `release`, and its master key. */
export interface TakenData {
  directory: string;
  key: Uint8Array;
  vault: Vault;
  release(): void;
}

/** Takes the data directory and its master key, and gives it back if what is opened with them cannot be. */
export function takeData<T>(config: Config, logger: Logger, open: (taken: TakenData) => T): T {
  const directory = prepareDataDirectory(config.dataDir, logger);
  const lock = acquireProcessLock(directory);
  try {
    const key = obtainMasterKey({
      given: config.masterKey,
      file: config.masterKeyFile,
      directory,
      random: systemRandom,
      isSealed: () => isSealed(directory),
    });
    return open({ directory, key, vault: createVault(key, systemRandom), release: lock.release });
  } catch (error) {
    lock.release();
    throw error;
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
