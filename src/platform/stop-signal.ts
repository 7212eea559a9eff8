/** What a first signal is handed to; until somebody waits for it, it is kept. */
let tell: ((signal: NodeJS.Signals) => void) | null = null;
let first: NodeJS.Signals | null = null;
let isListening = false;

/** From here on SIGTERM and SIGINT no longer end the process by themselves; a second one ends it at once. */
export function listenForStopSignals(): void {
  if (isListening) return;
  isListening = true;
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

function onSignal(signal: NodeJS.Signals): void {
  // 128 + the signal's number is how a shell reports a process that a signal ended.
  if (first !== null) process.exit(signal === "SIGINT" ? 130 : 143);
  first = signal;
  tell?.(signal);
}

/** The first SIGTERM or SIGINT, if it has come. */
export function heardStopSignal(): NodeJS.Signals | null {
  return first;
}

/** Resolves at the first SIGTERM or SIGINT with its name, also if it has come before. */
export function waitForStopSignal(): Promise<NodeJS.Signals> {
  listenForStopSignals();
  if (first !== null) return Promise.resolve(first);
  return new Promise((resolve) => {
    tell = resolve;
  });
}
