import { type Share, shares } from "../domain/delivery.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Timer } from "../platform/clock.ts";
import type { Target } from "../store/engine-verbs.ts";
import type { DueDelivery, EndpointKey } from "../store/new-work.ts";
import { Fifo } from "./fifo.ts";
import { RateWindow } from "./rate-window.ts";
import type { Sleeper } from "./wake-queue.ts";

/** What an endpoint has waiting in one share: a window of claimed deliveries, and what is known of the table behind it. */
export interface ShareQueue {
  /** Claimed and due, earliest first. */
  window: Fifo<DueDelivery>;
  /** When the earliest one left in the table is due; Infinity for none. */
  tableDueAtMs: number;
  /** Whatever in the table is due by this time was seen to be due once: a clock that steps back does not change that. */
  horizonMs: number;
  /** While a claim is under way, newer deliveries must not pass those that it will bring. */
  isClaiming: boolean;
}

/** Of 12 starts with all kinds waiting 8 first attempts, 3 retries, 1 recover or replay; mixed, so that none waits long. */
const turns: readonly Share[] = [
  "first",
  "first",
  "first",
  "retry",
  "first",
  "first",
  "retry",
  "first",
  "first",
  "retry",
  "first",
  "bulk",
];

const windowRowsMax = 128;
const windowRowsMin = 8;
const windowBytesMax = 1024 * 1024;
/** Assumed of an endpoint's deliveries until some have been seen. */
const rowBytesUnseen = 64 * 1024;

/** All that the engine keeps of one endpoint: its target, its windows of waiting deliveries, and its share of the slots. */
export class Lane implements Sleeper {
  wakeAtMs = 0;
  heapIndex = -1;
  /** Where it stands in line for a slot, or null. Belongs to the rotations. */
  line: object | null = null;

  /** Null: must be read (anew) before anything starts. */
  target: Target | null = null;
  /** The name in the target's URL. */
  host = "";
  isReading = false;
  /** Set when the endpoint changed while its target was being read. */
  isOutdated = false;
  /** Counts the changes of the endpoint, so that what was claimed before one is known. */
  version = 0;

  inFlight = 0;
  /** Of those in flight, how many count as slow. */
  slowInFlight = 0;
  /** Attempts that it may have in flight at present. */
  allowance: number;
  lastFailed = false;
  hasSucceeded = false;

  /** Nothing starts before this time: the receiver asked for it. */
  heldUntilMs = 0;
  /** Our own trouble: a second of rest. */
  isResting = false;
  /** Runs while it has work and waits for its rate limit. */
  paceTimer: Timer | null = null;
  /** When its attempts started, while it has a rate limit. */
  readonly starts = new RateWindow();
  /** When the table has work of a share that is not known; Infinity for none. */
  lookAtMs = Number.POSITIVE_INFINITY;
  readonly shares: Record<Share, ShareQueue> = { first: newQueue(), retry: newQueue(), bulk: newQueue() };

  #turn = 0;
  #rowBytes = rowBytesUnseen;

  constructor(
    readonly endpoint: EndpointKey,
    readonly organizationId: OrganizationId,
    readonly inFlightMax: number,
  ) {
    this.allowance = inFlightMax;
  }

  /** One delivery at a time. */
  get isOrdered(): boolean {
    return this.target?.ordered ?? false;
  }

  /** Whether one more attempt may be in flight. */
  get hasSlot(): boolean {
    return this.inFlight < (this.isOrdered ? 1 : this.allowance);
  }

  get buffered(): number {
    const { first, retry, bulk } = this.shares;
    return first.window.length + retry.window.length + bulk.window.length;
  }

  /** Whether its attempts may last: see `LaneLines`. */
  get isSlow(): boolean {
    return this.lastFailed || this.slowInFlight > 0 || (!this.hasSucceeded && this.inFlight > 0);
  }

  /** Takes over what the store says of the endpoint. */
  setTarget(target: Target): void {
    this.target = target;
    this.host = URL.parse(target.url)?.host ?? target.url;
    this.heldUntilMs = target.heldUntilMs ?? 0;
    this.lastFailed = target.consecutiveFailedAttempts > 0;
    if (this.lastFailed && !this.hasSucceeded && this.inFlight === 0) this.allowance = 1;
  }

  /** Whether something waits that could start if there were a slot. */
  hasWork(nowMs: number): boolean {
    if (this.buffered > 0 || this.lookAtMs <= nowMs) return true;
    const { first, retry, bulk } = this.shares;
    return canClaim(first, nowMs) || canClaim(retry, nowMs) || canClaim(bulk, nowMs);
  }

  /** When the table next has work, as far as is known; Infinity for never. */
  get nextDueAtMs(): number {
    const { first, retry, bulk } = this.shares;
    return Math.min(this.lookAtMs, first.tableDueAtMs, retry.tableDueAtMs, bulk.tableDueAtMs);
  }

  get isClaiming(): boolean {
    const { first, retry, bulk } = this.shares;
    return first.isClaiming || retry.isClaiming || bulk.isClaiming;
  }

  /** Whether nothing is under way or known of it. */
  get isIdle(): boolean {
    const isBusy = this.inFlight > 0 || this.buffered > 0 || this.heapIndex !== -1;
    return !isBusy && !this.isReading && !this.isClaiming && !this.isAside;
  }

  /** Waits for a timer of its own, whatever work there is. */
  get isAside(): boolean {
    return this.isResting || this.paceTimer !== null;
  }

  /** How long its rate limit keeps the next attempt from starting; 0 for not at all. */
  rateWaitMs(monotonicMs: number): number {
    const limit = this.target?.rateLimitPerSecond ?? null;
    return limit === null ? 0 : this.starts.waitMs(limit, monotonicMs);
  }

  /** Notes that an attempt has started. */
  noteStart(monotonicMs: number): void {
    if ((this.target?.rateLimitPerSecond ?? null) !== null) this.starts.note(monotonicMs);
  }

  /** Notes that the table has a delivery of the share, due then. */
  noteWaiting(share: Share, dueAtMs: number): void {
    const queue = this.shares[share];
    queue.tableDueAtMs = Math.min(queue.tableDueAtMs, dueAtMs);
  }

  /** Notes that the table has work at that time, of whatever share. */
  noteLook(lookAtMs: number): void {
    this.lookAtMs = Math.min(this.lookAtMs, lookAtMs);
  }

  /** A look is due: any share may have work. */
  spreadLook(nowMs: number): void {
    if (this.lookAtMs > nowMs) return;
    for (const share of shares) this.noteDue(share, this.lookAtMs);
    this.lookAtMs = Number.POSITIVE_INFINITY;
  }

  /** Notes that a delivery of the share, known to be due, waits in the table. */
  noteDue(share: Share, dueAtMs: number): void {
    const queue = this.shares[share];
    queue.horizonMs = Math.max(queue.horizonMs, dueAtMs);
    this.noteWaiting(share, dueAtMs);
  }

  /** Whether a delivery that has just become due may enter the window: not past older ones in the table. */
  canTakeNow(share: Share, nowMs: number): boolean {
    const queue = this.shares[share];
    if (this.isOrdered || queue.isClaiming || isDueInTable(queue, nowMs) || this.lookAtMs <= nowMs)
      return false;
    return queue.window.length < this.#windowRows();
  }

  /** How many deliveries of the share to claim now; 0 while its window is still half full or nothing is due. */
  claimLimit(share: Share, nowMs: number): number {
    const queue = this.shares[share];
    if (!canClaim(queue, nowMs)) return 0;
    const rows = this.#windowRows();
    const { length } = queue.window;
    return length * 2 > rows ? 0 : rows - length;
  }

  /** Learns how large the endpoint's deliveries are, so that a window of large ones holds few. */
  noteSize(bytes: number): void {
    this.#rowBytes = Math.max(bytes, (this.#rowBytes * 3 + bytes) / 4);
  }

  /** The delivery that starts next, by the turns of the shares; undefined when the windows are empty. */
  takeNext(): DueDelivery | undefined {
    for (let step = 0; step < turns.length; step++) {
      const at = (this.#turn + step) % turns.length;
      const delivery = this.shares[turns[at] as Share].window.shift();
      if (delivery === undefined) continue;
      this.#turn = (at + 1) % turns.length;
      return delivery;
    }
    return undefined;
  }

  /** Adapts to how an attempt ended: one more slot after a success, half of them after a failure. */
  learn({ succeeded }: { succeeded: boolean }): void {
    this.lastFailed = !succeeded;
    if (succeeded) {
      this.hasSucceeded = true;
      this.allowance = Math.min(this.inFlightMax, this.allowance + 1);
    } else {
      this.allowance = Math.max(1, this.allowance >> 1);
    }
  }

  /** A small allowance or rate needs a small window: what cannot start soon would only lie about. */
  #windowRows(): number {
    const rows = Math.min(windowRowsMax, Math.max(windowRowsMin, this.allowance * 4));
    const aSecond = this.target?.rateLimitPerSecond ?? rows;
    return Math.max(1, Math.min(rows, aSecond, Math.floor(windowBytesMax / this.#rowBytes)));
  }
}

/** Whether the table has a delivery of the share that is due. */
function isDueInTable(queue: ShareQueue, nowMs: number): boolean {
  return queue.tableDueAtMs <= Math.max(nowMs, queue.horizonMs);
}

function canClaim(queue: ShareQueue, nowMs: number): boolean {
  return !queue.isClaiming && isDueInTable(queue, nowMs);
}

function newQueue(): ShareQueue {
  return {
    window: new Fifo(),
    tableDueAtMs: Number.POSITIVE_INFINITY,
    horizonMs: Number.NEGATIVE_INFINITY,
    isClaiming: false,
  };
}
