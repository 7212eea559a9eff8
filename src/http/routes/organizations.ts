import { z } from "zod";
import { organization } from "../../domain/organization.ts";
import { organizationInput, organizationPatch } from "../../domain/organization-input.ts";
import { pageOf } from "../../domain/page.ts";
import { createOrganization } from "../../operations/create-organization.ts";
import { deleteOrganization } from "../../operations/delete-organization.ts";
import { requireOwnOrganization } from "../../operations/require-organization.ts";
import { updateOrganization } from "../../operations/update-organization.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { pageRequestOf, plainListQuery } from "./parameters.ts";

const params = { id: { description: "The organization's id or uid", example: "acme" } };

const deletionQuery = z.strictObject({
  confirm: z
    .string()
    .optional()
    .meta({ description: "The organization's uid or id once more; required", example: "acme" }),
});

export const organizationRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/organizations",
    operationId: "listOrganizations",
    tag: "Organizations",
    summary: "List the instance's organizations",
    permission: "operate",
    query: plainListQuery,
    responses: {
      200: { description: "A page of organizations, newest first", schema: pageOf(organization) },
    },
    handle: async ({ query }, { operations }) =>
      reply(200, await operations.store.listOrganizations(pageRequestOf(query))),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/organizations",
    operationId: "createOrganization",
    tag: "Organizations",
    summary: "Create an organization",
    description:
      "A tenant with endpoints, events and keys of its own. Make its first key with the header X-Organization.",
    permission: "operate",
    body: organizationInput,
    responses: { 201: { description: "The organization", schema: organization } },
    problems: ["conflict"],
    handle: async ({ caller, body }, { operations }) =>
      reply(201, await createOrganization(operations, caller, body)),
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/organizations/:id",
    operationId: "getOrganization",
    tag: "Organizations",
    summary: "Show an organization and its settings",
    description: "A tenant's key sees its own.",
    permission: "view",
    params,
    responses: { 200: { description: "The organization", schema: organization } },
    handle: async ({ caller, params: { id } }, { operations }) =>
      reply(200, await requireOwnOrganization(operations.store, caller, id)),
  }),
  defineRoute({
    method: "PATCH",
    path: "/api/v1/organizations/:id",
    operationId: "updateOrganization",
    tag: "Organizations",
    summary: "Change an organization's name and settings",
    description:
      "A JSON merge patch: absent fields stay, null is the default. apiVersion and liveMode hold for deliveries that are made from then on, endpointDefaults for endpoints. An owner changes its own; the uid, a limit of 0, and limits above the instance's are the operator's.",
    permission: "own",
    params,
    body: organizationPatch,
    responses: { 200: { description: "The organization as it is now", schema: organization } },
    problems: ["conflict"],
    handle: async ({ caller, params: { id }, body }, { operations }) =>
      reply(200, await updateOrganization(operations, caller, id, body)),
  }),
  defineRoute({
    method: "DELETE",
    path: "/api/v1/organizations/:id",
    operationId: "deleteOrganization",
    tag: "Organizations",
    summary: "Delete an organization with everything in it",
    description:
      "Effective at once: its keys end, nothing more is sent, its ids are not found. The organization `default` cannot be deleted.",
    permission: "operate",
    params,
    query: deletionQuery,
    responses: { 204: { description: "The organization is gone" } },
    async handle({ params: { id }, query }, { operations }) {
      await deleteOrganization(operations, id, query.confirm ?? null);
      return reply(204, null);
    },
  }),
];
