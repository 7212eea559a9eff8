/** What an examination of the data found: a sentence, and what to do where something is to be done. */
export interface Finding {
  /** What was looked at, as `database.integrity`. */
  check: string;
  /** `problem`: it does not work, or will not. `warning`: it works, but look. `note`: said for completeness. */
  status: "ok" | "note" | "warning" | "problem";
  message: string;
  advice: string | null;
}

/** A finding that asks for nothing. */
export function good(check: string, message: string): Finding {
  return { check, status: "ok", message, advice: null };
}
