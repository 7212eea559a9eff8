import { startApp } from "../app.ts";
import { settingFlags } from "../config/reference.ts";
import { devNetworks } from "../config/settings.ts";
import { type Config, loadConfig } from "../config.ts";
import { systemClock } from "../platform/clock.ts";
import { messageOf, waitForStopSignal } from "../platform/lifecycle.ts";
import { type CountingLogger, createLogger, type Logger } from "../platform/logger.ts";
import type { Output } from "../platform/output.ts";
import { version } from "../version.ts";
import { type Command, exitCodes } from "./command.ts";

/** How long a last line may wait for its reader when the process must end. */
const lastLinePatienceMs = 500;

/** `posthorn serve` */
export const serveCommand: Command = {
  name: "serve",
  summary: "Run the server: the API, and the deliveries",
  usage: "[settings]",
  details:
    '"posthorn help" lists the settings. SIGTERM and SIGINT stop it, SIGHUP reads the TLS files again.',
  options: settingFlags(),
  positionalsMax: 0,
  async run({ flags, output }) {
    const { config, warnings } = loadConfig(flags);
    const isTerminal = process.stdout.isTTY === true;
    const logger = createConfiguredLogger(config, output, isTerminal);
    endOnBug(logger, output);
    for (const message of warnings) logger.warn("config.unknown_variable", { message });
    if (config.isDev) {
      logger.warn("dev_mode.enabled", { meaning: `http endpoints and ${devNetworks} are allowed` });
    }
    // From here on, so that a signal during the start is not lost.
    const stopSignal = waitForStopSignal();
    let isFirstStart = false;
    const showKey = (token: string): void => {
      isFirstStart = true;
      showFirstKey(token, output);
    };
    const app = await startApp({
      config,
      logger,
      droppedLogLines: logger.droppedLines,
      showFirstKey: isTerminal ? showKey : null,
      onFatal: (error) => endOnDiskFailure(error, logger, output),
    });
    process.on("SIGHUP", () => reload(app.reloadCertificate, logger));
    logger.info("server.started", { address: app.url, version, dataDir: config.dataDir });
    if (isFirstStart) showFirstSteps(app.url, output);
    const signal = await stopSignal;
    logger.info("server.stopping", { signal });
    await app.stop();
    logger.info("server.stopped");
    return exitCodes.ok;
  },
};

/** The logger as the settings have it: text on a terminal, JSON elsewhere, unless they say so. */
function createConfiguredLogger(config: Config, output: Output, isTerminal: boolean): CountingLogger {
  const format = config.logFormat ?? (isTerminal ? "text" : "json");
  return createLogger({ output, format, level: config.logLevel, clock: systemClock });
}

/** At once: if the start fails further on, the key exists all the same. */
function showFirstKey(token: string, output: Output): void {
  output.write("");
  output.write("This is the first operator key. It is shown only now: keep it.");
  output.write("");
  output.write(`  export KEY=${token}`);
  output.write("");
}

function showFirstSteps(url: string, output: Output): void {
  output.write("");
  output.write("Try it in another terminal, after the line with the key:");
  output.write("");
  output.write(`  curl -H "Authorization: Bearer $KEY" ${url}/api/v1/me`);
  output.write("");
  output.write(`The API, to read and to try: ${url}/docs`);
  output.write("");
}

function reload(reloadCertificate: () => void, logger: Logger): void {
  try {
    reloadCertificate();
    logger.info("certificate.reloaded");
  } catch (error) {
    logger.error("certificate.reload_failed", { error: messageOf(error) });
  }
}

/** What is on disk after a failed write is unknown: a restart reads it. */
function endOnDiskFailure(error: Error, logger: Logger, output: Output): void {
  logger.error("server.failed", { error: messageOf(error), advice: "Check the disk, then start again." });
  void output.flush(lastLinePatienceMs).then(() => process.exit(exitCodes.failed));
}

/** An error that nobody caught leaves the program in an unknown state: it ends, and a restart makes good. */
function endOnBug(logger: Logger, output: Output): void {
  const end = (error: unknown): void => {
    const stack = error instanceof Error ? error.stack : null;
    logger.error("server.failed", { error: `This is a bug in Posthorn: ${messageOf(error)}`, stack });
    void output.flush(lastLinePatienceMs).then(() => process.exit(exitCodes.bug));
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}
