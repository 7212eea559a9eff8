import { z } from "zod";

/** One page of a list, newest first unless the list says otherwise. */
export interface Page<T> {
  data: T[];
  /** Opaque; null when the list is at its end. A page of a rare filter may be short, even empty, before that. */
  nextCursor: string | null;
}

/** What every list takes. */
export interface PageRequest {
  limit: number;
  cursor: string | null;
}

export const pageLimitMax = 100;
export const pageLimitDefault = 50;

const limitMessage = `must be a whole number from 1 to ${pageLimitMax}`;

/** The query parameters of every list. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^\d{1,4}$/, limitMessage)
    .transform(Number)
    .pipe(z.number().min(1, limitMessage).max(pageLimitMax, limitMessage))
    .default(pageLimitDefault)
    // As a reader of the reference means it: in the URL it is text, like everything there.
    .meta({
      description: `Rows on the page; ${pageLimitDefault}, if left out`,
      type: "integer",
      minimum: 1,
      maximum: pageLimitMax,
    }),
  cursor: z.string().optional().meta({ description: "`nextCursor` of the page before" }),
};

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}
