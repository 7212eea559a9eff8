import { z } from "zod";

/**
 * A record whose member called `__proto__` is an error: zod passes it over without a word, and what a caller sends must
 * be kept or refused.
 */
export function refusingProto<S extends z.ZodRecord>(record: S) {
  return z.preprocess((value, context) => {
    if (typeof value === "object" && value !== null && Object.hasOwn(value, "__proto__")) {
      context.issues.push({
        code: "custom",
        path: ["__proto__"],
        message: "is a name that cannot be used",
        input: value,
      });
    }
    return value;
  }, record);
}
