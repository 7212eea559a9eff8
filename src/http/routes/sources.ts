import { z } from "zod";
import { validationFailed } from "../../domain/app-error.ts";
import { pageOf, pageQuery } from "../../domain/page.ts";
import { requestVerdict, type SourceKind, sourceRequest } from "../../domain/source.ts";
import { createSource } from "../../operations/create-source.ts";
import { deleteSource } from "../../operations/delete-source.ts";
import { listSourceRequests } from "../../operations/list-source-requests.ts";
import { updateSource } from "../../operations/update-source.ts";
import { sourceAdapters } from "../../sources/source-adapters.ts";
import { checkAgainst } from "../field-errors.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { changeBy } from "../route-change.ts";
import { pageRequestOf, plainListQuery } from "./parameters.ts";
import { shownSource, showSource, sourceInput, sourcePatch } from "./shown-source.ts";

const params = { id: { description: "The source's id", example: "src_01kq8v4z6t8m5n2p7r9s3w1x0y" } };

const requestsQuery = z.strictObject({
  ...pageQuery,
  verdict: requestVerdict.optional().meta({ description: "Only those that this became of" }),
});

export const sourceRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/sources",
    operationId: "listSources",
    tag: "Sources",
    summary: "List sources",
    permission: "view",
    query: plainListQuery,
    responses: { 200: { description: "A page of sources, newest first", schema: pageOf(shownSource) } },
    async handle({ caller, query }, { operations: { store }, publicUrl }) {
      const { data, nextCursor } = await store.listSources(caller.organizationId, pageRequestOf(query));
      const { role } = caller.key;
      return reply(200, { data: data.map((source) => showSource(source, { publicUrl, role })), nextCursor });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/sources",
    operationId: "createSource",
    tag: "Sources",
    summary: "Create a source",
    description:
      "Its URL takes what an upstream platform sends, and makes events of it with the tag `source:<name>`. The types that it brings along are added to the catalogue.",
    permission: "administer",
    body: sourceInput,
    responses: {
      201: { description: "The source, with the URL to give to the sender", schema: shownSource },
    },
    change: changeBy("createSource", {
      action: "source.create",
      remembered: (source, { publicUrl }) => reply(201, showSource(source, { publicUrl, role: null })),
    }),
    problems: ["conflict", "limit_reached"],
    async handle({ caller, body }, { operations, publicUrl }) {
      const source = await createSource(operations, caller.organizationId, body);
      return reply(201, showSource(source, { publicUrl, role: caller.key.role }));
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/sources/:id",
    operationId: "getSource",
    tag: "Sources",
    summary: "Show a source",
    permission: "view",
    params,
    responses: { 200: { description: "The source", schema: shownSource } },
    async handle({ caller, params: { id } }, { operations: { store }, publicUrl }) {
      const source = await store.getSource(caller.organizationId, id);
      return reply(200, showSource(source, { publicUrl, role: caller.key.role }));
    },
  }),
  defineRoute({
    method: "PATCH",
    path: "/api/v1/sources/:id",
    operationId: "updateSource",
    tag: "Sources",
    summary: "Change a source",
    description:
      "A JSON merge patch. Members of `config` that are absent stay, null sets the default; lists are replaced whole, and so is a member with another `kind`. A disabled source answers its sender with 404.",
    permission: "administer",
    params,
    body: sourcePatch,
    responses: { 200: { description: "The source as it is now", schema: shownSource } },
    change: changeBy("updateSource", { action: "source.update" }),
    problems: ["conflict"],
    async handle({ caller, params: { id }, body: patch }, { operations, publicUrl }) {
      const change = { patch, check: checkedConfig };
      const source = await updateSource(operations, caller.organizationId, id, change);
      return reply(200, showSource(source, { publicUrl, role: caller.key.role }));
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/api/v1/sources/:id",
    operationId: "deleteSource",
    tag: "Sources",
    summary: "Delete a source",
    description: "Its URL answers 404 at once. Its events stay; the log of its requests goes.",
    permission: "administer",
    params,
    responses: { 204: { description: "The source is gone" } },
    change: changeBy("deleteSource", { action: "source.delete" }),
    async handle({ caller, params: { id } }, { operations }) {
      await deleteSource(operations, caller.organizationId, id);
      return reply(204, null);
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/sources/:id/requests",
    operationId: "listSourceRequests",
    tag: "Sources",
    summary: "List what a source has received",
    description:
      "The last 1,000 requests that it took, and apart from them the last 1,000 that it refused; these are forgotten at a restart.",
    permission: "view",
    params,
    query: requestsQuery,
    responses: { 200: { description: "A page of requests, newest first", schema: pageOf(sourceRequest) } },
    async handle({ caller, params: { id }, query }, { operations }) {
      const wanted = { verdict: query.verdict, page: pageRequestOf(query) };
      return reply(200, await listSourceRequests(operations, caller.organizationId, id, wanted));
    },
  }),
];

/** The configuration through the schema of its kind; its errors by their place in the body. */
function checkedConfig(kind: SourceKind, config: unknown): unknown {
  const result = checkAgainst(z.object({ config: sourceAdapters[kind].config.input }), { config }, "field");
  if (!result.ok) throw validationFailed(result.errors);
  return result.value.config;
}
