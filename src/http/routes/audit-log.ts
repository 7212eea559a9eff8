import { z } from "zod";
import { auditAction, auditEntry } from "../../domain/audit-entry.ts";
import { pageOf, pageQuery } from "../../domain/page.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { idFilter, pageRequestOf, windowOf, windowQuery } from "./parameters.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  action: auditAction.optional().meta({ description: "Only this kind of change" }),
  objectId: idFilter("Only changes of this object (its id)"),
  keyId: idFilter("Only changes by this API key"),
  ...windowQuery,
});

export const auditLogRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/audit-log",
    operationId: "listAuditLog",
    tag: "Audit log",
    summary: "List who changed what",
    description:
      "Every change that was made through the API, but for publishing, written in the transaction of the change. Secrets and sensitive values are not in it.",
    permission: "own",
    query: listQuery,
    responses: { 200: { description: "A page of entries, newest first", schema: pageOf(auditEntry) } },
    async handle({ caller, query }, { operations: { store } }) {
      const { limit, cursor, since, until, ...filter } = query;
      const window = windowOf({ since, until });
      const page = pageRequestOf({ limit, cursor });
      return reply(200, await store.listAuditLog(caller.organizationId, { ...filter, ...window }, page));
    },
  }),
];
