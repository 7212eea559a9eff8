import { RetentionWorld } from "./retention-world.ts";
import { TenantWorld } from "./tenant-world.ts";
import { World } from "./world.ts";

/** A world of one seed: runs its chaos, heals, and throws where a rule was broken. */
export interface SeededWorld {
  run(): Promise<void>;
  close(): Promise<void>;
}

/** The worlds there are. */
const makers = {
  people: (seed: number): SeededWorld => new World(seed),
  retention: (seed: number): SeededWorld => new RetentionWorld(seed),
  tenants: (seed: number): SeededWorld => new TenantWorld(seed),
};
export type WorldKind = keyof typeof makers;
export const worldKinds = Object.keys(makers) as WorldKind[];

/** Throws an error that says how to replay the seed, and whose cause is the rule that was broken. */
export async function runWorld(kind: WorldKind, seed: number): Promise<void> {
  const world = makers[kind](seed);
  try {
    await world.run();
    await world.close();
  } catch (error) {
    throw new Error(`The world of seed ${seed} broke; replay it with ${replayCommand(kind, seed)}.`, {
      cause: error,
    });
  }
}

export function replayCommand(kind: WorldKind, seed: number): string {
  return `./scripts/simulate --world ${kind} --seed ${seed}`;
}

/** The seeds of the ordinary tests: few, from 0 on. */
export function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, seed) => seed);
}
