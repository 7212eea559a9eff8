import type { Attempt } from "../../api/shapes.ts";

/** No row shows more. */
const shownMax = 160;

/** What is told of an attempt in a list: the first line of the response, or why there was none. */
export function firstLineOf({ responseBody, error }: Pick<Attempt, "responseBody" | "error">): string {
  const line = (responseBody ?? "").split("\n").find((one) => one.trim() !== "");
  return (line ?? error ?? "").trim().slice(0, shownMax);
}
