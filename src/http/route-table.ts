import type { Route } from "./route.ts";
import { alertRoutes } from "./routes/alerts.ts";
import { apiKeyRoutes } from "./routes/api-keys.ts";
import { attemptRoutes } from "./routes/attempts.ts";
import { auditLogRoutes } from "./routes/audit-log.ts";
import { deliveryRoutes } from "./routes/deliveries.ts";
import { endpointVerbRoutes } from "./routes/endpoint-verbs.ts";
import { endpointRoutes } from "./routes/endpoints.ts";
import { eventBatchRoutes } from "./routes/event-batches.ts";
import { eventChangeRoutes } from "./routes/event-changes.ts";
import { eventTypeRoutes } from "./routes/event-types.ts";
import { eventRoutes } from "./routes/events.ts";
import { filterTestRoutes } from "./routes/filter-test.ts";
import { healthRoutes } from "./routes/health.ts";
import { instanceRoutes } from "./routes/instance.ts";
import { meRoutes } from "./routes/me.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { organizationRoutes } from "./routes/organizations.ts";
import { sessionRoutes } from "./routes/session.ts";
import { sourceRoutes } from "./routes/sources.ts";
import { statisticsRoutes } from "./routes/statistics.ts";
import { streamRoutes } from "./routes/stream.ts";
import { taskRoutes } from "./routes/tasks.ts";

/** The routes of each resource, in the order of the reference. A new resource is one file and one line here. */
export const routeGroups: readonly (readonly Route[])[] = [
  meRoutes,
  sessionRoutes,
  organizationRoutes,
  instanceRoutes,
  apiKeyRoutes,
  endpointRoutes,
  endpointVerbRoutes,
  filterTestRoutes,
  eventTypeRoutes,
  taskRoutes,
  eventRoutes,
  eventBatchRoutes,
  eventChangeRoutes,
  sourceRoutes,
  deliveryRoutes,
  attemptRoutes,
  streamRoutes,
  auditLogRoutes,
  alertRoutes,
  statisticsRoutes,
  healthRoutes,
  metricsRoutes,
];

/** Every route of the API. */
export const routes: readonly Route[] = routeGroups.flat();
