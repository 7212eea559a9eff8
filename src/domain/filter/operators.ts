import { isSameJson } from "./json-equality.ts";

/** Makes a regular expression that takes linear time; handed in, because the domain has no packages. */
export type CompilePattern = (source: string) => { test(text: string): boolean };

/** Whether the values that a path reached fulfil a condition. None are reached where the key is missing. */
export type JudgeValues = (reached: readonly unknown[]) => boolean;

/** One operator: what it compares with, and how. */
export interface Operator {
  /** Why the operand cannot be used, as a sentence about it; or null. */
  problemWith(operand: unknown): string | null;
  /** The operand has been checked. */
  judge(operand: unknown, compilePattern: CompilePattern): JudgeValues;
}

export const patternLengthMax = 256;

/** Characters that one `$regex` reads, of all the texts that its path reaches. */
export const patternReadsMax = 4096;

/** What a condition on a path may say. All but the negations (`$ne`, `$nin`) need a value that fulfils them. */
export const operators = {
  $eq: { problemWith: () => null, judge: (operand) => some((value) => isSameJson(value, operand)) },
  $ne: { problemWith: () => null, judge: (operand) => none((value) => isSameJson(value, operand)) },
  $gt: ordered((value, operand) => value > operand),
  $gte: ordered((value, operand) => value >= operand),
  $lt: ordered((value, operand) => value < operand),
  $lte: ordered((value, operand) => value <= operand),
  $in: { problemWith: listProblem, judge: (operand) => some(isOneOf(operand as unknown[])) },
  $nin: { problemWith: listProblem, judge: (operand) => none(isOneOf(operand as unknown[])) },
  $exists: {
    problemWith: (operand) => (typeof operand === "boolean" ? null : "must be true or false"),
    judge: (operand) => (reached) => reached.length > 0 === operand,
  },
  $regex: { problemWith: patternTextProblem, judge: (operand, compile) => found(compile(operand as string)) },
  $startsWith: textual((value, operand) => value.startsWith(operand)),
  $endsWith: textual((value, operand) => value.endsWith(operand)),
} as const satisfies Record<string, Operator>;
export type OperatorName = keyof typeof operators;

export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(operators, name);
}

function some(fulfils: (value: unknown) => boolean): JudgeValues {
  return (reached) => reached.some(fulfils);
}

function none(fulfils: (value: unknown) => boolean): JudgeValues {
  return (reached) => !reached.some(fulfils);
}

/** Numbers with numbers, texts with texts (by UTF-16 code unit, so that ISO times compare as times). */
function ordered(compare: (value: number | string, operand: number | string) => boolean): Operator {
  return {
    problemWith: (operand) =>
      typeof operand === "number" || typeof operand === "string" ? null : "must be a number or a text",
    judge: (operand) =>
      some((value) => typeof value === typeof operand && compare(value as string, operand as string)),
  };
}

function textual(fulfils: (value: string, operand: string) => boolean): Operator {
  return {
    problemWith: (operand) => (typeof operand === "string" ? null : "must be a text"),
    judge: (operand) => some((value) => typeof value === "string" && fulfils(value, operand as string)),
  };
}

/** Plain values are looked up, so that a long list costs no more than a short one. */
function isOneOf(list: readonly unknown[]): (value: unknown) => boolean {
  const plain = new Set(list.filter((one) => typeof one !== "object" || one === null));
  const nested = list.filter((one) => typeof one === "object" && one !== null);
  return (value) => plain.has(value) || nested.some((one) => isSameJson(value, one));
}

function found(pattern: { test(text: string): boolean }): JudgeValues {
  return (reached) => {
    let left = patternReadsMax;
    return reached.some((value) => {
      if (typeof value !== "string" || left === 0) return false;
      const text = value.slice(0, left);
      left -= text.length;
      return pattern.test(text);
    });
  };
}

function listProblem(operand: unknown): string | null {
  return Array.isArray(operand) && operand.length > 0 ? null : "must be a list of at least one value";
}

function patternTextProblem(operand: unknown): string | null {
  if (typeof operand !== "string" || operand === "") return "must be a regular expression as text";
  return operand.length > patternLengthMax ? `must be at most ${patternLengthMax} characters` : null;
}
