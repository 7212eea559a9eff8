import { z } from "zod";
import { role } from "../../domain/role.ts";
import { requireOrganization } from "../../operations/require-organization.ts";
import { defineRoute, type Route, reply } from "../route.ts";

const me = z
  .object({
    id: z.string().meta({ description: "The key's id" }),
    name: z.string(),
    role,
    organization: z
      .object({ id: z.string(), uid: z.string().nullable(), name: z.string() })
      .meta({ description: "The key's organization; an operator's is the one it chose" }),
  })
  .meta({
    id: "Me",
    example: {
      id: "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
      name: "orders service",
      role: "publisher",
      organization: { id: "org_01kq8v4z6t8m5n2p7r9s3w1x0y", uid: "default", name: "Default" },
    },
  });

export const meRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/me",
    operationId: "getMe",
    tag: "Account",
    summary: "Show whose key this is",
    permission: "any",
    responses: { 200: { description: "The key and its organization", schema: me } },
    async handle({ caller }, { operations }) {
      const { id, uid, name } = await requireOrganization(operations.store, caller.organizationId);
      const { key } = caller;
      return reply(200, { id: key.id, name: key.name, role: key.role, organization: { id, uid, name } });
    },
  }),
];
