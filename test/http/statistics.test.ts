import { describe, expect } from "bun:test";
import { aFailure, anAttemptResult } from "../support/a-store.ts";
import type { TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/stats";
const hourMs = 3_600_000;
/** The test's clock starts at this hour. */
const thisHour = "2026-05-13T12:00:00.000Z";

async function attempt(api: TestApi, result = anAttemptResult({ durationMs: 100 })): Promise<void> {
  const due = api.due.shift();
  if (due === undefined) throw new Error("nothing is due");
  const { key: delivery, endpoint } = due;
  const chance = { jitter: 0, networkSuspect: false };
  await api.store.recordAttempt({ delivery, endpoint, attempt: result, nowMs: api.clock.now(), ...chance });
}

/** One event succeeded, one failed, one waits; all of the same hour. */
async function aBusyHour(api: TestApi): Promise<string> {
  const id = await api.anEndpointId({ uid: "crm", retry: { delaysSeconds: [] } });
  for (const type of ["message.sent", "message.failed", "message.sent"]) await api.anEventId({ type });
  await attempt(api);
  await attempt(api, aFailure(500, { durationMs: 1000 }));
  return id;
}

describe("GET /endpoints/:id/stats (api.md, Stats)", () => {
  runScenarios<string>([
    {
      name: "counts the last 24 hours; at the full hour no deliveries of the one that begins",
      given: aBusyHour,
      as: "viewer",
      method: "GET",
      path: "/api/v1/endpoints/crm/stats",
      status: 200,
      lacks: ['"published"', '"latency"'],
      afterwards({ body }) {
        expect(body).toEqual({
          since: "2026-05-12T12:00:00.000Z",
          until: thisHour,
          ...{ total: 0, succeeded: 0, failed: 0, canceled: 0, pending: 0, successRate: null, attempts: 0 },
          latencyMs: { p50: null, p90: null, p99: null },
        });
      },
    },
    {
      name: "counts what was created since, with its attempts and their latency",
      async given(api) {
        api.clock.stepWall(60_000);
        return aBusyHour(api);
      },
      as: "viewer",
      method: "GET",
      path: (id) => `/api/v1/endpoints/${id}/stats?since=2026-05-13T12:00:30Z`,
      status: 200,
      afterwards({ body }) {
        expect(body).toEqual({
          since: thisHour,
          until: "2026-05-13T13:00:00.000Z",
          ...{ total: 3, succeeded: 1, failed: 1, canceled: 0, pending: 1, successRate: 0.5, attempts: 2 },
          latencyMs: { p50: 99, p90: 990, p99: 990 },
        });
      },
    },
    {
      name: "is shown as the endpoint's success rate, which an endpoint without ended deliveries has not",
      async given(api) {
        await aBusyHour(api);
        return api.anEndpointId();
      },
      as: "viewer",
      method: "GET",
      path: "/api/v1/endpoints",
      status: 200,
      contains: ['"successRate24h":0.5', '"successRate24h":null'],
      async afterwards(_, api, id) {
        const rate = async (one: string) =>
          (await api.call("GET", `/api/v1/endpoints/${one}`)).body.health.successRate24h;
        expect([await rate("crm"), await rate(id)]).toEqual([0.5, null]);
      },
    },
    {
      name: "goes by whole days in a window of more than 31 days",
      given: aBusyHour,
      as: "viewer",
      method: "GET",
      path: "/api/v1/endpoints/crm/stats?since=2026-01-31T17:00:00Z&until=2026-05-13T00:00:01Z",
      status: 200,
      contains: ['"since":"2026-01-31T00:00:00.000Z"', '"until":"2026-05-14T00:00:00.000Z"', '"total":3'],
    },
    {
      name: "ends with the last year that a time can be written in",
      given: aBusyHour,
      as: "viewer",
      method: "GET",
      path: "/api/v1/endpoints/crm/stats?since=0000-01-01T00:00:00Z&until=9999-12-31T23:59:59Z",
      status: 200,
      contains: ['"since":"0000-01-01T00:00:00.000Z"', '"until":"9999-12-31T00:00:00.000Z"', '"total":3'],
    },
    {
      name: "refuses a window before the first year that a time can be written in",
      given: aBusyHour,
      as: "viewer",
      method: "GET",
      path: "/api/v1/endpoints/crm/stats?until=0000-01-01T00:00:00Z",
      status: 422,
      contains: ['"path":"since"'],
    },
    {
      name: "is 404 for another organization's endpoint",
      given: aBusyHour,
      as: "other-viewer",
      method: "GET",
      path: (id) => `/api/v1/endpoints/${id}/stats`,
      status: 404,
    },
    {
      name: "refuses a window that ends before it begins",
      given: aBusyHour,
      method: "GET",
      path: "/api/v1/endpoints/crm/stats?since=2026-05-13T12:00:00Z&until=2026-05-13T11:00:00Z",
      status: 422,
      contains: ['"path":"since"', "must be before `until`"],
    },
  ]);
});

describe("GET /stats", () => {
  runScenarios<string>([
    {
      name: "counts deliveries by hour, those of the hour under way included",
      async given(api) {
        const id = await aBusyHour(api);
        api.clock.stepWall(hourMs + 1);
        await api.anEventId({ type: "message.sent" });
        return id;
      },
      as: "viewer",
      method: "GET",
      path,
      status: 200,
      afterwards({ body }) {
        expect(body).toEqual({
          data: [
            {
              start: thisHour,
              group: null,
              ...{ total: 3, succeeded: 1, failed: 1, canceled: 0, pending: 1, successRate: 0.5 },
              latencyMs: { p50: 99, p90: 990, p99: 990 },
            },
            {
              start: "2026-05-13T13:00:00.000Z",
              group: null,
              ...{ total: 1, succeeded: 0, failed: 0, canceled: 0, pending: 1, successRate: null },
              latencyMs: { p50: null, p90: null, p99: null },
            },
          ],
        });
      },
    },
    {
      name: "counts events by type and day with a total alone, so that a rising share of failures can be seen",
      given: aBusyHour,
      as: "viewer",
      method: "GET",
      path: `${path}?of=events&groupBy=eventType&interval=day&until=2026-05-14T00:00:00Z`,
      status: 200,
      afterwards({ body }) {
        const start = "2026-05-13T00:00:00.000Z";
        expect(body.data).toEqual([
          { start, group: "message.failed", total: 1 },
          { start, group: "message.sent", total: 2 },
        ]);
      },
    },
    {
      name: "groups by endpoint, of one type",
      async given(api) {
        const id = await aBusyHour(api);
        await api.anEndpointId({ eventTypes: ["other"] });
        return id;
      },
      as: "viewer",
      method: "GET",
      path: `${path}?groupBy=endpoint&eventType=message.sent&until=2026-05-13T12:00:01Z`,
      status: 200,
      afterwards({ body }, _, id) {
        expect(body.data).toMatchObject([{ group: id, total: 2, succeeded: 1 }]);
      },
    },
    {
      name: "counts nothing of another organization, also not when a filter names its endpoint",
      given: aBusyHour,
      as: "other-viewer",
      method: "GET",
      path: (id) => `${path}?endpointId=${id}&until=2026-05-13T13:00:00Z`,
      status: 200,
      contains: ['{"data":[]}'],
      async afterwards(_, api) {
        for (const query of ["", "groupBy=eventType&", "of=events&"]) {
          const call = `${path}?${query}until=2026-05-13T13:00:00Z`;
          expect((await api.call("GET", call, { as: "other-viewer" })).body.data).toEqual([]);
        }
      },
    },
    {
      name: "refuses to say which endpoint an event was published to",
      as: "viewer",
      method: "GET",
      path: `${path}?of=events&groupBy=endpoint`,
      status: 422,
      contains: ['"path":"groupBy"', "of=deliveries alone"],
    },
    {
      name: "refuses an endpoint's events",
      as: "viewer",
      method: "GET",
      path: `${path}?of=events&endpointId=ep_1`,
      status: 422,
      contains: ['"path":"endpointId"'],
    },
    {
      name: "refuses hours of a window longer than 31 days",
      as: "viewer",
      method: "GET",
      path: `${path}?since=2026-04-01T00:00:00Z&until=2026-05-13T00:00:00Z`,
      status: 422,
      contains: ['"path":"since"', "interval=day"],
    },
    {
      name: "names what it does not know",
      as: "viewer",
      method: "GET",
      path: `${path}?of=attempts&interval=week&groupBy=tag&limit=5`,
      status: 422,
      contains: ['"path":"of"', '"path":"interval"', '"path":"groupBy"', '"path":"limit"'],
    },
  ]);
});
