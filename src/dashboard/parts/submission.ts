import { useState } from "react";
import { formErrorsOf } from "./field-errors.ts";

/** What of a form is needed: that of `useForm` has it. */
interface Form {
  setErrors(errors: Record<string, string>): void;
  getInputNode(field: string): HTMLElement | null;
}

/** A form on its way to the API. */
export interface Submission {
  isUnderWay: boolean;
  /** What went wrong and belongs to no field; null for nothing. */
  problem: string | null;
  submit(send: () => Promise<unknown>): Promise<void>;
}

/**
 * Sends a form: what the API says of a field stands beside it, and everything else above the buttons.
 * @param fields the form's names of its fields, by the paths that the API knows them by
 */
export function useSubmission(form: Form, fields: Readonly<Record<string, string>>): Submission {
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  function show(error: unknown): void {
    const errors = formErrorsOf(error, Object.keys(fields));
    const beside = Object.entries(errors.fields).map(([path, message]) => [
      fields[path] ?? path,
      message ?? "",
    ]);
    form.setErrors(Object.fromEntries(beside));
    setProblem(errors.form);
    const [first] = beside;
    if (first?.[0] !== undefined) form.getInputNode(first[0])?.focus();
  }

  return {
    isUnderWay,
    problem,
    async submit(send) {
      setIsUnderWay(true);
      setProblem(null);
      try {
        await send();
      } catch (error) {
        show(error);
      } finally {
        setIsUnderWay(false);
      }
    },
  };
}
