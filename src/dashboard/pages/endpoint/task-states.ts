import type { Task } from "../../api/shapes.ts";
import type { Tone } from "../../parts/badge.tsx";

/** A task's state in a word. */
export const taskStates: Record<Task["status"], [tone: Tone, word: string]> = {
  running: ["info", "Running"],
  done: ["good", "Done"],
  canceled: ["neutral", "Canceled"],
  failed: ["bad", "Failed"],
};
