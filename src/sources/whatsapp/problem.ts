import { numberIn, textIn } from "./fields.ts";
import type { Problem } from "./notice-shape.ts";
import type { WrittenJson } from "./written-json.ts";

/** More of them say nothing more. */
const problemsMax = 20;

/** One of Meta's errors. */
export function problemOf(json: WrittenJson): Problem {
  return {
    code: numberIn(json, "code"),
    title: textIn(json, "title"),
    message: textIn(json, "message"),
    details: textIn(json.member("error_data"), "details"),
    href: textIn(json, "href"),
  };
}

/** Those of an item; null where it has no list of them. */
export function problemsIn(item: WrittenJson): Problem[] | null {
  const list = item.member("errors");
  if (!Array.isArray(list?.value)) return null;
  return list.items().slice(0, problemsMax).map(problemOf);
}
