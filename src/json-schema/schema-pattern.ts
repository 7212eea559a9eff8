import { compilePattern, fromEcmaScript, patternProblem } from "../platform/linear-pattern.ts";

const charactersMax = 256;

/** Why a `pattern` cannot be used, as a sentence; or null. */
export function schemaPatternProblem(source: string): string | null {
  if (source.length > charactersMax) return `must be at most ${charactersMax} characters`;
  return patternProblem(fromEcmaScript(source));
}

/**
 * What ajv tests patterns with: RE2, whose time grows with the text and no faster. The runtime's own expressions give
 * up after a third of a second and then say that nothing matches.
 */
export const schemaPatternEngine = Object.assign(
  (source: string) => {
    const pattern = compilePattern(fromEcmaScript(source));
    // ajv tells patterns apart by this text: without it the first one would stand for all others.
    return { test: pattern.test, toString: () => `/${source}/` };
  },
  // Only for code that ajv writes out as a file, which nobody does here.
  { code: "schemaPatternEngine" },
);
