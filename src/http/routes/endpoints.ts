import { z } from "zod";
import {
  createdEndpoint,
  endpoint,
  endpointInput,
  endpointPatch,
  endpointStatus,
  healthState,
} from "../../domain/endpoint.ts";
import { pageOf, pageQuery } from "../../domain/page.ts";
import { createEndpoint } from "../../operations/create-endpoint.ts";
import { deleteEndpoint } from "../../operations/delete-endpoint.ts";
import { updateEndpoint } from "../../operations/update-endpoint.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { changeBy } from "../route-change.ts";
import { endpointParams, eventTypeFilter, pageRequestOf } from "./parameters.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  status: endpointStatus.optional().meta({ description: "Only in this state" }),
  health: healthState.optional().meta({ description: "Only those whose `health.state` is this one" }),
  eventType: eventTypeFilter.meta({ description: "Only those whose subscription takes this type" }),
  search: z
    .string()
    .max(200, "must be at most 200 characters")
    .optional()
    .meta({ description: "Part of the URL, the description or the uid, whatever the case" }),
});

export const endpointRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/endpoints",
    operationId: "listEndpoints",
    tag: "Endpoints",
    summary: "List endpoints",
    permission: "view",
    query: listQuery,
    responses: { 200: { description: "A page of endpoints, newest first", schema: pageOf(endpoint) } },
    async handle({ caller, query }, { operations: { store, clock } }) {
      const { limit, cursor, ...filter } = query;
      const page = pageRequestOf({ limit, cursor });
      return reply(200, await store.listEndpoints(caller.organizationId, filter, page, clock.now()));
    },
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints",
    operationId: "createEndpoint",
    tag: "Endpoints",
    summary: "Create an endpoint",
    description: "The reply alone also carries the signing secret; later it is read at …/secret.",
    permission: "administer",
    body: endpointInput,
    responses: { 201: { description: "The endpoint and its secret", schema: createdEndpoint } },
    change: changeBy("createEndpoint", {
      action: "endpoint.create",
      remembered: ({ endpoint: body, publicKey }) =>
        reply(201, { ...body, secret: null, ...(publicKey === null ? {} : { publicKey }) }),
    }),
    problems: ["conflict", "limit_reached"],
    handle: async ({ caller, body }, { operations }) =>
      reply(201, await createEndpoint(operations, caller.organizationId, body)),
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/endpoints/:id",
    operationId: "getEndpoint",
    tag: "Endpoints",
    summary: "Show an endpoint",
    permission: "view",
    params: endpointParams,
    responses: { 200: { description: "The endpoint", schema: endpoint } },
    handle: async ({ caller, params: { id } }, { operations: { store, clock } }) =>
      reply(200, await store.getEndpoint(caller.organizationId, id, clock.now())),
  }),
  defineRoute({
    method: "PATCH",
    path: "/api/v1/endpoints/:id",
    operationId: "updateEndpoint",
    tag: "Endpoints",
    summary: "Change an endpoint",
    description:
      "A JSON merge patch: absent fields stay, null sets the default or clears. Headers and metadata merge by name, null removes one; retry, signing, filter and eventTypes are replaced whole. Another signing.scheme makes a new secret, read at …/secret, and ends the old ones at once. A URL on another origin needs every sensitive header's value anew.",
    permission: "administer",
    params: endpointParams,
    body: endpointPatch,
    responses: { 200: { description: "The endpoint as it is now", schema: endpoint } },
    change: changeBy("updateEndpoint", { action: "endpoint.update" }),
    problems: ["conflict"],
    handle: async ({ caller, params: { id }, body }, { operations }) =>
      reply(200, await updateEndpoint(operations, caller.organizationId, id, body)),
  }),
  defineRoute({
    method: "DELETE",
    path: "/api/v1/endpoints/:id",
    operationId: "deleteEndpoint",
    tag: "Endpoints",
    summary: "Delete an endpoint",
    description: "Nothing more is sent to it. Its deliveries and attempts go too, its events stay.",
    permission: "administer",
    params: endpointParams,
    responses: { 204: { description: "The endpoint is gone" } },
    change: changeBy("deleteEndpoint", { action: "endpoint.delete" }),
    async handle({ caller, params: { id } }, { operations }) {
      await deleteEndpoint(operations, caller.organizationId, id);
      return reply(204, null);
    },
  }),
];
