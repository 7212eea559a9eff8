import { z } from "zod";
import { attempt } from "../../domain/attempt.ts";
import { delivery, deliveryStatus, deliveryWithRequest, sentRequest } from "../../domain/delivery.ts";
import { pageOf, pageQuery } from "../../domain/page.ts";
import { cancelDelivery } from "../../operations/cancel-delivery.ts";
import { resendDelivery } from "../../operations/resend-delivery.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { changeBy } from "../route-change.ts";
import { exampleOf } from "../schema-example.ts";
import {
  deliveryParams,
  emptyBody,
  eventTypeFilter,
  idFilter,
  pageRequestOf,
  plainListQuery,
  resentExample,
  windowOf,
  windowQuery,
} from "./parameters.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  endpointId: idFilter("Only to this endpoint (id or uid)"),
  eventId: idFilter("Only of this event"),
  eventType: eventTypeFilter,
  status: deliveryStatus.optional().meta({ description: "Only in this state" }),
  ...windowQuery,
});

const canceledExample = {
  ...exampleOf(delivery),
  status: "canceled",
  reason: "manual",
  nextAttemptAt: null,
  completedAt: "2026-05-13T12:46:28.000Z",
};

export const deliveryRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/deliveries",
    operationId: "listDeliveries",
    tag: "Deliveries",
    summary: "List deliveries",
    permission: "view",
    query: listQuery,
    responses: { 200: { description: "A page of deliveries, newest first", schema: pageOf(delivery) } },
    async handle({ caller, query }, { operations: { store } }) {
      const { endpointId, eventId, eventType, status } = query;
      const filter = { endpointId, eventId, eventType, status, ...windowOf(query) };
      return reply(200, await store.listDeliveries(caller.organizationId, filter, pageRequestOf(query)));
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/deliveries/:id",
    operationId: "getDelivery",
    tag: "Deliveries",
    summary: "Show a delivery, with the request as sent",
    description: "Before the first attempt the request is shown without timestamp and signature.",
    permission: "view",
    params: deliveryParams,
    responses: {
      200: {
        description: "The delivery",
        schema: deliveryWithRequest,
        example: { ...exampleOf(delivery), request: exampleOf(sentRequest) },
      },
    },
    handle: async ({ caller, params: { id } }, { operations: { store } }) =>
      reply(200, await store.getDelivery(caller.organizationId, id)),
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/deliveries/:id/attempts",
    operationId: "listAttemptsOfDelivery",
    tag: "Deliveries",
    summary: "List a delivery's attempts",
    permission: "view",
    params: deliveryParams,
    query: plainListQuery,
    responses: { 200: { description: "A page of attempts, oldest first", schema: pageOf(attempt) } },
    handle: async ({ caller, params: { id }, query }, { operations: { store } }) =>
      reply(200, await store.listAttemptsOfDelivery(caller.organizationId, id, pageRequestOf(query))),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/deliveries/:id/resend",
    operationId: "resendDelivery",
    tag: "Deliveries",
    summary: "Send a delivery's event again",
    description:
      "Makes a new delivery with the full schedule. Of one that is still pending only the next attempt becomes due now: 200, no new delivery. A test and an erased event cannot be sent again.",
    permission: "administer",
    params: deliveryParams,
    body: emptyBody,
    responses: {
      200: { description: "The pending delivery, due now", schema: delivery },
      202: { description: "The new delivery", schema: delivery, example: resentExample },
    },
    change: changeBy("resendDelivery", {
      action: "delivery.resend",
      remembered: ({ delivery: body, isNew }) => reply(isNew ? 202 : 200, body),
    }),
    problems: ["endpoint_disabled"],
    async handle({ caller, params: { id } }, { operations }) {
      const { delivery: body, isNew } = await resendDelivery(operations, caller.organizationId, id);
      return reply(isNew ? 202 : 200, body);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/deliveries/:id/cancel",
    operationId: "cancelDelivery",
    tag: "Deliveries",
    summary: "Cancel a pending delivery",
    permission: "administer",
    params: deliveryParams,
    body: emptyBody,
    responses: { 200: { description: "The canceled delivery", schema: delivery, example: canceledExample } },
    change: changeBy("cancelDelivery", {
      action: "delivery.cancel",
      remembered: ({ delivery: body }) => reply(200, body),
    }),
    problems: ["delivery_not_pending"],
    handle: async ({ caller, params: { id } }, { operations }) =>
      reply(200, await cancelDelivery(operations, caller.organizationId, id)),
  }),
];
