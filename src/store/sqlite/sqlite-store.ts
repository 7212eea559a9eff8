import { join } from "node:path";
import type { NewId } from "../../domain/id.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Vault } from "../../platform/vault.ts";
import type { CommitMeter } from "../commit-meter.ts";
import type { EndpointKey } from "../new-work.ts";
import type { Store } from "../store.ts";
import { AlertRows } from "./alert-rows.ts";
import { alertVerbs } from "./alert-verbs.ts";
import { attachmentVerbs } from "./attachments.ts";
import { BacklogCounters } from "./backlog-counters.ts";
import { CanceledFronts } from "./canceled-fronts.ts";
import { catalogueVerbs } from "./catalogue-verbs.ts";
import { ChoreSteps } from "./chore-steps.ts";
import { Claims } from "./claims.ts";
import { congestionVerbs } from "./congestion-verbs.ts";
import type { SqliteContext } from "./context.ts";
import { databaseFileName, endWaitingForLocks, moveLogOver, openDatabase, whileOpening } from "./database.ts";
import { DeliveryTurns } from "./delivery-turns.ts";
import { deliveryVerbs } from "./delivery-verbs.ts";
import { DeliveryWriter } from "./delivery-writer.ts";
import { sentenceAbout } from "./disk-trouble.ts";
import { drizzleOver } from "./drizzle.ts";
import { EndpointDirectory } from "./endpoint-directory.ts";
import { EndpointStates } from "./endpoint-states.ts";
import { endpointVerbs } from "./endpoint-verbs.ts";
import { engineVerbs } from "./engine-verbs.ts";
import { EventAcceptance } from "./event-acceptance.ts";
import { EventBatches } from "./event-batches.ts";
import { eventChangeVerbs } from "./event-change-verbs.ts";
import { EventTypeChecks } from "./event-type-checks.ts";
import { eventVerbs } from "./event-verbs.ts";
import { createGroupCommit } from "./group-commit.ts";
import { healthWriter } from "./health-writer.ts";
import { keyVerbs } from "./key-verbs.ts";
import { createBackgroundSync, syncedByCommit } from "./log-sync.ts";
import { unlock } from "./master-key.ts";
import { type MigrationReport, migrateOpen } from "./migrations.ts";
import { OperationalEvents } from "./operational-events.ts";
import { OrderedDeliveries } from "./ordered-deliveries.ts";
import { organizationVerbs } from "./organization-verbs.ts";
import { createInlineReader, type Reader } from "./reader.ts";
import { type RestorationNote, takeRestorationNote } from "./restoration.ts";
import { retentionVerbs } from "./retention-verbs.ts";
import { Sequences } from "./sequences.ts";
import { SourceDirectory } from "./source-directory.ts";
import { SourceRequests } from "./source-requests.ts";
import { sourceVerbs } from "./source-verbs.ts";
import { statisticsVerbs } from "./statistics-verbs.ts";
import { StatisticsWriter } from "./statistics-writer.ts";
import { SyncedDeliveries } from "./synced-deliveries.ts";
import { TaskSteps } from "./task-steps.ts";
import { TaskTable } from "./task-table.ts";
import { taskVerbs } from "./task-verbs.ts";
import { TestRecorder } from "./test-recorder.ts";
import { TrafficMeter } from "./traffic-meter.ts";
import { TypeNames } from "./type-names.ts";
import { WaitingDeliveries } from "./waiting-deliveries.ts";
import { watchReads } from "./watch-reads.ts";
import { createWorkerReader } from "./worker-reader.ts";

export interface SqliteStoreOptions {
  /** The data directory; it must exist, and its process lock be held. */
  directory: string;
  vault: Vault;
  clock: Clock;
  newId: NewId;
  /** The program's version, as it stands in `User-Agent`. */
  version: string;
  /**
   * The script of the worker in which lists run (`reader-worker.ts`), or null to run them in the calling thread, as
   * the simulation does. The caller names it, because a compiled binary finds its workers only from `src/` itself:
   * `new URL("./store/sqlite/reader-worker.ts", import.meta.url)` in `app.ts`, and an entry point of the build.
   */
  readerScript: URL | null;
  /** Whether commits are brought to the disk beside the writing thread, or in it, as short commands and tests do. */
  syncs: "background" | "inline";
  /** Told of every commit; nobody where it is not there. */
  commitMeter?: CommitMeter | undefined;
  /** The disk failed, or the file is damaged where the work needs it: the process must say so and end. */
  onFatal(error: Error): void;
  /** A list met a part of the file that cannot be read. Called at each: all else goes on. */
  onDamage(sentence: string): void;
}

export interface OpenedStore {
  store: Store;
  migration: MigrationReport;
  /** A change of the master key was begun and broke off: both keys open the data until it is finished. */
  isRotationUnfinished: boolean;
  /** What was restored into the file and not yet told; the next call has nothing more. */
  takeRestorationNote(): RestorationNote | null;
}

/** Opens the data directory's database, migrates it, and checks that the master key is the one it was made with. */
export function openSqliteStore(options: SqliteStoreOptions): OpenedStore {
  const path = join(options.directory, databaseFileName);
  return whileOpening(path, () => openAt(path, options));
}

function openAt(path: string, options: SqliteStoreOptions): OpenedStore {
  const db = openDatabase(path);
  const migration = migrateOpen(db, path);
  const { vault, rotation } = unlock(db, options.vault);
  endWaitingForLocks(db);
  const orm = drizzleOver(db);
  const sequences = new Sequences(db);
  const directory = new EndpointDirectory(orm, vault);
  const sources = new SourceDirectory(db, { vault, endpoints: directory });
  const claims = new Claims();
  const synced = new SyncedDeliveries(sequences);
  const backlog = new BacklogCounters(db, options.clock);
  const fronts = new CanceledFronts();
  const traffic = new TrafficMeter();
  const dirtyHealth = new Set<EndpointKey>();
  const { readerScript } = options;
  const reader: Reader = readerScript
    ? createWorkerReader(path, readerScript, options.onDamage)
    : createInlineReader(orm);
  const eventTypeChecks = new EventTypeChecks(db);
  const statistics = new StatisticsWriter(db, directory);
  const writeHealth = healthWriter(db, directory, dirtyHealth);
  const log = options.syncs === "background" ? createBackgroundSync(db, path) : syncedByCommit;
  const commits = createGroupCommit({
    db,
    log,
    clock: options.clock,
    notes: statistics,
    beforeCommit() {
      writeHealth();
      statistics.write();
    },
    afterRollback() {
      dirtyHealth.clear();
      statistics.forget();
      directory.reset();
      sources.reset();
      eventTypeChecks.reset();
    },
    syncBegins: () => synced.syncBegins(),
    meter: options.commitMeter,
    onFatal(error) {
      const sentence = sentenceAbout(path, error);
      options.onFatal(sentence === null ? error : new Error(sentence));
    },
  });
  const { clock, newId } = options;
  const typeNames = new TypeNames(db, sequences);
  const context: SqliteContext = {
    db,
    orm,
    commits,
    reader,
    directory,
    sources,
    sequences,
    typeNames,
    eventTypeChecks,
    claims,
    synced,
    backlog,
    fronts,
    traffic,
    statistics,
    vault,
    clock,
    newId,
    dirtyHealth,
  };
  const waiting = new WaitingDeliveries(context);
  const ordered = new OrderedDeliveries(context, waiting);
  const writer = new DeliveryWriter(context, waiting);
  const chores = new ChoreSteps(context, writer);
  const operational = new OperationalEvents(context, { writer, chores });
  const alerts = new AlertRows(context, operational);
  const states = new EndpointStates(context, { chores, operational, alerts });
  const tasks = new TaskTable(context, waiting);
  const batches = new EventBatches(new EventAcceptance(context), writer, chores);
  const requests = new SourceRequests(db, sequences);
  const touchFile = db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('last_check', ?)");
  const store: Store = {
    ...organizationVerbs(context, chores),
    ...keyVerbs(context),
    ...endpointVerbs(context, states, chores, tasks),
    ...catalogueVerbs(context),
    ...eventVerbs(context, { writer, chores, batches }),
    ...eventChangeVerbs(context, { writer, chores, requests }),
    ...sourceVerbs(context, { chores, operational, batches, requests }),
    ...deliveryVerbs(context, writer, options.version),
    ...taskVerbs(context, tasks, new TaskSteps(context, writer, tasks)),
    ...engineVerbs(context, {
      chores,
      states,
      waiting,
      ordered,
      tests: new TestRecorder(context),
      turns: new DeliveryTurns(context, operational),
    }),
    readBacklog: async (nowMs) => backlog.total(nowMs),
    ...statisticsVerbs(context),
    ...retentionVerbs(context),
    ...attachmentVerbs(context),
    ...alertVerbs(context, alerts),
    ...congestionVerbs(context, operational),
    readInventory: (nowMs) => reader.read("inventory", nowMs),
    checkWritable: (nowMs) =>
      commits.run(() => {
        touchFile.run(nowMs);
      }),
    async close() {
      await commits.drain();
      log.close();
      // Before the reader ends: a worker that is torn down holds locks for a moment.
      moveLogOver(db);
      reader.close();
      db.close();
    },
  };
  return {
    store: watchReads(store, commits),
    migration,
    isRotationUnfinished: rotation !== null,
    takeRestorationNote: () => takeRestorationNote(db),
  };
}
