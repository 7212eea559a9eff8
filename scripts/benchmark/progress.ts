/** Says what is being done, on stderr. */
export interface Progress {
  /** The next scenario begins. */
  scenario(name: string, about: string): void;
  /** The next part of it. */
  part(what: string): void;
  end(): void;
}

/** One line that is written over on a terminal; a line for each part in a pipe. */
export function createProgress(out: { isTTY?: boolean; write(text: string): unknown }): Progress {
  const isTerminal = out.isTTY === true;
  const beganAt = performance.now();
  let name = "";
  let about = "";
  let partName = "";
  let scenarioAt = beganAt;
  const timer = isTerminal ? setInterval(show, 250) : null;

  function seconds(since: number): string {
    return `${Math.round((performance.now() - since) / 1000)} s`;
  }

  function show(): void {
    if (name !== "") out.write(`\r\x1b[K${name}: ${partName} (${seconds(scenarioAt)} of about ${about}) …`);
  }

  return {
    scenario(next, aboutNext) {
      name = next;
      about = aboutNext;
      scenarioAt = performance.now();
      if (!isTerminal) out.write(`${name}: about ${about}\n`);
    },
    part(what) {
      partName = what;
      if (isTerminal) show();
      else out.write(`${name}: ${what} (after ${seconds(scenarioAt)})\n`);
    },
    end() {
      if (timer) clearInterval(timer);
      out.write(`${isTerminal ? "\r\x1b[K" : ""}took ${seconds(beganAt)}\n`);
    },
  };
}
