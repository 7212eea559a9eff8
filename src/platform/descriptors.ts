import { closeSync, openSync, readFileSync } from "node:fs";

/** A failed connection may have been the last descriptor's, although another came free since. */
const nearlyNone = 16;

/**
 * How many files and connections this process may have open at once: the soft limit, which the runtime raises to the
 * hard one when it starts. Null where the system does not tell (not Linux) or sets none.
 */
export function descriptorLimit(): number | null {
  try {
    const limits = readFileSync("/proc/self/limits", "latin1");
    const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
    return soft === undefined ? null : Number(soft);
  } catch {
    return null;
  }
}

let limitAtStart: number | null | undefined;

/** Whether there is none left, or next to none: then what failed just now failed because of it. */
export function isOutOfDescriptors(): boolean {
  limitAtStart ??= descriptorLimit();
  try {
    // The lowest free number.
    const file = openSync("/", "r");
    closeSync(file);
    return limitAtStart !== null && file >= limitAtStart - nearlyNone;
  } catch (error) {
    return error instanceof Error && "code" in error && (error.code === "EMFILE" || error.code === "ENFILE");
  }
}
