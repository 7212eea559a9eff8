import type { Database } from "bun:sqlite";
import type { NewId } from "../../domain/id.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Vault } from "../../platform/vault.ts";
import type { EndpointKey } from "../new-work.ts";
import type { BacklogCounters } from "./backlog-counters.ts";
import type { CanceledFronts } from "./canceled-fronts.ts";
import type { Claims } from "./claims.ts";
import type { Drizzle } from "./drizzle.ts";
import type { EndpointDirectory } from "./endpoint-directory.ts";
import type { EventTypeChecks } from "./event-type-checks.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { Reader } from "./reader.ts";
import type { Sequences } from "./sequences.ts";
import type { SourceDirectory } from "./source-directory.ts";
import type { StatisticsWriter } from "./statistics-writer.ts";
import type { SyncedDeliveries } from "./synced-deliveries.ts";
import type { TrafficMeter } from "./traffic-meter.ts";
import type { TypeNames } from "./type-names.ts";

/** What the verbs of this folder share. */
export interface SqliteContext {
  db: Database;
  orm: Drizzle;
  commits: GroupCommit;
  reader: Reader;
  directory: EndpointDirectory;
  sources: SourceDirectory;
  sequences: Sequences;
  typeNames: TypeNames;
  eventTypeChecks: EventTypeChecks;
  claims: Claims;
  synced: SyncedDeliveries;
  /** Whoever makes a delivery wait, moves or ends it tells it after the commit. */
  backlog: BacklogCounters;
  fronts: CanceledFronts;
  traffic: TrafficMeter;
  /** Whoever makes, ends or attempts a delivery tells it. */
  statistics: StatisticsWriter;
  vault: Vault;
  clock: Clock;
  newId: NewId;
  /** Endpoints whose health differs from the file: written once per group, not once per attempt. */
  dirtyHealth: Set<EndpointKey>;
}
