import { z } from "zod";
import { assert } from "../../domain/assert.ts";
import { event, eventSummary, publishedEvent, publishInput } from "../../domain/event.ts";
import { memberText } from "../../domain/json-text.ts";
import { pageOf, pageQuery } from "../../domain/page.ts";
import { publishEvent } from "../../operations/publish-event.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { exampleOf } from "../schema-example.ts";
import { eventParams, eventTypeFilter, pageRequestOf, windowOf, windowQuery } from "./parameters.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  type: eventTypeFilter,
  tag: z
    .string()
    .max(64, "must be at most 64 characters")
    .optional()
    .meta({ description: "Only with this tag" }),
  ...windowQuery,
});

export const eventRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/api/v1/events",
    operationId: "publishEvent",
    tag: "Events",
    summary: "Publish an event",
    description:
      "The reply says that the event is on disk. A repeated id stores and sends nothing: it gets 200 and the first event, with duplicate true.",
    permission: "publish",
    body: publishInput,
    responses: {
      200: {
        description: "The id is known: the first event with it",
        schema: publishedEvent,
        example: { ...exampleOf(publishedEvent), duplicate: true },
      },
      202: { description: "The event is stored and on its way", schema: publishedEvent },
    },
    async handle({ caller, body, bodyText }, { operations }) {
      const data = memberText(bodyText, "data");
      assert(data !== null, "a body that passed its schema has data");
      const published = await publishEvent(operations, caller.organizationId, body, data);
      return reply(published.duplicate ? 200 : 202, published);
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/events",
    operationId: "listEvents",
    tag: "Events",
    summary: "List events",
    permission: "viewOrPublish",
    query: listQuery,
    responses: { 200: { description: "A page of events, newest first", schema: pageOf(eventSummary) } },
    async handle({ caller, query }, { operations: { store } }) {
      const filter = { type: query.type, tag: query.tag, ...windowOf(query) };
      return reply(200, await store.listEvents(caller.organizationId, filter, pageRequestOf(query)));
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/events/:id",
    operationId: "getEvent",
    tag: "Events",
    summary: "Show an event, with its data and what became of it",
    permission: "viewOrPublish",
    params: eventParams,
    responses: { 200: { description: "The event", schema: event } },
    handle: async ({ caller, params: { id } }, { operations: { store } }) =>
      reply(200, await store.getEvent(caller.organizationId, id)),
  }),
];
