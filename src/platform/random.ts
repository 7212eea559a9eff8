import { randomBytes } from "node:crypto";

/** Chance as a value. */
export interface Random {
  /** Uniform in [0, 1). Not for secrets. */
  fraction(): number;
  /** Cryptographically strong bytes. */
  bytes(count: number): Uint8Array;
}

export const systemRandom: Random = {
  fraction: () => Math.random(),
  bytes: (count) => randomBytes(count),
};
