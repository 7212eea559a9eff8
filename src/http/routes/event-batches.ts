import { z } from "zod";
import { validationFailed } from "../../domain/app-error.ts";
import { assert } from "../../domain/assert.ts";
import { type PublishedEvent, publishInput } from "../../domain/event.ts";
import { batchedEvent, batchInput } from "../../domain/event-batch.ts";
import { memberTexts } from "../../domain/json-text.ts";
import { type BatchItem, publishBatch } from "../../operations/publish-batch.ts";
import type { BatchResult } from "../../store/event-verbs.ts";
import { checkAgainst } from "../field-errors.ts";
import { problem, problemOf } from "../problem.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { changeBy } from "../route-change.ts";
import { exampleOf } from "../schema-example.ts";

const refusedItem = z.object({ error: problem }).meta({
  id: "RefusedEvent",
  example: {
    error: problemOf("validation_failed", "data: is required", {
      requestId: "req_01kq8v4z6t8m5n2p7r9s3w1x0y",
      errors: [{ path: "data", message: "is required" }],
    }),
  },
});

const publishedBatch = z
  .object({
    data: z
      .array(z.union([batchedEvent, refusedItem]))
      .meta({ description: "What became of each event, in the order of the request" }),
    accepted: z.int().meta({ description: "Events that are stored, repeated ones included" }),
    rejected: z.int(),
  })
  .meta({
    id: "PublishedBatch",
    example: { data: [exampleOf(batchedEvent), exampleOf(refusedItem)], accepted: 1, rejected: 1 },
  });

export const eventBatchRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/api/v1/events/batch",
    operationId: "publishBatch",
    tag: "Events",
    summary: "Publish many events at once",
    description:
      "Up to 1,000 events in one transaction, each judged on its own: what is wrong with one stands in its place. With throttlePerHour the i-th new event (from 0) is due i × 3600/throttlePerHour seconds from now, unless its own deliverAt is later.",
    permission: "publish",
    body: batchInput,
    responses: { 202: { description: "The events are stored and on their way", schema: publishedBatch } },
    change: changeBy("acceptEvents", {
      action: null,
      remembered: ({ results }, { requestId }) => reply(202, batchOf(results, requestId)),
    }),
    async handle({ caller, body, bodyText, exchange: { requestId } }, { operations }) {
      const texts = memberTexts(bodyText, "events", "data");
      const items = body.events.map((item, at) => itemOf(item, texts[at] ?? null));
      const results = await publishBatch(
        operations,
        caller.organizationId,
        items,
        body.throttlePerHour ?? null,
      );
      return reply(202, batchOf(results, requestId));
    },
  }),
];

function batchOf(results: readonly BatchResult[], requestId: string): z.input<typeof publishedBatch> {
  const data = results.map((result) => {
    if ("published" in result) return shownOf(result.published);
    const { code, message, errors } = result.refusal;
    return { error: problemOf(code, message, { requestId, errors }) };
  });
  const rejected = results.filter((result) => "refusal" in result).length;
  return { data, accepted: results.length - rejected, rejected };
}

function shownOf({ id, duplicate, deliveries, canceled }: PublishedEvent): z.input<typeof batchedEvent> {
  return { id, duplicate, deliveries, canceled };
}

function itemOf(item: unknown, data: string | null): BatchItem {
  const checked = checkAgainst(publishInput, item, "field");
  if (!checked.ok) return { refusal: validationFailed(checked.errors) };
  assert(data !== null, "an event that passed its schema has data");
  return { input: checked.value, data };
}
