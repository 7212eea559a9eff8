import { problemKinds } from "../../domain/app-error.ts";
import { Counter, Histogram, secondsBounds } from "./instruments.ts";
import type { MetricFamily, Sample } from "./metric-family.ts";
import { counter } from "./metric-family.ts";

/** What is asked of one route with one method. */
interface RouteFigures {
  route: string;
  method: string;
  /** 1xx to 5xx. */
  byClass: number[];
  duration: Histogram;
}

/** Anybody can send any word as a method: these have a label, all others share one. */
const namedMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** There from the start, so that the first 503 is an increase. */
const expectedStatuses = [200, 201, 202, 204, ...Object.values(problemKinds).map(({ status }) => status)];

/** Requests to a path that is none of ours. */
const noRoute = "none";

/** Requests to the API, by route. A route appears when it is first asked. */
export function createRequestMetrics() {
  const byPath = new Map<string, Map<string, RouteFigures>>();
  const all: RouteFigures[] = [];
  /** By status, 0 to 599. */
  const byStatus = new Float64Array(600);
  const replays = new Counter();

  function figuresOf(method: string, path: string | null): RouteFigures {
    return byPath.get(path ?? noRoute)?.get(method) ?? newFigures(method, path ?? noRoute);
  }

  function newFigures(given: string, route: string): RouteFigures {
    const method = namedMethods.includes(given) ? given : "other";
    const ofPath = byPath.get(route) ?? new Map<string, RouteFigures>();
    byPath.set(route, ofPath);
    let figures = ofPath.get(method);
    if (figures === undefined) {
      figures = { route, method, byClass: [0, 0, 0, 0, 0], duration: new Histogram(secondsBounds) };
      ofPath.set(method, figures);
      all.push(figures);
    }
    return figures;
  }

  const meter = {
    handled(method: string, path: string | null, status: number, durationMs: number): void {
      const { byClass, duration } = figuresOf(method, path);
      const statusClass = Math.floor(status / 100) - 1;
      byClass[statusClass] = (byClass[statusClass] ?? 0) + 1;
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      duration.observe(durationMs / 1000);
    },
    replayed: () => replays.add(),
  };

  const families: MetricFamily[] = [
    {
      kind: "counter",
      name: "posthorn_http_requests_total",
      help: "Requests to the API that were answered, by route and class of the reply's status",
      samples: () => all.flatMap(classSamplesOf),
    },
    {
      kind: "histogram",
      name: "posthorn_http_request_duration_seconds",
      help: "From a request's arrival to its reply, by route",
      histograms: () =>
        all.map(({ route, method, duration }) => ({ labels: { route, method }, histogram: duration })),
    },
    {
      kind: "counter",
      name: "posthorn_http_responses_total",
      help: "Replies of the API, by status",
      samples: () => statusSamplesOf(byStatus),
    },
    counter(
      "posthorn_http_idempotency_replays_total",
      "Requests that got the reply again that their Idempotency-Key had got before",
      replays,
    ),
  ];
  return { meter, families };
}

function classSamplesOf({ route, method, byClass }: RouteFigures): Sample[] {
  return byClass.flatMap((value, at) =>
    value === 0 ? [] : [{ labels: { route, method, status: `${at + 1}xx` }, value }],
  );
}

function statusSamplesOf(byStatus: Float64Array): Sample[] {
  const samples: Sample[] = [];
  for (const [status, value] of byStatus.entries()) {
    if (value > 0 || expectedStatuses.includes(status))
      samples.push({ labels: { status: String(status) }, value });
  }
  return samples;
}
