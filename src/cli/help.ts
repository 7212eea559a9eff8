import { printSettingsHelp } from "../config/reference.ts";
import { nearestWord } from "../platform/nearest-word.ts";
import { type Command, exitCodes, UsageError } from "./command.ts";

/** `posthorn help [command]` */
export function createHelpCommand(commands: () => readonly Command[]): Command {
  return {
    name: "help",
    summary: "Explain the program or one command",
    usage: "[command]",
    details: null,
    options: {},
    positionalsMax: 1,
    async run({ positionals, output }) {
      const [name] = positionals;
      output.write(
        name === undefined ? printHelp(commands()) : printCommandHelp(findCommand(commands(), name)),
      );
      return exitCodes.ok;
    },
  };
}

/** The command of that name. Throws a `UsageError` with the nearest one if there is none. */
export function findCommand(commands: readonly Command[], name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const nearest = nearestWord(
    name,
    commands.map((command) => command.name),
  );
  const hint = nearest ? ` Did you mean "${nearest}"?` : "";
  throw new UsageError(`There is no command "${name}".${hint} "posthorn help" lists all of them.`);
}

/** The whole program at a glance: commands and settings. */
function printHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    "Posthorn stores events durably and delivers them, signed, to the endpoints that subscribed.",
    "",
    "Usage: posthorn <command> [options]",
    "",
    "Commands:",
    ...lines,
    "",
    printSettingsHelp(),
  ].join("\n");
}

/** One command, with its options. */
function printCommandHelp(command: Command): string {
  const lines = [`Usage: posthorn ${command.name} ${command.usage}`.trimEnd(), "", `${command.summary}.`];
  if (command.details) lines.push("", command.details);
  return lines.join("\n");
}
