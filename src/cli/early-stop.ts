import { listenForStopSignals } from "../platform/stop-signal.ts";

/** Commands that run until they are told to stop; a signal ends all others where they are. */
const lastingCommands: readonly string[] = ["serve", "listen"];

// When this module is loaded: reading the rest of the program takes some 60 ms, in which a supervisor may change its
// mind, and until somebody listens the signal kills the process.
if (lastingCommands.includes(Bun.argv[2] ?? "")) listenForStopSignals();
