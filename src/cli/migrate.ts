import { settingFlags } from "../config/reference.ts";
import { loadConfig } from "../config.ts";
import { migrateData } from "../open-data.ts";
import { silentLogger } from "../platform/logger.ts";
import { type Command, exitCodes } from "./command.ts";

/** `posthorn migrate` */
export const migrateCommand: Command = {
  name: "migrate",
  summary: "Bring the database to this program's version, as the server does at its start",
  usage: "[settings]",
  details: "A database with data is copied beside itself first.",
  options: settingFlags(),
  positionalsMax: 0,
  async run({ flags, output }) {
    const { config } = loadConfig(flags);
    const { path, from, to, backup } = migrateData(config, silentLogger);
    if (from === to) output.write(`${path} has version ${to} already: nothing to do.`);
    else if (from === 0) output.write(`${path} was created with version ${to}.`);
    else output.write(`${path} was migrated from version ${from} to ${to}.`);
    if (backup) output.write(`The database as it was is in ${backup}.`);
    return exitCodes.ok;
  },
};
