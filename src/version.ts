import { version as packageVersion } from "../package.json";

/** The program's own version. The build puts it into the executable. */
export const version: string = packageVersion;
