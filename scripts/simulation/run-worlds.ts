import { runWorld, type WorldKind } from "../../test/simulation/worlds.ts";

/** One world to run. */
export interface WorldOrder {
  kind: WorldKind;
  seed: number;
}

/** What came of it: null, or what broke, with its stack. */
export interface WorldReport extends WorldOrder {
  trouble: string | null;
}

/** A process of its own on each core: gets one order after another, and reports each. */
process.on("message", (order: WorldOrder) => {
  void runWorld(order.kind, order.seed).then(
    () => report({ ...order, trouble: null }),
    (error: Error) => {
      const { cause } = error;
      report({ ...order, trouble: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
    },
  );
});

function report(report: WorldReport): void {
  process.send?.(report);
}
