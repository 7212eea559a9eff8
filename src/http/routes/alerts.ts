import { z } from "zod";
import { alert, alertState } from "../../domain/alert.ts";
import { pageOf, pageQuery } from "../../domain/page.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { idFilter, pageRequestOf } from "./parameters.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  endpointId: idFilter("Only of this endpoint (id or uid)"),
  state: alertState
    .optional()
    .meta({ description: "`ACTIVATED` for what is active, `DEACTIVATED` for what is past" }),
});

export const alertRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/alerts",
    operationId: "listAlerts",
    tag: "Alerts",
    summary: "List alerts, active and past",
    description:
      "An endpoint's error rate, latency and availability over the last 10 minutes are looked at every 30 seconds; each threshold that is crossed is one alert.",
    permission: "view",
    query: listQuery,
    responses: {
      200: { description: "A page of alerts, the latest activated first", schema: pageOf(alert) },
    },
    async handle({ caller, query }, { operations: { store } }) {
      const { endpointId, state } = query;
      return reply(
        200,
        await store.listAlerts(caller.organizationId, { endpointId, state }, pageRequestOf(query)),
      );
    },
  }),
];
