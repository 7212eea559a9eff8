import { RE2JS, RE2JSException } from "re2js";

const charactersMax = 256;

/** Instructions of the compiled form: counted repetitions are written out in it, and it is walked for every character. */
const programSizeMax = 1000;

/** Why a `pattern` cannot be used, as a sentence; or null. */
export function schemaPatternProblem(source: string): string | null {
  if (source.length > charactersMax) return `must be at most ${charactersMax} characters`;
  try {
    const size = compile(source).programSize();
    return size > programSizeMax
      ? "repeats too much once its counts are written out; use smaller ones"
      : null;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const reason = error.message.replace(/^error parsing regexp: /, "");
    return `is not a regular expression that RE2 takes (no look-around, no back-references): ${reason}`;
  }
}

/**
 * What ajv tests patterns with: RE2, whose time grows with the text and no faster. The runtime's own expressions give
 * up after a third of a second and then say that nothing matches.
 */
export const schemaPatternEngine = Object.assign(
  (source: string) => {
    const pattern = compile(source);
    // ajv tells patterns apart by this text: without it the first one would stand for all others.
    return { test: (text: string) => pattern.test(text), toString: () => `/${source}/` };
  },
  // Only for code that ajv writes out as a file, which nobody does here.
  { code: "schemaPatternEngine" },
);

/** Schemas are written in ECMA-262's syntax. */
function compile(source: string): RE2JS {
  return RE2JS.compile(RE2JS.translateRegExp(source));
}
