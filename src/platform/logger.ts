import { toIso } from "../domain/time.ts";
import type { Clock } from "./clock.ts";
import type { Output } from "./output.ts";

/** From the least to the most important. */
const logLevels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

/** JSON for machines, text for people. */
export type LogFormat = "json" | "text";

/** Values of a log line. Never a secret, a payload, or a URL's query. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Writes one structured line per call. Event names are dotted and in the past tense (`delivery.attempted`). */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** A logger that knows how many lines nobody will read. */
export interface CountingLogger extends Logger {
  /** Lines that were dropped because the reader was too far behind, or gone. */
  droppedLines(): number;
}

/** For tests, and for the parts of the command line that print for people. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** A logger that writes lines of at least `level` to the output. Never throws, never waits. */
export function createLogger(options: {
  output: Output;
  format: LogFormat;
  level: LogLevel;
  clock: Clock;
}): CountingLogger {
  const { output, clock } = options;
  const print = options.format === "json" ? printJson : printText;
  const lowest = logLevels.indexOf(options.level);
  let dropped = 0;
  let droppedInAll = 0;

  function write(level: LogLevel, event: string, fields: LogFields): void {
    if (!output.write(print(clock.now(), level, event, fields))) {
      dropped += 1;
      droppedInAll += 1;
    } else if (dropped > 0) {
      const count = dropped;
      dropped = 0;
      write("warn", "log.lines_dropped", { count });
    }
  }

  const writerOf = (level: LogLevel): Logger["info"] => {
    if (logLevels.indexOf(level) < lowest) return () => {};
    return (event, fields = {}) => write(level, event, fields);
  };
  return {
    debug: writerOf("debug"),
    info: writerOf("info"),
    warn: writerOf("warn"),
    error: writerOf("error"),
    droppedLines: () => droppedInAll,
  };
}

/** The fields are printed alone: putting them into one object with the rest would copy each of them. */
function printJson(timeMs: number, level: LogLevel, event: string, fields: LogFields): string {
  const head = `{"time":"${toIso(timeMs)}","level":"${level}","event":"${event}"`;
  const rest = JSON.stringify(fields);
  return rest === "{}" ? `${head}}` : `${head},${rest.slice(1)}`;
}

/** `12:46:25.104 warn  delivery.attempted  deliveryId=dlv_… error="connection refused"` */
function printText(timeMs: number, level: LogLevel, event: string, fields: LogFields): string {
  const time = toIso(timeMs).slice(11, 23);
  let line = `${time} ${level.padEnd(5)} ${event}`;
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) line += ` ${name}=${printTextValue(value)}`;
  }
  return line;
}

/** Quoted as JSON where it has anything but plain characters, so that no value can forge a line. */
function printTextValue(value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  return /^[\w.:/@+%,[\]-]+$/.test(value) ? value : JSON.stringify(value);
}
