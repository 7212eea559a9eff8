import { type Share, shares } from "../domain/delivery.ts";
import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { EngineVerbs, Target } from "../store/engine-verbs.ts";
import type { DueDelivery } from "../store/new-work.ts";
import type { ClaimWindows } from "./claim-windows.ts";
import type { Lane } from "./lane.ts";
import { rateWindowMs } from "./rate-window.ts";
import { Rotation } from "./rotation.ts";
import type { StoreGuard } from "./store-guard.ts";

export interface LaneLookupsOptions {
  store: Pick<EngineVerbs, "readTarget" | "claimDue" | "claimNext">;
  guard: StoreGuard;
  clock: Clock;
  logger: Logger;
  windows: ClaimWindows;
  /** Puts a lane where it belongs after a look-up. */
  settle: (lane: Lane) => void;
  /** Called when something came in that may start. */
  onReady: () => void;
}

/** Reads of targets and claims under way at once: each brings rows into memory. */
const lookupsMax = 32;

/** Asks the store for lanes: where their requests go, and what of theirs is due. */
export class LaneLookups {
  /** In line for a look-up. */
  #unread = new Rotation();
  #underWay = 0;
  #isClosed = false;
  /** When this process began to send. */
  readonly #opened: { at: number; wallMs: number };

  constructor(private readonly options: LaneLookupsOptions) {
    this.#opened = { at: options.clock.monotonic(), wallMs: options.clock.now() };
  }

  get isFull(): boolean {
    return this.#underWay >= lookupsMax;
  }

  /** Lets the lane wait for a look-up of another to end. */
  queue(lane: Lane): void {
    this.#unread.add(lane);
  }

  readTarget(lane: Lane): void {
    void this.#lookUp(lane, () => this.#readTarget(lane));
  }

  /** Claims for each share whose window runs low; of an ordered endpoint the one delivery whose turn it is. */
  refill(lane: Lane, nowMs: number): void {
    const { windows } = this.options;
    lane.spreadLook(nowMs);
    if (lane.isOrdered) {
      const mayClaim = lane.buffered === 0 && lane.inFlight === 0 && !lane.isClaiming;
      if (mayClaim && lane.hasWork(nowMs)) void this.#lookUp(lane, () => this.#claimNext(lane));
      return;
    }
    for (const share of shares) {
      const limit = lane.claimLimit(share, nowMs);
      if (limit === 0) continue;
      const { hasRoom } = windows;
      if (!hasRoom && lane.buffered > 0) continue;
      void this.#lookUp(lane, () => this.#claim(lane, share, hasRoom ? limit : 1));
    }
  }

  /** Leaves the lane alone for a second: the trouble is our own. */
  rest(lane: Lane): void {
    lane.isResting = true;
    this.options.clock.after(1000, () => {
      lane.isResting = false;
      if (this.#isClosed) return;
      this.options.settle(lane);
      this.options.onReady();
    });
  }

  /** What is still under way is given back. */
  close(): void {
    this.#isClosed = true;
  }

  async #lookUp(lane: Lane, look: () => Promise<void>): Promise<void> {
    const { logger, windows, settle, onReady } = this.options;
    this.#underWay++;
    try {
      await look();
    } catch (error) {
      logger.error("engine.lookup_failed", { error: String(error) });
      this.rest(lane);
    }
    this.#underWay--;
    if (this.#isClosed) return windows.empty(lane);
    settle(lane);
    const unread = this.#unread.next();
    if (unread !== null) settle(unread);
    onReady();
  }

  async #readTarget(lane: Lane): Promise<void> {
    const { store, guard } = this.options;
    lane.isReading = true;
    try {
      const target = await guard.run(() => store.readTarget(lane.endpoint));
      if (lane.isOutdated) return;
      if (target?.status !== "active") return this.#forgetWork(lane);
      lane.setTarget(target);
      // They came in while it was not known that they have to wait for each other.
      if (target.ordered) this.options.windows.empty(lane);
      // The process before this one may have started attempts until its last moment.
      if (this.#isOlder(target)) lane.starts.closeUntil(this.#opened.at + rateWindowMs);
    } finally {
      lane.isReading = false;
      lane.isOutdated = false;
    }
  }

  /** Whether the endpoint is older than this process. One of the future is from before the wall clock was set back. */
  #isOlder({ createdAtMs }: Target): boolean {
    return createdAtMs < this.#opened.wallMs || createdAtMs > this.options.clock.now();
  }

  /** The endpoint takes nothing now: what waits stays in the table until it changes again. */
  #forgetWork(lane: Lane): void {
    this.options.windows.empty(lane);
    lane.lookAtMs = Number.POSITIVE_INFINITY;
    for (const share of shares) lane.shares[share].tableDueAtMs = Number.POSITIVE_INFINITY;
  }

  async #claim(lane: Lane, share: Share, limit: number): Promise<void> {
    const { store, guard } = this.options;
    const { endpoint } = lane;
    await this.#claimFrom(lane, [share], async (nowMs) =>
      guard.run(() => store.claimDue({ endpoint, share, limit, nowMs })),
    );
  }

  async #claimNext(lane: Lane): Promise<void> {
    const { store, guard } = this.options;
    const { endpoint } = lane;
    await this.#claimFrom(lane, shares, async (nowMs) => {
      const { due, nextDueAtMs } = await guard.run(() => store.claimNext({ endpoint, nowMs }));
      return { due: due === null ? [] : [due], nextDueAtMs };
    });
  }

  /** What is known of the shares' part of the table is asked anew; the answer is noted at the first of them. */
  async #claimFrom(
    lane: Lane,
    asked: readonly Share[],
    ask: (nowMs: number) => Promise<{ due: DueDelivery[]; nextDueAtMs: number | null }>,
  ): Promise<void> {
    const { version } = lane;
    const [answered = "first"] = asked;
    const queues = asked.map((share) => lane.shares[share]);
    const dueAtMs = Math.min(...queues.map((queue) => queue.tableDueAtMs));
    const nowMs = Math.max(this.options.clock.now(), ...queues.map((queue) => queue.horizonMs));
    // From here on both fields tell what came up during the claim.
    for (const queue of queues) {
      queue.isClaiming = true;
      queue.tableDueAtMs = Number.POSITIVE_INFINITY;
      queue.horizonMs = Number.NEGATIVE_INFINITY;
    }
    try {
      const { due, nextDueAtMs } = await ask(nowMs);
      if (nextDueAtMs !== null && nextDueAtMs <= nowMs) lane.noteDue(answered, nextDueAtMs);
      else if (nextDueAtMs !== null) lane.noteWaiting(answered, nextDueAtMs);
      this.#fill(lane, due, version);
    } catch (error) {
      lane.noteDue(answered, dueAtMs);
      throw error;
    } finally {
      for (const queue of queues) queue.isClaiming = false;
    }
  }

  #fill(lane: Lane, due: readonly DueDelivery[], version: number): void {
    const { windows, clock } = this.options;
    // Claimed for what the endpoint was; it has changed or was held since.
    const isOutdated = lane.version !== version || lane.heldUntilMs > clock.now() || this.#isClosed;
    if (isOutdated) windows.giveBack(lane, due);
    else windows.fill(lane, due);
  }
}
