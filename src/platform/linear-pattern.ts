import { RE2JS, RE2JSException } from "re2js";

/** A regular expression whose time grows with the text and no faster. */
export interface LinearPattern {
  /** Whether it is found anywhere in the text. */
  test(text: string): boolean;
}

/** Instructions of the compiled form: `.{1000}` has a thousand, and each of them costs time at every character. */
const programSizeMax = 500;

/** Why a text is no usable pattern (RE2's syntax: no look-around, no back-references), as a sentence; or null. */
export function patternProblem(source: string): string | null {
  try {
    const size = RE2JS.compile(source).programSize();
    return size > programSizeMax
      ? "repeats too much once its counts are written out; use smaller ones"
      : null;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const reason = error.message.replace(/^error parsing regexp: /, "");
    return `is not a regular expression of RE2: ${reason}`;
  }
}

/** Compiles a pattern that `patternProblem` found nothing wrong with. */
export function compilePattern(source: string): LinearPattern {
  const pattern = RE2JS.compile(source);
  return { test: (text) => pattern.test(text) };
}
