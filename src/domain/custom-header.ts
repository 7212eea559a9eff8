import { z } from "zod";
import { headerNameProblem } from "./header-name.ts";
import { refusingProto } from "./record-names.ts";

const headersMax = 30;
const valueBytesMax = 4096;

/** RFC 9110, 5.5: visible characters, space and tab inside, Latin-1 at most (the runtime's client refuses more). */
const valueRegex = /^(?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?$/;

const value = z
  .string("must be text")
  .refine(
    (text) => valueRegex.test(text),
    "must have no control characters, no surrounding spaces, and Latin-1 characters only",
  )
  .refine((text) => Buffer.byteLength(text) <= valueBytesMax, `must be at most ${valueBytesMax} bytes`);

/** Headers as written: `null` removes one in a PATCH. */
export const headersInput = refusingProto(z.record(z.string(), value.nullable())).superRefine(
  (headers, context) => {
    const names = Object.keys(headers);
    const seen = new Set<string>();
    for (const name of names) {
      const problem = headerNameProblem(name);
      if (problem !== null) context.addIssue({ code: "custom", path: [name], message: problem });
      const lower = name.toLowerCase();
      if (seen.has(lower)) context.addIssue({ code: "custom", path: [name], message: "is there twice" });
      seen.add(lower);
    }
  },
);

/** Checks the headers as they will be stored. */
export function tooManyHeaders(headers: Record<string, string>): string | null {
  return Object.keys(headers).length > headersMax ? `must be at most ${headersMax} headers` : null;
}
