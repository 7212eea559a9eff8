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
