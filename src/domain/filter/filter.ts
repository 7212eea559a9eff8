import { z } from "zod";
import { eventTypeName } from "../event-type.ts";
import { isJsonObject } from "../json-object.ts";
import { inspectFilter } from "./filter-problems.ts";

/** Which data an endpoint takes: conditions by dotted path, from `data` on. Stored as the caller wrote it. */
export type Filter = Record<string, unknown>;

const describedFilter = {
  type: "object",
  additionalProperties: true,
  description:
    'Conditions on `data` in the style of MongoDB; paths start at `data`: `{"customer.country": "DE", "amount": {"$gte": 100}}`',
} as const;

/** A filter as read. */
export const filter = z.custom<Filter>(isJsonObject, "must be a JSON object").meta(describedFilter);

/** A filter as written; its regular expressions are judged where their engine is at hand. */
export const filterInput = z
  .custom<Filter>(isJsonObject, "must be a JSON object")
  .superRefine((written, context) => {
    if (!isJsonObject(written)) return;
    for (const { path, message } of inspectFilter(written).problems) {
      context.addIssue({ code: "custom", path, message });
    }
  })
  .meta(describedFilter);

/** A filter and the event to try it on. */
export const filterTestInput = z
  .strictObject({
    filter: filterInput,
    event: z
      .strictObject({
        type: eventTypeName.optional().meta({ description: "A filter does not look at it" }),
        data: z.custom<Record<string, unknown>>(isJsonObject, "must be a JSON object").meta({
          type: "object",
          additionalProperties: true,
          description: "What the filter's paths start at",
        }),
      })
      .meta({ description: "An event to try it on" }),
  })
  .meta({
    id: "FilterTestInput",
    example: {
      filter: { "customer.country": "DE", amount: { $gte: 100 } },
      event: { type: "order.paid", data: { customer: { country: "DE" }, amount: 50 } },
    },
  });
export type FilterTestInput = z.infer<typeof filterTestInput>;

export const filterTest = z
  .object({
    matches: z.boolean(),
    failedAt: z.string().nullable().meta({
      description: "The path of the first condition that failed; `$or` or `$not` for a combination",
    }),
  })
  .meta({ id: "FilterTest", example: { matches: false, failedAt: "amount" } });
export type FilterTest = z.infer<typeof filterTest>;
