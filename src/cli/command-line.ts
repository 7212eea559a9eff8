import { parseArgs } from "node:util";
import { messageOf } from "../platform/lifecycle.ts";
import { nearestWord } from "../platform/nearest-word.ts";
import type { Output } from "../platform/output.ts";
import { StartError } from "../platform/start-error.ts";
import { backupCommand } from "./backup.ts";
import { type Command, type CommandInput, exitCodes, UsageError } from "./command.ts";
import { configCommand } from "./config.ts";
import { doctorCommand } from "./doctor.ts";
import { createHelpCommand, findCommand } from "./help.ts";
import { keysCommand } from "./keys.ts";
import { listenCommand } from "./listen.ts";
import { migrateCommand } from "./migrate.ts";
import { restoreCommand } from "./restore.ts";
import { rotateMasterKeyCommand } from "./rotate-master-key.ts";
import { serveCommand } from "./serve.ts";
import { versionCommand } from "./version.ts";

/** All commands, in the order of the help. */
const commands: readonly Command[] = [
  serveCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  migrateCommand,
  keysCommand,
  rotateMasterKeyCommand,
  configCommand,
  listenCommand,
  versionCommand,
  createHelpCommand(() => commands),
];

/** Runs the command that the arguments name and resolves with the exit code; failures become sentences. */
export async function runCommandLine(
  args: readonly string[],
  streams: { output: Output; printError(line: string): void },
): Promise<number> {
  try {
    const [command, rest] = chooseCommand(args);
    return await command.run({ ...parseCommandArgs(command, rest), output: streams.output });
  } catch (error) {
    if (error instanceof UsageError) {
      streams.printError(error.message);
      return exitCodes.usage;
    }
    if (error instanceof StartError) {
      streams.printError(error.message);
      return exitCodes.failed;
    }
    streams.printError(`This is a bug in Posthorn: ${messageOf(error)}`);
    if (error instanceof Error && error.stack) streams.printError(error.stack);
    return exitCodes.bug;
  }
}

/** `--help` and `--version` are what people try first: they work like the commands, wherever they stand. */
function chooseCommand(args: readonly string[]): [Command, readonly string[]] {
  const [first, ...rest] = args;
  const isFlag = first?.startsWith("-") ?? true;
  if (args.includes("--help") || args.includes("-h") || first === undefined) {
    return [findCommand(commands, "help"), first !== undefined && !isFlag && first !== "help" ? [first] : []];
  }
  if (first === "--version" || first === "-v") return [versionCommand, []];
  if (isFlag) {
    throw new UsageError(
      `A command must come first, as in "posthorn serve ${first}". "posthorn help" lists them.`,
    );
  }
  return [findCommand(commands, first), rest];
}

function parseCommandArgs(command: Command, args: readonly string[]): Omit<CommandInput, "output"> {
  refuseUnknownFlags(command, args);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length > command.positionalsMax) {
      throw new UsageError(
        `"${positionals[command.positionalsMax]}" is one argument too many for "posthorn ${command.name}". ` +
          `Usage: posthorn ${command.name} ${command.usage}`,
      );
    }
    return { flags: values as CommandInput["flags"], positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${messageOf(error)}. Usage: posthorn ${command.name} ${command.usage}`.trimEnd());
  }
}

function refuseUnknownFlags(command: Command, args: readonly string[]): void {
  const known = Object.keys(command.options);
  for (const argument of args) {
    if (argument === "--") return;
    const name = /^--([^=]+)/.exec(argument)?.[1];
    if (name === undefined || known.includes(name)) continue;
    const nearest = nearestWord(name, known);
    const hint = nearest ? ` Did you mean "--${nearest}"?` : "";
    throw new UsageError(
      `"posthorn ${command.name}" has no option "--${name}".${hint} "posthorn help ${command.name}" says what it takes.`,
    );
  }
}
