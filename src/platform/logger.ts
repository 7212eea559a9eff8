export type LogLevel = "debug" | "info" | "warn" | "error";

/** Values of a log line. Never a secret, a payload, or a URL's query. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Writes one structured line per call. Event names are dotted and in the past tense (`delivery.attempted`). */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** For tests, and for the parts of the command line that print for people. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
