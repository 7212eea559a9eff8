import { parseArgs } from "node:util";
import { type WorldKind, worldKinds } from "../../test/simulation/worlds.ts";

export interface SimulationOptions {
  seeds: readonly number[];
  kinds: readonly WorldKind[];
  /** Null: until all seeds have run. */
  minutes: number | null;
}

const seedsByDefault = 10_000;

export const usage = `Usage: ./scripts/simulate [--seeds N] [--from S] [--seed S] [--world KIND] [--minutes M]

  --seeds N      how many seeds to run (default ${seedsByDefault})
  --from S       the first seed (default 0)
  --seed S       this seed alone, as a failure tells it
  --world KIND   one kind of world alone: ${worldKinds.join(", ")}
  --minutes M    begin no further seed after so many minutes
`;

/** Throws an error with a sentence for whoever typed it. */
export function readOptions(args: readonly string[]): SimulationOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: "string" },
      from: { type: "string" },
      seed: { type: "string" },
      world: { type: "string" },
      minutes: { type: "string" },
    },
  });
  const first = wholeNumber("--seed", values.seed ?? values.from ?? "0");
  const count =
    values.seed === undefined ? wholeNumber("--seeds", values.seeds ?? String(seedsByDefault)) : 1;
  return {
    seeds: Array.from({ length: count }, (_, at) => first + at),
    kinds: values.world === undefined ? worldKinds : [kindOf(values.world)],
    minutes: values.minutes === undefined ? null : wholeNumber("--minutes", values.minutes),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} takes a whole number, not "${text}".`);
  return Number(text);
}

function kindOf(text: string): WorldKind {
  const kind = worldKinds.find((known) => known === text);
  if (kind === undefined) throw new Error(`--world is one of ${worldKinds.join(", ")}, not "${text}".`);
  return kind;
}
