import { isJsonObject } from "../json-object.ts";
import { isOperatorName, operators } from "./operators.ts";

/** What is wrong with a part of a filter. */
export interface FilterProblem {
  /** From the filter's root; a dotted path of the filter is one part. */
  path: string[];
  message: string;
}

export const filterBytesMax = 8192;
export const filterDepthMax = 16;
export const conditionsMax = 100;
export const patternsMax = 5;
const fieldPathLengthMax = 256;

/** A filter taken apart: what is wrong with it, and its regular expressions, which only their engine can judge. */
export interface FilterReport {
  problems: FilterProblem[];
  patterns: { path: string[]; source: string }[];
}

/** Walks over a filter as a caller wrote it. */
export function inspectFilter(filter: Record<string, unknown>): FilterReport {
  if (isDeeperThan(filter, filterDepthMax)) {
    return tooMuch(`must be nested at most ${filterDepthMax} levels deep`);
  }
  if (Buffer.byteLength(JSON.stringify(filter)) > filterBytesMax) {
    return tooMuch(`must be at most ${filterBytesMax} bytes`);
  }
  const inspection = new Inspection();
  inspection.filter(filter, []);
  const { problems, patterns, conditionCount } = inspection;
  if (conditionCount > conditionsMax) return tooMuch(`must have at most ${conditionsMax} conditions`);
  if (patterns.length > patternsMax) return tooMuch(`must have at most ${patternsMax} regular expressions`);
  return { problems, patterns };
}

/** Whether the value is operators (`{"$gt": 1}`); any other value is what the field must equal. */
export function isOperatorObject(value: unknown): value is Record<string, unknown> {
  return isJsonObject(value) && Object.keys(value).some((name) => name.startsWith("$"));
}

function tooMuch(message: string): FilterReport {
  return { problems: [{ path: [], message }], patterns: [] };
}

class Inspection {
  readonly problems: FilterProblem[] = [];
  readonly patterns: FilterReport["patterns"] = [];
  conditionCount = 0;

  filter(filter: unknown, path: string[]): void {
    if (!isJsonObject(filter)) {
      this.#refuse(path, "must be a filter: a JSON object");
      return;
    }
    for (const [name, value] of Object.entries(filter)) {
      const at = [...path, name];
      if (name === "$and" || name === "$or") this.#list(value, at);
      else if (name === "$not") this.filter(value, at);
      else if (name.startsWith("$")) this.#refuse(at, misplaced(name));
      else this.#field(name, value, at);
    }
  }

  #list(value: unknown, path: string[]): void {
    const filters = Array.isArray(value) ? value : [];
    if (filters.length === 0) this.#refuse(path, "must be a list of at least one filter");
    for (const [index, one] of filters.entries()) this.filter(one, [...path, String(index)]);
  }

  #field(name: string, condition: unknown, path: string[]): void {
    if (name === "" || name.split(".").includes("")) {
      this.#refuse(path, "must be a path such as customer.country, without empty parts");
    }
    if (name.length > fieldPathLengthMax) {
      this.#refuse(path, `must be a path of at most ${fieldPathLengthMax} characters`);
    }
    if (isOperatorObject(condition)) this.#operators(condition, path);
    else this.#equality(name, condition, path);
  }

  /** As a value to equal, operators further down would be legal, and never what was meant. */
  #equality(name: string, value: unknown, path: string[]): void {
    this.conditionCount++;
    if (!holdsOperators(value)) return;
    this.#refuse(path, `must not hold operators further down; write their path in full: "${name}.…"`);
  }

  #operators(condition: Record<string, unknown>, path: string[]): void {
    for (const [name, operand] of Object.entries(condition)) {
      const at = [...path, name];
      if (name === "$not") {
        if (isOperatorObject(operand)) this.#operators(operand, at);
        else this.#refuse(at, 'must hold operators, such as {"$gt": 5}; for another value use $ne');
      } else if (isOperatorName(name)) this.#operator(name, operand, at);
      else this.#refuse(at, unknownOperator(name));
    }
  }

  #operator(name: keyof typeof operators, operand: unknown, path: string[]): void {
    this.conditionCount++;
    const message = operators[name].problemWith(operand);
    if (message !== null) this.#refuse(path, message);
    else if (name === "$regex") this.patterns.push({ path, source: operand as string });
  }

  #refuse(path: string[], message: string): void {
    this.problems.push({ path, message });
  }
}

function misplaced(name: string): string {
  if (isOperatorName(name)) return `belongs to a field: {"customer.country": {"${name}": …}}`;
  return "is not an operator here; $and, $or and $not combine filters";
}

function unknownOperator(name: string): string {
  if (name === "$and" || name === "$or") return 'combines whole filters: {"$or": [{"a": 1}, {"b": 2}]}';
  if (name === "$options") return "is not an operator; write options into the pattern, as in (?i)paid";
  if (!name.startsWith("$")) return "stands beside operators; a field has operators or a value to equal";
  return `is not an operator; use one of ${[...Object.keys(operators), "$not"].join(", ")}`;
}

function holdsOperators(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isOperatorObject(value) || Object.values(value).some(holdsOperators);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeperThan(one, levels - 1));
}
