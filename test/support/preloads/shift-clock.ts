// Loaded into the program under test before its own code. At SIGUSR2 its wall clock is set off by the milliseconds that
// the file FAULT_CLOCK_FILE holds, as if somebody had set the machine's.
import { readFileSync } from "node:fs";

const realNow = Date.now;
let offsetMs = 0;
Date.now = () => realNow() + offsetMs;

process.on("SIGUSR2", () => {
  offsetMs = Number(readFileSync(Bun.env.FAULT_CLOCK_FILE ?? "", "utf8"));
});
