import { z } from "zod";
import { type ApiKey, apiKey, apiKeyInput, gracePeriodSeconds } from "../../domain/api-key.ts";
import { pageOf, pageQuery } from "../../domain/page.ts";
import { createApiKey } from "../../operations/create-api-key.ts";
import { ownerOfKeys, requireAuthorityOver } from "../../operations/key-authority.ts";
import { revokeApiKey } from "../../operations/revoke-api-key.ts";
import { rotateApiKey } from "../../operations/rotate-api-key.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { changeBy } from "../route-change.ts";
import { exampleOf } from "../schema-example.ts";
import { pageRequestOf } from "./parameters.ts";

const createdApiKey = apiKey
  .extend({
    key: z.string().nullable().meta({
      description: "The token, shown this once; null where the reply is given again (`Idempotency-Key`)",
    }),
  })
  .meta({
    id: "CreatedApiKey",
    example: { ...exampleOf(apiKey), key: "phk_Zk3vT8m5N2p7R9s3W1x0YqA4bC6dE8fG1hJ3kL5mN7pQ9r2tV4w" },
  });

const rotation = z
  .strictObject({ gracePeriodSeconds: gracePeriodSeconds.default(0) })
  .meta({ id: "ApiKeyRotation", example: { gracePeriodSeconds: 3600 } });

const params = { id: { description: "The key's id", example: "key_01kq8v4z6t8m5n2p7r9s3w1x0y" } };

const withoutToken = (created: ApiKey) => reply(201, { ...created, key: null });

const listQuery = z.strictObject({
  ...pageQuery,
  of: z
    .enum(["organization", "instance"])
    .default("organization")
    .meta({ description: "`instance`: the operators' keys, which belong to no organization; for operators" }),
});

export const apiKeyRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/api-keys",
    operationId: "listApiKeys",
    tag: "API keys",
    summary: "List the organization's API keys",
    permission: "administer",
    query: listQuery,
    responses: { 200: { description: "A page of keys, newest first", schema: pageOf(apiKey) } },
    async handle({ caller, query }, { operations: { store } }) {
      const role = query.of === "instance" ? "operator" : "viewer";
      requireAuthorityOver(caller, role);
      return reply(200, await store.listKeys(ownerOfKeys(caller, role), pageRequestOf(query)));
    },
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/api-keys",
    operationId: "createApiKey",
    tag: "API keys",
    summary: "Create an API key",
    description:
      "The token is in this reply alone; only its hash is stored. Owner keys need an owner, operator keys an operator. A key that expires makes none that outlives it.",
    permission: "administer",
    body: apiKeyInput,
    responses: { 201: { description: "The key and its token", schema: createdApiKey } },
    change: changeBy("createKey", { action: "api_key.create", remembered: withoutToken }),
    handle: async ({ caller, body }, { operations }) =>
      reply(201, await createApiKey(operations, caller, body)),
  }),
  defineRoute({
    method: "DELETE",
    path: "/api/v1/api-keys/:id",
    operationId: "revokeApiKey",
    tag: "API keys",
    summary: "Revoke an API key at once",
    permission: "administer",
    params,
    responses: { 204: { description: "The key no longer works" } },
    change: changeBy("revokeKey", { action: "api_key.revoke" }),
    async handle({ caller, params: { id } }, { operations }) {
      await revokeApiKey(operations, caller, id);
      return reply(204, null);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/api-keys/:id/rotate",
    operationId: "rotateApiKey",
    tag: "API keys",
    summary: "Replace an API key",
    description:
      "Makes a successor with the same name, role and expiry. The old key works for the grace period.",
    permission: "administer",
    params,
    body: rotation,
    responses: { 201: { description: "The new key and its token", schema: createdApiKey } },
    change: changeBy("rotateKey", { action: "api_key.rotate", remembered: withoutToken }),
    handle: async ({ caller, params: { id }, body }, { operations }) =>
      reply(201, await rotateApiKey(operations, caller, id, body)),
  }),
];
