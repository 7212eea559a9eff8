import { z } from "zod";
import { delivery } from "../../domain/delivery.ts";
import { event, resendInput } from "../../domain/event.ts";
import { cancelEvent } from "../../operations/cancel-event.ts";
import { eraseEvent } from "../../operations/erase-event.ts";
import { resendEvent } from "../../operations/resend-event.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { exampleOf } from "../schema-example.ts";
import { emptyBody, eventParams, resentExample } from "./parameters.ts";

const resent = z
  .object({ data: z.array(delivery).meta({ description: "The new deliveries, one for each endpoint" }) })
  .meta({ id: "ResentEvent", example: { data: [resentExample] } });

const canceledExample = {
  ...exampleOf(event),
  deliveries: { pending: 0, succeeded: 1, failed: 0, canceled: 1 },
};

export const eventChangeRoutes: Route[] = [
  defineRoute({
    method: "DELETE",
    path: "/api/v1/events/:id",
    operationId: "eraseEvent",
    tag: "Events",
    summary: "Erase an event's data",
    description:
      "For personal data: the rows stay, but the event's data and the headers and bodies of its attempts become null, and what is pending is canceled. The id stays taken.",
    permission: "administer",
    params: eventParams,
    responses: { 204: { description: "The data is erased" } },
    async handle({ caller, params: { id } }, { operations }) {
      await eraseEvent(operations, caller.organizationId, id);
      return reply(204, null);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/events/:id/cancel",
    operationId: "cancelEvent",
    tag: "Events",
    summary: "Cancel what is pending of an event",
    description: "An attempt that is under way ends and is recorded. What has ended stays as it is.",
    permission: "administer",
    params: eventParams,
    body: emptyBody,
    responses: { 200: { description: "The event as it is now", schema: event, example: canceledExample } },
    handle: async ({ caller, params: { id } }, { operations }) =>
      reply(200, await cancelEvent(operations, caller.organizationId, id)),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/events/:id/resend",
    operationId: "resendEvent",
    tag: "Events",
    summary: "Send an event again",
    description:
      "Makes new deliveries with the full schedule, to the named endpoints or to all that are subscribed now. A named endpoint that is disabled is refused, and nothing is queued; a disabled one that only subscribed is passed over, unless all are. An erased event gets 422, more than 1,000 endpoints limit_reached.",
    permission: "administer",
    params: eventParams,
    body: resendInput,
    responses: { 202: { description: "The new deliveries", schema: resent } },
    problems: ["endpoint_disabled", "limit_reached"],
    async handle({ caller, params: { id }, body }, { operations }) {
      const data = await resendEvent(operations, caller.organizationId, id, body.endpointIds ?? null);
      return reply(202, { data });
    },
  }),
];
