import type { Clock, Timer } from "../platform/clock.ts";
import type { ConnectionKeeper, HttpConnection } from "./http-connection.ts";

const idlePerOriginMax = 64;
/** Below what load balancers keep (60 s), so that we rather than they end an idle connection. */
const idleMsMax = 50_000;
/** A receiver that says how long it keeps a connection has begun to count before we read it. */
const idleMarginMs = 1000;
const sweepMs = 1000;

/**
 * The idle connections: 64 for each origin, 4,096 in all, kept for 50 s or as long as the receiver says. The one
 * that was used last is taken first, so that those that are too many grow old.
 */
export class ConnectionPool implements ConnectionKeeper {
  readonly #clock: Clock;
  readonly #ofOrigin = new Map<string, HttpConnection[]>();
  /** The longest idle one first. */
  readonly #all = new Set<HttpConnection>();
  #sweep: Timer | null = null;

  constructor(
    clock: Clock,
    /** Of all origins together. */
    private readonly idleMax: number,
  ) {
    this.#clock = clock;
  }

  /** Hands an idle connection to the origin out, or null. */
  take(origin: string): HttpConnection | null {
    const idle = this.#ofOrigin.get(origin);
    const connection = idle?.at(-1);
    if (idle === undefined || connection === undefined) return null;
    const isTooOld = connection.idleUntilMs <= this.#clock.monotonic();
    this.forget(connection);
    if (!isTooOld) return connection;
    connection.destroy();
    return this.take(origin);
  }

  /** @param receiverKeepsMs how long the receiver keeps an idle connection, if it said */
  keep(connection: HttpConnection, receiverKeepsMs: number | null): void {
    const keptMs = Math.min(idleMsMax, (receiverKeepsMs ?? Number.POSITIVE_INFINITY) - idleMarginMs);
    const idle = this.#ofOrigin.get(connection.origin);
    if (keptMs <= 0 || (idle !== undefined && idle.length >= idlePerOriginMax)) {
      connection.destroy();
      return;
    }
    connection.idleUntilMs = this.#clock.monotonic() + keptMs;
    if (idle === undefined) this.#ofOrigin.set(connection.origin, [connection]);
    else idle.push(connection);
    this.#all.add(connection);
    const [longestIdle] = this.#all;
    if (this.#all.size > this.idleMax && longestIdle !== undefined) this.#end(longestIdle);
    this.#sweep ??= this.#clock.after(sweepMs, () => this.#endOld());
  }

  forget(connection: HttpConnection): void {
    if (!this.#all.delete(connection)) return;
    const idle = this.#ofOrigin.get(connection.origin);
    if (idle === undefined) return;
    // Nearly always the last one, which was taken.
    idle.splice(idle.lastIndexOf(connection), 1);
    if (idle.length === 0) this.#ofOrigin.delete(connection.origin);
  }

  /** What one idle connection to an origin died of, the others likely did too: the next one will be fresh. */
  endIdle(origin: string): void {
    for (const connection of [...(this.#ofOrigin.get(origin) ?? [])]) this.#end(connection);
  }

  close(): void {
    for (const connection of [...this.#all]) this.#end(connection);
    this.#sweep?.cancel();
    this.#sweep = null;
  }

  /** One timer for all: one for each connection would be set and cleared at every request. */
  #endOld(): void {
    const nowMs = this.#clock.monotonic();
    for (const connection of [...this.#all]) if (connection.idleUntilMs <= nowMs) this.#end(connection);
    this.#sweep = this.#all.size === 0 ? null : this.#clock.after(sweepMs, () => this.#endOld());
  }

  #end(connection: HttpConnection): void {
    this.forget(connection);
    connection.destroy();
  }
}
