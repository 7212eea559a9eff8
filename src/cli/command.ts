import type { ParseArgsOptionsConfig } from "node:util";
import type { Output } from "../platform/output.ts";

/** What was typed after the command's name, checked against its options. */
export interface CommandInput {
  flags: Readonly<Record<string, string | boolean | undefined>>;
  positionals: readonly string[];
  output: Output;
}

/** One command of the program, a file each. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** Arguments as the help shows them, without the command's name. */
  usage: string;
  /** More for the command's own help, or null. */
  details: string | null;
  options: ParseArgsOptionsConfig;
  positionalsMax: number;
  /** Resolves with the exit code. */
  run(input: CommandInput): Promise<number>;
}

/** A command line that cannot be understood: a sentence, and exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Exit codes, after sysexits.h where it has one. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, bug: 70 } as const;
