import type { EndpointSpec } from "../../src/domain/endpoint.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import { scheduleOf } from "../../src/domain/retry-schedule.ts";
import type { SeededRandom } from "../../test/support/seeded-random.ts";

/** How a receiver takes one request. */
export interface Answer {
  outcome: Outcome;
  status: number | null;
  body: string;
  durationMs: number;
}

/** A receiver, with the endpoint that leads to it. */
export interface Receiver {
  /** Its path on this machine; also the endpoint's uid. */
  name: string;
  spec: Partial<EndpointSpec> & { description: string; eventTypes: string[] };
  /** @param agoMs how long before the present: its bad days have a beginning */
  answer(random: SeededRandom, agoMs: number): Answer;
}

const hourMs = 3_600_000;

const took = (random: SeededRandom, typicalMs: number) =>
  Math.round(typicalMs * (0.6 + 0.8 * random.fraction() + (random.chance(0.06) ? 4 * random.fraction() : 0)));
const ok = (random: SeededRandom, typicalMs: number, body = '{"received":true}'): Answer => ({
  outcome: "success",
  status: 200,
  body,
  durationMs: took(random, typicalMs),
});
const refused = (random: SeededRandom, status: number, body: string, typicalMs = 60): Answer => ({
  outcome: "http_error",
  status,
  body,
  durationMs: took(random, typicalMs),
});
const timedOut: Answer = { outcome: "timeout", status: null, body: "", durationMs: 10_000 };

export const receivers: readonly Receiver[] = [
  {
    name: "crm",
    spec: {
      description: "CRM sync",
      eventTypes: ["order.*", "customer.*"],
      headers: { "X-Env": "production" },
    },
    answer: (random) =>
      random.chance(0.004) ? refused(random, 500, '{"error":"deadlock detected"}') : ok(random, 90),
  },
  {
    name: "billing",
    spec: {
      description: "Billing",
      eventTypes: ["order.paid", "order.canceled"],
      ordered: true,
      metadata: { team: "finance" },
    },
    answer: (random) => ok(random, 45, '{"status":"booked"}'),
  },
  {
    name: "messenger",
    spec: { description: "Message log", eventTypes: ["message.*"], payloadFormat: "event" },
    answer: (random) => (random.chance(0.02) ? refused(random, 429, "slow down") : ok(random, 120, "OK")),
  },
  {
    name: "warehouse",
    spec: { description: "Data warehouse loader", eventTypes: ["*"], timeoutSeconds: 10 },
    answer: (random) => (random.chance(0.05) ? timedOut : ok(random, 2600, '{"rows":1}')),
  },
  {
    name: "shipping-partner",
    spec: {
      description: "Shipping partner",
      eventTypes: ["order.shipped", "order.created"],
      autoDisableAfter: null,
      retry: scheduleOf({ delaysSeconds: [30, 120, 600] }),
    },
    answer: (random, agoMs) =>
      agoMs < 5 * hourMs
        ? refused(random, 503, "<html><body><h1>503 Service Unavailable</h1></body></html>")
        : ok(random, 210, '{"label":"queued"}'),
  },
  {
    name: "legacy-erp",
    spec: {
      description: "Legacy ERP",
      // Moved away: nothing listens there. The answers below are those that it gave.
      url: "http://127.0.0.1:4401/legacy-erp",
      eventTypes: ["order.created", "order.canceled"],
      retry: scheduleOf({ delaysSeconds: [60, 300] }),
    },
    answer: (random, agoMs) =>
      agoMs < 60 * hourMs
        ? { outcome: "connection_refused", status: null, body: "", durationMs: random.between(1, 4) }
        : ok(random, 400, "<Ack/>"),
  },
  {
    name: "analytics",
    spec: {
      description: "Analytics",
      eventTypes: ["page.*"],
      rateLimitPerSecond: 1,
      metadata: { team: "growth" },
    },
    answer: (random) => ok(random, 80, ""),
  },
  {
    name: "staging",
    spec: { description: "", eventTypes: ["order.*"], uid: "staging" },
    answer: (random) => ok(random, 60, "staging says hello"),
  },
];

/** What an attempt without an answer says of itself. */
export function errorOf({ outcome, status }: Answer): string | null {
  switch (outcome) {
    case "success":
      return null;
    case "http_error":
      return `The receiver answered ${status}.`;
    case "timeout":
      return "The receiver did not answer within 10 s.";
    default:
      return "The connection to 127.0.0.1 was refused: nothing listens there.";
  }
}
