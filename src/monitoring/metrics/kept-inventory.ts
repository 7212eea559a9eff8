import type { Clock } from "../../platform/clock.ts";
import { messageOf } from "../../platform/lifecycle.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Inventory, InventoryVerbs } from "../../store/inventory-verbs.ts";

/** However often it is asked for, it is counted no more often than this. */
const freshMs = 5000;
/** A reading worker that is busy with somebody's list must not hold up the one who watches. */
const patienceMs = 500;

/** The inventory as of the last few seconds. */
export interface KeptInventory {
  /** Null until it was read for the first time. Never rejects. */
  read(): Promise<Inventory | null>;
}

/** Reads the inventory when somebody asks, one reading at a time. */
export function keepInventory({
  store,
  clock,
  logger,
}: {
  store: InventoryVerbs;
  clock: Clock;
  logger: Logger;
}): KeptInventory {
  let kept: Inventory | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | null = null;

  async function readAnew(): Promise<void> {
    try {
      kept = await store.readInventory(clock.now());
      readAt = clock.monotonic();
    } catch (error) {
      logger.warn("metrics.inventory_not_read", { error: messageOf(error) });
    } finally {
      underWay = null;
    }
  }

  return {
    async read() {
      if (clock.monotonic() - readAt < freshMs) return kept;
      underWay ??= readAnew();
      const late = Promise.withResolvers<void>();
      const timer = clock.after(patienceMs, late.resolve);
      await Promise.race([underWay, late.promise]);
      timer.cancel();
      return kept;
    },
  };
}
