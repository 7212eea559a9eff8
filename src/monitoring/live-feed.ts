import { AppError } from "../domain/app-error.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { ChangedDelivery, ChangedEndpoint, LiveChanges } from "../domain/live-changes.ts";
import { toIso, toIsoOrNull } from "../domain/time.ts";
import type { Clock, Timer } from "../platform/clock.ts";
import { messageOf } from "../platform/lifecycle.ts";
import type { Logger } from "../platform/logger.ts";
import type { EndpointVerbs } from "../store/endpoint-verbs.ts";
import type { AttemptResult, EngineVerbs, RecordedAttempt } from "../store/engine-verbs.ts";
import type { DueDelivery, EndpointKey, NewWork } from "../store/new-work.ts";

/** Tells whoever looks on what happens to deliveries and endpoints. Costs next to nothing while nobody does. */
export interface LiveFeed {
  /** Called for every attempt that is on disk, and with what every commit means to the engine: neither throws nor waits. */
  noteAttempt(delivery: DueDelivery, attempt: AttemptResult, recorded: RecordedAttempt): void;
  noteWork(work: NewWork): void;
  /**
   * Hands over what happens in an organization from now on, at most once a second. Throws `limit_reached` where 50 look
   * on in it already, or 500 in all.
   * @returns what ends it; harmless a second time
   */
  watch(organizationId: OrganizationId, watcher: LiveWatcher): () => void;
  /** Ends all: every watcher is told. */
  close(): void;
}

export interface LiveWatcher {
  onChanges(changes: LiveChanges): void;
  /** Nothing more will come. */
  onClosed(): void;
}

/** Of one organization, so that none can keep the others from looking on. */
const watchersMax = 50;
const watchersOfAllMax = 500;
const pauseMs = 1000;
/** What happens together is told together, and soon. */
const gatherMs = 100;
const deliveriesMax = 100;
/** Each is read from the store; those beyond wait for the next message. */
const endpointsMax = 50;
/** Looked at for a message: those of organizations where nobody looks on must not hold up the others. */
const looksMax = 1000;
/** Kept in mind of endpoints; when it is full, it begins anew. */
const knownMax = 10_000;

interface NotedAttempt {
  delivery: DueDelivery;
  attempt: AttemptResult;
  recorded: RecordedAttempt;
}

interface Endpoint {
  id: string;
  organizationId: OrganizationId;
  /** As it was told last, as JSON; null: not yet. */
  told: string | null;
}

export function createLiveFeed(options: {
  store: Pick<EndpointVerbs, "getEndpoint"> & Pick<EngineVerbs, "readTarget">;
  clock: Clock;
  logger: Logger;
}): LiveFeed {
  const { store, clock, logger } = options;
  const watchers = new Map<OrganizationId, Set<LiveWatcher>>();
  const attempts = new Map<OrganizationId, { latest: NotedAttempt[]; leftOut: number }>();
  const touched = new Set<EndpointKey>();
  const known = new Map<EndpointKey, Endpoint>();
  let timer: Timer | null = null;
  let isTelling = false;
  let toldAt = Number.NEGATIVE_INFINITY;

  const watchersOf = (organizationId: OrganizationId): ReadonlySet<LiveWatcher> =>
    watchers.get(organizationId) ?? nobody;

  const allWatchers = (): LiveWatcher[] => [...watchers.values()].flatMap((some) => [...some]);

  function requireRoom(organizationId: OrganizationId): void {
    const isFull = watchersOf(organizationId).size >= watchersMax;
    if (!isFull && allWatchers().length < watchersOfAllMax) return;
    const open = isFull
      ? `${watchersMax} streams are open in this organization`
      : `${watchersOfAllMax} streams are open in all organizations together`;
    throw new AppError("limit_reached", `${open}, and there may be no more. Close one that nobody looks at.`);
  }

  function schedule(): void {
    if (timer !== null || isTelling || (attempts.size === 0 && touched.size === 0)) return;
    const waitMs = Math.max(gatherMs, toldAt + pauseMs - clock.monotonic());
    timer = clock.after(waitMs, () => {
      timer = null;
      void tell();
    });
  }

  async function tell(): Promise<void> {
    isTelling = true;
    try {
      await tellAll();
    } catch (error) {
      logger.error("stream.failed", { error: messageOf(error) });
    }
    toldAt = clock.monotonic();
    isTelling = false;
    schedule();
  }

  async function tellAll(): Promise<void> {
    const noted = [...attempts];
    attempts.clear();
    const endpoints = await changedEndpoints();
    const organizations = new Set([...noted.map(([id]) => id), ...endpoints.keys()]);
    for (const organizationId of organizations) {
      const { latest, leftOut } = noted.find(([id]) => id === organizationId)?.[1] ?? nothingNoted;
      const named = await Promise.all(latest.map(describe));
      const changes: LiveChanges = {
        at: toIso(clock.now()),
        deliveries: named.filter((one) => one !== null),
        deliveriesLeftOut: leftOut,
        endpoints: endpoints.get(organizationId) ?? [],
      };
      if (changes.deliveries.length === 0 && changes.endpoints.length === 0) continue;
      for (const watcher of watchersOf(organizationId)) watcher.onChanges(changes);
    }
  }

  /** Those of watched organizations that are not as they were told last. */
  async function changedEndpoints(): Promise<Map<OrganizationId, ChangedEndpoint[]>> {
    const changed = new Map<OrganizationId, ChangedEndpoint[]>();
    let room = endpointsMax;
    let looks = looksMax;
    for (const key of touched) {
      if (room === 0 || looks === 0) break;
      touched.delete(key);
      looks--;
      const endpoint = await identify(key);
      if (endpoint === null || !watchers.has(endpoint.organizationId)) continue;
      room--;
      const now = await stateOf(endpoint);
      const told = JSON.stringify(now);
      if (endpoint.told === told) continue;
      endpoint.told = told;
      const list = changed.get(endpoint.organizationId) ?? [];
      changed.set(endpoint.organizationId, [...list, now]);
    }
    return changed;
  }

  /** Null for one that is gone and was never seen here. */
  async function identify(key: EndpointKey): Promise<Endpoint | null> {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const target = await store.readTarget(key);
    if (target === null) return null;
    const endpoint = { id: target.endpointId, organizationId: target.organizationId, told: null };
    if (known.size >= knownMax) known.clear();
    known.set(key, endpoint);
    return endpoint;
  }

  async function stateOf({ id, organizationId }: Endpoint): Promise<ChangedEndpoint> {
    try {
      const { status, health } = await store.getEndpoint(organizationId, id, clock.now());
      const { state, consecutiveFailedAttempts } = health;
      return { id, status, health: state, consecutiveFailedAttempts };
    } catch (error) {
      if (error instanceof AppError && error.code === "not_found") return { id, status: "deleted" };
      throw error;
    }
  }

  async function describe({ delivery, attempt, recorded }: NotedAttempt): Promise<ChangedDelivery | null> {
    const endpoint = await identify(delivery.endpoint);
    if (endpoint === null || recorded.status === "gone") return null;
    return {
      id: delivery.id,
      eventId: delivery.event.id,
      eventType: delivery.event.type,
      endpointId: endpoint.id,
      status: recorded.status,
      attemptCount: recorded.number,
      nextAttemptAt: toIsoOrNull(recorded.dueAtMs),
      attemptId: attempt.id,
      lastOutcome: attempt.outcome,
      lastResponseStatus: attempt.responseStatus,
      durationMs: attempt.durationMs,
    };
  }

  function forgetAll(): void {
    timer?.cancel();
    timer = null;
    attempts.clear();
    touched.clear();
    known.clear();
  }

  return {
    noteAttempt(delivery, attempt, recorded) {
      if (!watchers.has(delivery.organizationId)) return;
      const noted = attempts.get(delivery.organizationId) ?? { latest: [], leftOut: 0 };
      attempts.set(delivery.organizationId, noted);
      noted.latest.push({ delivery, attempt, recorded });
      if (noted.latest.length > deliveriesMax) {
        noted.latest.shift();
        noted.leftOut++;
      }
      touched.add(delivery.endpoint);
      schedule();
    },
    noteWork({ changed }) {
      if (watchers.size === 0 || changed.length === 0) return;
      for (const key of changed) touched.add(key);
      schedule();
    },
    watch(organizationId, watcher) {
      requireRoom(organizationId);
      const some = watchers.get(organizationId) ?? new Set();
      watchers.set(organizationId, some.add(watcher));
      return () => {
        some.delete(watcher);
        if (some.size === 0 && watchers.get(organizationId) === some) watchers.delete(organizationId);
        if (watchers.size === 0) forgetAll();
      };
    },
    close() {
      const all = allWatchers();
      watchers.clear();
      forgetAll();
      for (const watcher of all) watcher.onClosed();
    },
  };
}

const nobody: ReadonlySet<LiveWatcher> = new Set();
const nothingNoted = { latest: [], leftOut: 0 };
