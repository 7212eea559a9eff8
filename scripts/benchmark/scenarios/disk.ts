import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { addEndpoint } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { runLoad } from "../load.ts";
import type { Scenario } from "../scenario.ts";

/** What an event costs on the disk, with everything that is written about it. */
export const disk: Scenario = {
  name: "disk",
  summary:
    "bytes in the file for each event with one delivery and one attempt, 500-byte data, indexes included",
  seconds: 45,
  async run(bench) {
    const posthorn = await bench.start();
    await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
    await posthorn.stop();
    const before = bytesIn(posthorn.directory);
    const again = await bench.start({ directory: posthorn.directory });
    const events = bench.size(200_000, 5000);
    bench.part(`publishing ${events.toLocaleString("en")} events`);
    const { ledger } = await runLoad(bench, again, { events });
    await again.stop();
    const perEvent = (bytesIn(again.directory) - before) / events;
    return {
      ledger,
      figures: {
        perEvent: figure("bytes per event", perEvent, "count"),
        perMillion: figure("for a million events", (perEvent * 1e6) / 1e9, "GB"),
      },
    };
  },
};

/** All files of a data directory whose program has stopped, which empties the write-ahead log. */
function bytesIn(directory: string): number {
  const data = join(directory, "data");
  return readdirSync(data).reduce((sum, name) => sum + statSync(join(data, name)).size, 0);
}
