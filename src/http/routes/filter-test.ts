import { filterTest, filterTestInput } from "../../domain/filter/filter.ts";
import { testFilter } from "../../operations/test-filter.ts";
import { defineRoute, type Route, reply } from "../route.ts";

export const filterTestRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/filter-test",
    operationId: "testFilter",
    tag: "Endpoints",
    summary: "Try a filter on an event",
    description: "Says whether an endpoint with the filter would get the event, and if not, where it failed.",
    permission: "view",
    body: filterTestInput,
    responses: { 200: { description: "Whether the event passes", schema: filterTest } },
    handle: ({ body }) => reply(200, testFilter(body)),
  }),
];
