import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { furnish } from "./furnishing.ts";
import { writeHistory } from "./history.ts";
import { startPublishing, startReceivers } from "./live.ts";

const root = join(import.meta.dir, "../..");
/** No secret: what is made with it listens on this machine alone, and holds nothing but what is made up. */
const operatorKey = "phk_demo_demo_demo_demo_demo_demo_demo";

const { values } = parseArgs({
  options: {
    directory: { type: "string", default: join(root, "data/demo") },
    port: { type: "string", default: "8080" },
    "receivers-port": { type: "string", default: "4400" },
    events: { type: "string", default: "5000" },
    fresh: { type: "boolean", default: false },
    "history-only": { type: "boolean", default: false },
  },
});

const { directory } = values;
const receiversPort = Number(values["receivers-port"]);
if (values.fresh) rmSync(directory, { recursive: true, force: true });
if (!existsSync(join(directory, "posthorn.db"))) {
  process.stdout.write(`Writing a week of history into ${directory} …\n`);
  const receiversUrl = `http://127.0.0.1:${receiversPort}`;
  const written = await writeHistory({ directory, operatorKey, receiversUrl, events: Number(values.events) });
  process.stdout.write(`${written.events} events, ${written.attempts} attempts.\n`);
}
if (!values["history-only"]) await runUntilStopped();

async function runUntilStopped(): Promise<void> {
  const url = `http://127.0.0.1:${values.port}`;
  const receivers = startReceivers(receiversPort);
  const posthorn = Bun.spawn(
    [
      join(root, "dist/posthorn"),
      "serve",
      "--dev",
      "--data-dir",
      directory,
      "--listen",
      `127.0.0.1:${values.port}`,
      "--log-level",
      "error",
    ],
    { stdout: "inherit", stderr: "inherit" },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => posthorn.kill("SIGTERM"));
  await furnish(url, operatorKey);
  const publishing = startPublishing(url, operatorKey);
  process.stdout.write(
    `\nThe dashboard: ${url}\nSign in with:  ${operatorKey}\nCtrl-C ends it; --fresh begins anew.\n\n`,
  );
  const exitCode = await posthorn.exited;
  publishing.stop();
  await receivers.stop();
  process.exit(exitCode);
}
