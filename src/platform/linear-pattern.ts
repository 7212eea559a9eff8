import { RE2JS, RE2JSException, RE2Set } from "re2js";

/** A regular expression whose time grows with the text and no faster. */
export interface LinearPattern {
  /** Whether it is found anywhere in the text. */
  test(text: string): boolean;
}

/**
 * Instructions of the compiled form: `.{1000}` has a thousand, and each of them costs time at every character. A plain
 * text has one for each of its characters.
 */
const programSizeMax = 300;

/** What one pattern may remember of the texts it has seen; by itself the engine would take 8 MiB for each. */
const memoryBytesMax = 16_384;

/** Why a text is no usable pattern (RE2's syntax: no look-around, no back-references), as a sentence; or null. */
export function patternProblem(source: string): string | null {
  try {
    return patternSize(source) > programSizeMax
      ? "repeats too much once its counts are written out; use smaller ones"
      : null;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const reason = error.message.replace(/^error parsing regexp: /, "");
    return `is not a regular expression of RE2: ${reason}`;
  }
}

/** Instructions of its compiled form: what it may cost at each character. */
export function patternSize(source: string): number {
  return RE2JS.compile(source).programSize();
}

/** Compiles a pattern that `patternProblem` found nothing wrong with. */
export function compilePattern(source: string): LinearPattern {
  // A set of one: only a set can be told how much memory to take.
  const set = new RE2Set(RE2Set.UNANCHORED, 0, memoryBytesMax);
  set.add(source);
  set.compile();
  return { test: (text) => set.match(text).length > 0 };
}

/** A pattern of JavaScript's syntax in RE2's: the same, but for how some characters are written. */
export function fromEcmaScript(source: string): string {
  return RE2JS.translateRegExp(source);
}
