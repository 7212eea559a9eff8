import type { FormErrors } from "@mantine/form";
import { headerNameProblem } from "../../../domain/header-name.ts";
import type { ApiProblem } from "../../api/problem.ts";
import { asSentence } from "../../parts/field-errors.ts";
import { jsonObjectFault } from "../../parts/json-editor.tsx";
import { readWaits } from "../../parts/wait-words.ts";
import type { FormValues, NamedValue } from "./form-values.ts";

/**
 * What can be seen to be wrong before anything is sent; the rest the API says. By the field's path in the form.
 * @param urlBefore the endpoint's present URL; empty for a new one
 */
export function findProblems(values: FormValues, urlBefore: string): FormErrors {
  const errors: FormErrors = { ...headerProblems(values.headers) };
  const urlProblem = problemOfUrl(values.url.trim());
  if (urlProblem !== null) errors.url = urlProblem;
  else Object.assign(errors, secretsToEnterAnew(values, urlBefore));
  if (values.eventTypes.length === 0) errors.eventTypes = "Choose at least one event type, or all events.";
  if (values.timeoutSeconds === "") errors.timeoutSeconds = "Say how many seconds, from 1 to 30.";
  if (values.disables && values.autoDisableAfter === "") {
    errors.autoDisableAfter = "Say after how many, from 1 to 1,000.";
  }
  if (values.retry === "custom") {
    const read = readWaits(values.waits);
    if (!read.ok) errors.waits = read.problem;
  }
  if (values.signsBody && values.bodyHeader.trim() === "") {
    errors.bodyHeader = "Name the header that carries the signature.";
  }
  const fault = values.filter.trim() === "" ? null : jsonObjectFault(values.filter);
  if (fault !== null) errors.filter = fault;
  for (const [index, { name, value }] of values.metadata.entries()) {
    if (name.trim() === "" && value !== "") errors[`metadata.${index}.name`] = "Give it a name.";
  }
  return errors;
}

function problemOfUrl(url: string): string | null {
  if (url === "") return "Say where the events are to be sent.";
  const isWhole = /^https?:\/\/./i.test(url) && URL.canParse(url);
  return isWhole ? null : "Write the whole URL, such as https://hooks.example.com/in.";
}

/** Whoever does not know a stored credential must not get it sent elsewhere. */
function secretsToEnterAnew({ url, headers }: FormValues, urlBefore: string): FormErrors {
  if (!URL.canParse(urlBefore) || new URL(urlBefore).origin === new URL(url.trim()).origin) return {};
  const missing = [...headers.entries()].filter(([, { isStored, value }]) => isStored && value === "");
  return Object.fromEntries(
    missing.map(([index]) => [
      `headers.${index}.value`,
      "Enter it anew, or remove it: the URL moves to another host.",
    ]),
  );
}

function headerProblems(headers: readonly NamedValue[]): FormErrors {
  const errors: FormErrors = {};
  const seen = new Set<string>();
  for (const [index, { name, value }] of headers.entries()) {
    const trimmed = name.trim();
    if (trimmed === "" && value === "") continue;
    const problem = trimmed === "" ? "Give it a name." : headerNameProblem(trimmed);
    if (problem !== null) errors[`headers.${index}.name`] = asSentence(problem);
    else if (seen.has(trimmed.toLowerCase())) errors[`headers.${index}.name`] = "Is there twice.";
    seen.add(trimmed.toLowerCase());
  }
  return errors;
}

/** What the API says is wrong, at the fields that it is about. */
export interface PlacedProblem {
  errors: FormErrors;
  /** What no field is about, in sentences. */
  rest: string[];
}

export function placeProblem(problem: ApiProblem, values: FormValues): PlacedProblem {
  if (problem.code === "conflict") return { errors: { uid: problem.message }, rest: [] };
  const placed: PlacedProblem = { errors: {}, rest: [] };
  for (const { path, message } of problem.fields) {
    const field = fieldAt(path, values);
    if (field === null) placed.rest.push(`${path}: ${message}`);
    else placed.errors[field.name] ??= field.part ? `${field.part}: ${message}` : asSentence(message);
  }
  if (problem.fields.length === 0) placed.rest.push(problem.message);
  return placed;
}

/** The form's field for a path of the API, and the part of it that is meant where the field holds many. */
function fieldAt(path: string, values: FormValues): { name: string; part?: string } | null {
  const [first = "", ...others] = path.split(".");
  const rest = others.join(".");
  switch (first) {
    case "eventTypes":
      return { name: "eventTypes", part: values.eventTypes[Number(others[0])] };
    case "retry":
      return { name: "waits" };
    case "filter":
      return { name: "filter", part: rest };
    case "headers":
    case "metadata": {
      const index = values[first].findIndex(({ name }) => name.trim().toLowerCase() === rest.toLowerCase());
      return index < 0 ? null : { name: `${first}.${index}.value` };
    }
    case "signing":
      return signingFieldAt(rest);
    default:
      return first in values ? { name: first } : null;
  }
}

const signingFields: Readonly<Record<string, keyof FormValues>> = {
  scheme: "scheme",
  bodySignature: "bodyHeader",
  "bodySignature.header": "bodyHeader",
  "bodySignature.encoding": "bodyEncoding",
  "bodySignature.prefix": "bodyPrefix",
  "bodySignature.secret": "bodySecret",
};

function signingFieldAt(rest: string): { name: string } | null {
  const name = signingFields[rest];
  return name === undefined ? null : { name };
}
