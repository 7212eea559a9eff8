import { ApiProblem, sentenceOf } from "../api/problem.ts";

/** What a form shows of a problem: each sentence at its field, and what belongs to none above them. */
export interface FormErrors<Field extends string> {
  fields: Partial<Record<Field, string>>;
  /** Null where every sentence has its field. */
  form: string | null;
}

/**
 * The API names what is wrong by dotted paths (`data.orderId`, `tags.3`): a form has a field for the first word, and
 * says the rest of the path in front of the sentence.
 */
export function formErrorsOf<Field extends string>(
  error: unknown,
  fields: readonly Field[],
): FormErrors<Field> {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) {
    return { fields: {}, form: sentenceOf(error) };
  }
  const found: Partial<Record<Field, string>> = {};
  const elsewhere: string[] = [];
  for (const { path, message } of error.fields) {
    const field = fields.find((name) => path === name || path.startsWith(`${name}.`));
    if (field === undefined) elsewhere.push(path === "" ? asSentence(message) : `${path}: ${message}`);
    else {
      const sentence = path === field ? asSentence(message) : `${path.slice(field.length + 1)}: ${message}`;
      found[field] = found[field] === undefined ? sentence : `${found[field]}; ${sentence}`;
    }
  }
  return { fields: found, form: elsewhere.length === 0 ? null : elsewhere.join("; ") };
}

/** `must not be empty`, as it stands by itself. */
export function asSentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?!]$/.test(message) ? "" : "."}`;
}
