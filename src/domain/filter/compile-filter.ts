import { assert } from "../assert.ts";
import type { Filter } from "./filter.ts";
import { isOperatorObject } from "./filter-problems.ts";
import { type CompilePattern, isOperatorName, type JudgeValues, operators } from "./operators.ts";
import { reachedValues } from "./reached-values.ts";

/** A filter made ready for many events. */
export interface CompiledFilter {
  /**
   * Null if the data passes. Else the path of the first condition, in the order of the filter, that failed; where it
   * was a combination of several, `$or` or `$not`.
   */
  failedAt(data: unknown): string | null;
}

type Condition = CompiledFilter["failedAt"];

/** Compiles a filter that `inspectFilter` found nothing wrong with. */
export function compileFilter(filter: Filter, compilePattern: CompilePattern): CompiledFilter {
  return { failedAt: allOf(filter, compilePattern) };
}

function allOf(filter: Filter, compilePattern: CompilePattern): Condition {
  return firstFailure(
    Object.entries(filter).map(([name, value]) => conditionOf(name, value, compilePattern)),
  );
}

function firstFailure(conditions: readonly Condition[]): Condition {
  return (data) => {
    for (const condition of conditions) {
      const failed = condition(data);
      if (failed !== null) return failed;
    }
    return null;
  };
}

function conditionOf(name: string, value: unknown, compilePattern: CompilePattern): Condition {
  switch (name) {
    case "$and":
      return firstFailure((value as Filter[]).map((one) => allOf(one, compilePattern)));
    case "$or": {
      const choices = (value as Filter[]).map((one) => allOf(one, compilePattern));
      return (data) => (choices.some((choice) => choice(data) === null) ? null : name);
    }
    case "$not": {
      const negated = allOf(value as Filter, compilePattern);
      return (data) => (negated(data) === null ? name : null);
    }
    default:
      return fieldCondition(name, value, compilePattern);
  }
}

function fieldCondition(path: string, condition: unknown, compilePattern: CompilePattern): Condition {
  const parts = path.split(".");
  const judge = isOperatorObject(condition)
    ? allJudgements(condition, compilePattern)
    : operators.$eq.judge(condition);
  return (data) => (judge(reachedValues(data, parts)) ? null : path);
}

function allJudgements(condition: Record<string, unknown>, compilePattern: CompilePattern): JudgeValues {
  const judgements = Object.entries(condition).map(([name, operand]): JudgeValues => {
    if (name === "$not") {
      const negated = allJudgements(operand as Record<string, unknown>, compilePattern);
      return (reached) => !negated(reached);
    }
    assert(isOperatorName(name), "a stored filter has known operators only");
    return operators[name].judge(operand, compilePattern);
  });
  return (reached) => judgements.every((judgement) => judgement(reached));
}
