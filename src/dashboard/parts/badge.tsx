import classes from "./badge.module.css";

/** What a state means to who reads it. The colour never says it alone: the word does. */
export type Tone = "good" | "bad" | "warn" | "info" | "neutral";

/** A state in a word. */
export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`${classes.badge} ${classes[tone]}`}>{children}</span>;
}
