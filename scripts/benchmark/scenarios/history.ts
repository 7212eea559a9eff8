import { statSync } from "node:fs";
import { join } from "node:path";
import { figure } from "../figure.ts";
import type { Scenario } from "../scenario.ts";
import { deliveredHistory } from "../seeded-data.ts";
import { compareWithEmpty } from "./beside-empty.ts";

/** Months of deliveries lie in the file: publishing must not feel them. */
export const history: Scenario = {
  name: "history",
  summary: "publish rate with 10,000,000 rows of history against an empty file",
  seconds: 240,
  async run(bench) {
    const seeded = await deliveredHistory(bench, bench.size(10_000_000, 3000));
    const { size } = statSync(join(seeded.directory, "data/posthorn.db"));
    const posthorn = await bench.start({ directory: seeded.directory });
    const { ledger, figures } = await compareWithEmpty(bench, posthorn);
    await posthorn.stop();
    return {
      ledger,
      figures: {
        ...figures,
        start: figure("start until the API answers", posthorn.startMs / 1000, "s"),
        size: figure("the file", size / 1e9, "GB"),
      },
    };
  },
};
