import { z } from "zod";
import { attempt, attemptWithRequest, statusClass } from "../../domain/attempt.ts";
import { sentRequest, trigger } from "../../domain/delivery.ts";
import { outcome } from "../../domain/outcome.ts";
import { pageOf, pageQuery } from "../../domain/page.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { exampleOf } from "../schema-example.ts";
import { eventTypeFilter, idFilter, pageRequestOf, windowOf, windowQuery } from "./parameters.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  endpointId: idFilter("Only to this endpoint (id or uid)"),
  eventId: idFilter("Only of this event"),
  eventType: eventTypeFilter,
  outcome: outcome.optional().meta({ description: "Only with this outcome" }),
  statusClass: statusClass.optional().meta({ description: "Only answered like this; none: not at all" }),
  trigger: trigger.optional().meta({ description: "Only of deliveries made by this" }),
  ...windowQuery,
});

export const attemptRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/attempts",
    operationId: "listAttempts",
    tag: "Attempts",
    summary: "Search the message history",
    permission: "view",
    query: listQuery,
    responses: { 200: { description: "A page of attempts, newest first", schema: pageOf(attempt) } },
    async handle({ caller, query }, { operations: { store } }) {
      const { limit, cursor, since, until, ...filter } = query;
      const window = windowOf({ since, until });
      const page = pageRequestOf({ limit, cursor });
      return reply(200, await store.listAttempts(caller.organizationId, { ...filter, ...window }, page));
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/attempts/:id",
    operationId: "getAttempt",
    tag: "Attempts",
    summary: "Show an attempt, with the request as sent",
    permission: "view",
    params: { id: { description: "The attempt's id", example: "att_01kq8v4z6t8m5n2p7r9s3w1x0y" } },
    responses: {
      200: {
        description: "The attempt",
        schema: attemptWithRequest,
        example: { ...exampleOf(attempt), request: exampleOf(sentRequest) },
      },
    },
    handle: async ({ caller, params: { id } }, { operations: { store } }) =>
      reply(200, await store.getAttempt(caller.organizationId, id)),
  }),
];
