import { descriptorLimit } from "../platform/descriptors.ts";
import type { Logger } from "../platform/logger.ts";

/** How many connections deliveries may have, so that descriptors are left for the API and the database. */
export interface ConnectionBudget {
  /** Attempts at once. */
  maxInFlight: number;
  /** Idle connections kept. */
  idleSocketsMax: number;
  /** The limit of descriptors with which all attempts that were asked for fit; null when they do. */
  limitWanted: number | null;
}

const idleSocketsMax = 4096;
/** The database, its log and lock, the worker, the listener, look-ups. */
const ownDescriptors = 32;
/** A quarter of the rest is for connections to the API, but no more than this. */
const apiConnectionsMax = 512;

/** The budget under this process's limit. Warns where fewer attempts at once are made than were asked for. */
export function budgetConnections(maxInFlight: number, logger: Logger): ConnectionBudget {
  const limit = descriptorLimit();
  const budget = planConnections(limit, maxInFlight);
  const { limitWanted } = budget;
  if (limitWanted !== null) {
    logger.warn("descriptors.too_few", {
      limit,
      asked: maxInFlight,
      maxInFlight: budget.maxInFlight,
      advice: `Raise the limit of open files to ${limitWanted} (LimitNOFILE=${limitWanted} in the unit, or ulimit -n ${limitWanted}), or set POSTHORN_MAX_IN_FLIGHT to ${budget.maxInFlight}.`,
    });
  }
  return budget;
}

/** @param limit of descriptors of this process; null for none that is known */
export function planConnections(limit: number | null, maxInFlight: number): ConnectionBudget {
  if (limit === null) return { maxInFlight, idleSocketsMax, limitWanted: null };
  const connections = connectionsWithin(limit);
  // An attempt may try two addresses at once, and what it leaves is kept for the next one.
  const fitting = Math.max(1, Math.floor((connections * 2) / 3));
  const inFlight = Math.min(maxInFlight, fitting);
  return {
    maxInFlight: inFlight,
    idleSocketsMax: Math.max(0, Math.min(idleSocketsMax, connections - inFlight)),
    limitWanted: inFlight < maxInFlight ? limitFor(maxInFlight) : null,
  };
}

function connectionsWithin(limit: number): number {
  const rest = Math.max(0, limit - ownDescriptors);
  return rest - Math.min(apiConnectionsMax, Math.ceil(rest / 4));
}

/** The smallest power of two that is enough: what people set limits to. */
function limitFor(maxInFlight: number): number {
  let limit = 1024;
  while (Math.floor((connectionsWithin(limit) * 2) / 3) < maxInFlight) limit *= 2;
  return limit;
}
