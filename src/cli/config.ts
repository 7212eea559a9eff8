import { settingFlags } from "../config/reference.ts";
import { describeConfig, loadConfig } from "../config.ts";
import { type Command, exitCodes } from "./command.ts";

/** `posthorn config` */
export const configCommand: Command = {
  name: "config",
  summary: "Print the settings in effect and where each came from, secrets hidden",
  usage: "[settings]",
  details: null,
  options: settingFlags(),
  positionalsMax: 0,
  async run({ flags, output }) {
    const loaded = loadConfig(flags);
    const rows = describeConfig(loaded);
    const variableWidth = Math.max(...rows.map((row) => row.variable.length));
    const valueWidth = Math.max(...rows.map((row) => row.value.length));
    for (const { variable, value, origin } of rows) {
      output.write(`${variable.padEnd(variableWidth)}  ${value.padEnd(valueWidth)}  ${origin}`);
    }
    for (const warning of loaded.warnings) output.write(`Warning: ${warning}`);
    return exitCodes.ok;
  },
};
