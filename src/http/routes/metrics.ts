import { defineRoute, type Route, reply } from "../route.ts";

const example = `# HELP posthorn_events_accepted_total Events that were published and are on disk
# TYPE posthorn_events_accepted_total counter
posthorn_events_accepted_total 1027
`;

export const metricsRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/metrics",
    operationId: "getMetrics",
    tag: "Health",
    summary: "Read the metrics of the instance",
    description:
      "For Prometheus, or anything else that reads its text format; OpenMetrics 1.0 where `Accept` asks for it. Open to everybody where `POSTHORN_METRICS_PUBLIC` is `true`.",
    permission: "operate",
    isOpen: ({ metrics }) => metrics.isPublic,
    responses: {
      200: {
        description: "All metrics, each with its type and what it means",
        text: {
          contentTypes: ["text/plain; version=0.0.4", "application/openmetrics-text; version=1.0.0"],
          example,
        },
      },
    },
    handle: async ({ request }, { metrics }) =>
      reply(200, await metrics.print(request.headers.get("accept") ?? "")),
  }),
];
