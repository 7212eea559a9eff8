import net from "node:net";
import type { Clock, Timer } from "../platform/clock.ts";

/** A connection on its way. Whoever stops waiting for it cancels it, so that no socket is left behind. */
export interface Opening {
  cancel: () => void;
}

/** An opening that has nothing to cancel yet. */
export function newOpening(): Opening {
  return { cancel: () => {} };
}

export interface RaceConnectRequest {
  /** At least one; tried in this order. */
  addresses: readonly string[];
  port: number;
  opening: Opening;
  clock: Clock;
}

const staggerMs = 250;
const keepAliveProbeMs = 30_000;
/** A name with hundreds of addresses must not cost hundreds of sockets. */
const addressesMax = 8;

/**
 * Connects to the first address that answers (RFC 8305): the next one is tried 250 ms after the one before, or
 * at once when that failed, and earlier ones go on meanwhile. Rejects with an AggregateError of all failures.
 * The runtime's own `autoSelectFamily` gives each address up after its 250 ms, which no far receiver keeps.
 */
export function raceConnect(request: RaceConnectRequest): Promise<net.Socket> {
  const { port, opening, clock } = request;
  return new Promise((resolve, reject) => {
    const waiting = request.addresses.slice(0, addressesMax);
    const running = new Set<net.Socket>();
    const errors: unknown[] = [];
    let timer: Timer | null = null;

    const end = () => {
      timer?.cancel();
      waiting.length = 0;
      for (const socket of running) socket.destroy();
      running.clear();
    };
    const tryNext = () => {
      timer?.cancel();
      const host = waiting.shift();
      if (host !== undefined) connectTo(host);
      else if (running.size === 0) reject(new AggregateError(errors));
    };
    const connectTo = (host: string) => {
      const socket = net.connect({
        host,
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: keepAliveProbeMs,
      });
      running.add(socket);
      if (waiting.length > 0) timer = clock.after(staggerMs, tryNext);
      const onError = (error: unknown) => {
        if (!running.delete(socket)) return;
        errors.push(error);
        tryNext();
      };
      socket.on("error", onError);
      socket.once("connect", () => {
        socket.off("error", onError);
        running.delete(socket);
        end();
        resolve(socket);
      });
    };

    opening.cancel = () => {
      end();
      reject(new AggregateError(errors));
    };
    tryNext();
  });
}
