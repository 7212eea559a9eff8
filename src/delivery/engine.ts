import { assert } from "../domain/assert.ts";
import type { NewId } from "../domain/id.ts";
import type { Clock, Timer } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { Random } from "../platform/random.ts";
import type { AttemptResult, EngineVerbs, RecordedAttempt, Target } from "../store/engine-verbs.ts";
import type { NewWork } from "../store/new-work.ts";
import type { TaskVerbs } from "../store/task-verbs.ts";
import { logAttempt } from "./attempt-log.ts";
import { type AttemptMeter, silentAttemptMeter } from "./attempt-meter.ts";
import { createAttemptSender, type Sendable, type SendResult, wasAttempted } from "./attempt-sender.ts";
import { createChores } from "./chores.ts";
import type { Lane } from "./lane.ts";
import { Lanes } from "./lanes.ts";
import { createOutageWatch } from "./outage-watch.ts";
import { type Flight, Slots } from "./slots.ts";
import { createStoreGuard } from "./store-guard.ts";
import type { Transport } from "./transport.ts";

export interface EngineOptions {
  store: EngineVerbs & Pick<TaskVerbs, "continueTasks">;
  transport: Transport;
  clock: Clock;
  random: Random;
  newId: NewId;
  logger: Logger;
  /** Told of every attempt but tests; nobody where it is not there. */
  meter?: AttemptMeter;
  /** Of this program, for `User-Agent`. */
  version: string;
  maxInFlight: number;
  maxInFlightPerEndpoint: number;
}

export interface EngineStats {
  inFlight: number;
  /** Of those, the ones that are slow: at most half of all slots. */
  slow: number;
  /** Endpoints kept in memory. */
  lanes: number;
  /** What claimed deliveries that have not started weigh. */
  bufferedBytes: number;
  /** True while the store takes nothing. */
  isPaused: boolean;
}

/** A test's delivery, which is stored after its attempt. */
export interface TestedDelivery extends Sendable {
  id: string;
}

/** Makes the attempts: picks what is due, sends it, and has the store decide what follows. */
export interface Engine {
  /** Resolves when all that waits from before is known. */
  start(): Promise<void>;
  /** Takes in what a commit means. Never throws. */
  nudge(work: NewWork): void;
  /** One attempt of its own, outside lanes and slots: for tests of an endpoint. */
  sendTest(target: Target, test: TestedDelivery): Promise<SendResult>;
  /** True while our own network seems to be down. */
  networkSuspect(): boolean;
  stats(): EngineStats;
  /** Starts nothing more and waits for the attempts in flight; what they leave is made again at the next start. */
  stop(options: { drainMs: number }): Promise<void>;
}

const pollMs = 30_000;
const bufferedBytesMax = 64 * 1024 * 1024;

/** Starting a request costs some 75 µs: more in one turn of the loop would hold up everybody else. */
const startsPerTurnMax = 64;

export function createEngine(options: EngineOptions): Engine {
  const { store, clock, random, logger, meter = silentAttemptMeter } = options;
  const sender = createAttemptSender(options);
  const outageWatch = createOutageWatch(clock);
  const guard = createStoreGuard(clock, logger, pump);
  const slots = new Slots(clock, options.maxInFlight);
  const lanes = new Lanes({
    store,
    guard,
    clock,
    logger,
    slots,
    inFlightPerEndpointMax: Math.min(options.maxInFlightPerEndpoint, options.maxInFlight),
    bufferedBytesMax,
    onReady: pump,
  });
  const chores = createChores({
    clock,
    step: () => guard.run(() => store.continueChores(clock.now())),
    onWork: nudge,
    onError: (error) => logger.error("engine.chore_failed", { error: String(error) }),
  });
  const tasks = createChores({
    clock,
    step: () => guard.run(() => store.continueTasks(clock.now())),
    onWork: nudge,
    onError: (error) => logger.error("engine.task_failed", { error: String(error) }),
  });
  let isStopping = false;
  let isStopped = false;
  let startsThisTurn = 0;
  let pollTimer: Timer | null = null;
  let wakeTimer: Timer | null = null;
  let wakeTimerAtMs = 0;
  let onDrained: (() => void) | null = null;

  function nudge(work: NewWork): void {
    if (isStopped) return;
    lanes.absorb(work);
    if (work.chores && !isStopping) chores.start();
    if (work.tasks && !isStopping) tasks.start();
    pump();
  }

  /** Starts what may start, and sets the alarm for what may not yet. */
  function pump(): void {
    if (isStopping) return;
    while (!guard.isPaused() && startsThisTurn < startsPerTurnMax) {
      const next = lanes.next();
      if (next === null) break;
      if (startsThisTurn++ === 0) clock.nextTurn(beginTurn);
      void fly(slots.take(next.lane, next.delivery));
      lanes.noteStart(next.lane);
      lanes.settle(next.lane);
    }
    setAlarm();
  }

  function beginTurn(): void {
    const wasFull = startsThisTurn >= startsPerTurnMax;
    startsThisTurn = 0;
    if (wasFull) pump();
  }

  async function fly(flight: Flight): Promise<void> {
    const { lane, delivery } = flight;
    const { target } = lane;
    try {
      assert(target !== null, "an attempt starts with its target read");
      const sent = await sender.sendOnce(target, delivery, delivery.attemptCount + 1);
      if (wasAttempted(sent)) await land(flight, target.endpointId, sent);
      else waitAfter(flight, target, sent.notAttempted);
    } catch (error) {
      waitAfter(flight, target, String(error));
    }
    slots.free(flight);
    if (!isStopped) lanes.settle(lane);
    if (isStopping && slots.inFlight === 0) onDrained?.();
    pump();
  }

  /** Our own trouble: no attempt is counted, and the delivery is the first to go after a second. */
  function waitAfter({ lane, delivery }: Flight, target: Target | null, error: string): void {
    meter.notAttempted();
    logger.error("delivery.not_attempted", { deliveryId: delivery.id, error });
    if (isStopped) return;
    lanes.putBack(lane, delivery);
    // It was changed or read anew while the attempt was under way, so what was claimed for it may no longer hold.
    if (lane.target !== target || target === null || isStopping) lanes.giveBack(lane);
    if (!isStopping) lanes.rest(lane);
  }

  /** Has its line in the log like any other; nothing follows from it. */
  async function sendTest(target: Target, test: TestedDelivery): Promise<SendResult> {
    const sent = await sender.sendOnce(target, test, 1);
    if (wasAttempted(sent)) {
      const delivery = { ...test, trigger: "test", attemptCount: 0 } as const;
      const recorded = { dueAtMs: null, disabled: null };
      logAttempt(logger, { delivery, endpointId: target.endpointId, attempt: sent, recorded });
    }
    return sent;
  }

  async function land({ lane, delivery }: Flight, endpointId: string, attempt: AttemptResult): Promise<void> {
    // What comes in after the drain is made again: the store may be closed by now.
    if (isStopped) return;
    outageWatch.note(lane.host, attempt.outcome);
    lane.learn({ succeeded: attempt.outcome === "success" });
    const record = {
      delivery: delivery.key,
      endpoint: delivery.endpoint,
      attempt,
      nowMs: clock.now(),
      jitter: random.fraction() * 2 - 1,
      networkSuspect: outageWatch.isSuspect(),
    };
    const recorded = await guard.run(() => store.recordAttempt(record));
    meter.attempted(delivery, attempt, recorded);
    logAttempt(logger, { delivery, endpointId, attempt, recorded });
    if (!isStopped) follow(lane, recorded);
  }

  function follow(lane: Lane, recorded: RecordedAttempt): void {
    if (recorded.status === "gone") return;
    if (recorded.status === "pending" && recorded.dueAtMs !== null) {
      lane.noteWaiting(recorded.share, recorded.dueAtMs);
    }
    if (recorded.disabled !== null) lanes.outdate(lane);
    else hold(lane, recorded.heldUntilMs ?? 0);
    nudge(recorded.work);
  }

  function hold(lane: Lane, heldUntilMs: number): void {
    lane.heldUntilMs = heldUntilMs;
    if (heldUntilMs <= clock.now()) return;
    // One probe ends the hold; until then the windows would only take up memory.
    lane.allowance = 1;
    lanes.giveBack(lane);
  }

  function setAlarm(): void {
    const atMs = lanes.nextWakeAtMs;
    if (atMs === null || (wakeTimer !== null && wakeTimerAtMs === atMs)) return;
    wakeTimer?.cancel();
    wakeTimerAtMs = atMs;
    // No longer than the poll: a wall clock that jumps ahead is noticed then.
    wakeTimer = clock.after(Math.min(Math.max(0, atMs - clock.now()), pollMs), wake);
  }

  function wake(): void {
    wakeTimer = null;
    if (isStopping) return;
    lanes.wake();
    pump();
  }

  function schedulePoll(): void {
    pollTimer = clock.after(pollMs, () => void poll().catch(logPollFailure).finally(schedulePoll));
  }

  function logPollFailure(error: unknown): void {
    logger.error("engine.poll_failed", { error: String(error) });
  }

  async function poll(): Promise<void> {
    if (isStopping) return;
    const work = await guard.run(() => store.findWaiting(clock.now()));
    lanes.wake();
    nudge(work);
  }

  return {
    async start() {
      await poll();
      schedulePoll();
    },
    nudge,
    sendTest,
    networkSuspect: outageWatch.isSuspect,
    stats: () => ({
      inFlight: slots.inFlight,
      slow: slots.slow,
      lanes: lanes.count,
      bufferedBytes: lanes.bufferedBytes,
      isPaused: guard.isPaused(),
    }),
    async stop({ drainMs }) {
      isStopping = true;
      pollTimer?.cancel();
      wakeTimer?.cancel();
      chores.stop();
      tasks.stop();
      lanes.close();
      if (slots.inFlight > 0) {
        await new Promise<void>((resolve) => {
          onDrained = resolve;
          clock.after(drainMs, resolve);
        });
      }
      isStopped = true;
      slots.close();
      guard.close();
    },
  };
}
