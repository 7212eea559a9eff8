import { z } from "zod";

/**
 * Text that reads back as it was written. Half of a surrogate pair (`\ud800`), which JSON can spell, cannot be stored
 * as UTF-8: it would come back as another character.
 */
export function storedText() {
  return z
    .string("must be text")
    .refine((text) => text.isWellFormed(), "must have no half of a surrogate pair (\\ud800 to \\udfff)");
}

/** What people call a key or an organization. */
export function nameText() {
  return (
    storedText()
      .min(1, "must not be empty")
      .max(100, "must be at most 100 characters")
      // It is printed by commands, and must not steer the terminal there.
      .refine((text) => !/\p{Cc}/u.test(text), "must have no control characters")
  );
}
