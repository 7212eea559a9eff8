import { version } from "../version.ts";
import { type Command, exitCodes } from "./command.ts";

/** `posthorn version` */
export const versionCommand: Command = {
  name: "version",
  summary: "Print the version",
  usage: "",
  details: null,
  options: {},
  positionalsMax: 0,
  async run({ output }) {
    output.write(`posthorn ${version}`);
    return exitCodes.ok;
  },
};
