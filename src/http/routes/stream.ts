import { liveChanges } from "../../domain/live-changes.ts";
import { defineRoute, type Route, reply } from "../route.ts";

export const streamRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/stream",
    operationId: "getStream",
    tag: "Deliveries",
    summary: "Watch deliveries and endpoints live",
    description:
      "Server-sent events: at most once a second a `changes` with the deliveries whose attempts ended, at most 100 of them, and the endpoints that are not as they were. `deliveriesLeftOut` says how many more deliveries there were. It begins with what happens next, and repeats nothing: read the lists first, and again after it was interrupted. 50 may be open in an organization, and 500 in all; one ends when its key does.",
    permission: "any",
    responses: {
      200: {
        description: `Messages whose \`data\` is JSON like the example's, until the reader goes`,
        text: {
          contentTypes: ["text/event-stream"],
          example: `event: changes\ndata: ${JSON.stringify(liveChanges.meta()?.example)}\n\n`,
        },
      },
    },
    problems: ["limit_reached"],
    handle: async ({ caller, request }, { openStream }) =>
      reply(
        200,
        { contentType: "text/event-stream", text: openStream(caller.organizationId, request) },
        // A proxy that gathers what comes (nginx) would keep it back.
        { "x-accel-buffering": "no" },
      ),
  }),
];
