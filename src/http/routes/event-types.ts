import { eventType, eventTypeInput } from "../../domain/catalogue.ts";
import { memberText } from "../../domain/json-text.ts";
import { pageOf } from "../../domain/page.ts";
import { deleteEventType } from "../../operations/delete-event-type.ts";
import { putEventType } from "../../operations/put-event-type.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { pageRequestOf, plainListQuery } from "./parameters.ts";

const params = { name: { description: "The event type's name", example: "message.delivered" } };

export const eventTypeRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/event-types",
    operationId: "listEventTypes",
    tag: "Event types",
    summary: "List the catalogue of event types",
    description: "With those that the instance shares, unless the organization has its own of the same name.",
    permission: "viewOrPublish",
    query: plainListQuery,
    responses: { 200: { description: "A page of event types, newest first", schema: pageOf(eventType) } },
    handle: async ({ caller, query }, { operations: { store } }) =>
      reply(200, await store.listEventTypes(caller.organizationId, pageRequestOf(query))),
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/event-types/:name",
    operationId: "getEventType",
    tag: "Event types",
    summary: "Show an event type",
    permission: "viewOrPublish",
    params,
    responses: { 200: { description: "The event type", schema: eventType } },
    handle: async ({ caller, params: { name } }, { operations: { store } }) =>
      reply(200, await store.getEventType(caller.organizationId, name)),
  }),
  defineRoute({
    method: "PUT",
    path: "/api/v1/event-types/:name",
    operationId: "putEventType",
    tag: "Event types",
    summary: "Describe an event type",
    description:
      "Makes the entry or replaces it whole. Patterns are regular expressions as RE2 takes them; a schema has no remote or recursive $ref. With shared true an operator describes it for all organizations; an organization's own entry of the name stands before that.",
    permission: "administer",
    params,
    body: eventTypeInput,
    responses: { 200: { description: "The event type as it is now", schema: eventType } },
    async handle({ caller, params: { name }, body, bodyText }, { operations }) {
      const textOf = (member: "schema" | "example") =>
        body[member] === null ? null : memberText(bodyText, member);
      const texts = { schema: textOf("schema"), example: textOf("example") };
      return reply(200, await putEventType(operations, caller, name, body, texts));
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/api/v1/event-types/:name",
    operationId: "deleteEventType",
    tag: "Event types",
    summary: "Take an event type out of the catalogue",
    description: "Its events stay. A shared one is deleted by an operator.",
    permission: "administer",
    params,
    responses: { 204: { description: "The event type is no longer in the catalogue" } },
    async handle({ caller, params: { name } }, { operations }) {
      await deleteEventType(operations, caller, name);
      return reply(204, null);
    },
  }),
];
