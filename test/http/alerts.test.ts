import { describe, expect, test } from "bun:test";
import { alert } from "../../src/domain/alert.ts";
import { exampleOf } from "../../src/http/schema-example.ts";
import { anAlertChange } from "../support/an-alert.ts";
import type { TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/alerts";

/** An endpoint with two active alerts and one that has ended. */
async function anAlertedEndpoint(api: TestApi): Promise<string> {
  const id = await api.anEndpointId({ uid: "crm" });
  await api.anEventId();
  const endpoint = api.due.at(-1)?.endpoint ?? 0;
  const begin = [
    anAlertChange(id),
    anAlertChange(id, { threshold: 10 }),
    anAlertChange(id, { kind: "latency" }),
  ];
  await api.store.changeAlerts(endpoint, begin, api.clock.now());
  api.clock.stepWall(1000);
  await api.store.changeAlerts(
    endpoint,
    [anAlertChange(id, { threshold: 10, state: "DEACTIVATED" })],
    api.clock.now(),
  );
  return id;
}

describe("GET /alerts", () => {
  runScenarios<string>([
    {
      name: "lists active and past alerts, the latest first, in the documented shape",
      given: anAlertedEndpoint,
      method: "GET",
      path,
      as: "viewer",
      status: 200,
      afterwards({ body }, _api, id) {
        expect(body.data.map(({ kind, threshold, state }: never) => [kind, threshold, state])).toEqual([
          ["latency", 1000, "ACTIVATED"],
          ["error_rate", 10, "DEACTIVATED"],
          ["error_rate", 5, "ACTIVATED"],
        ]);
        expect(body.nextCursor).toBeNull();
        expect(body.data[2]).toEqual({
          id: expect.stringMatching(/^alrt_[0-9a-z]{26}$/),
          endpointId: id,
          kind: "error_rate",
          threshold: 5,
          state: "ACTIVATED",
          activatedAt: "2026-05-13T12:00:00.000Z",
          deactivatedAt: null,
          data: {
            endpointId: id,
            alertState: "ACTIVATED",
            threshold: 5,
            thresholdUnit: "percent",
            errorRate: 50,
            p50LatencyMs: 10,
            p90LatencyMs: 10,
            availability: 50,
            requestsCount: 10,
            errors: [{ errorType: "http_error", errorCount: 5, errorRate: 50 }],
            message: expect.stringContaining("50 % of the 10 requests to receiver.example"),
            hint: expect.stringContaining("http_error"),
          },
        });
        expect(body.data[1].deactivatedAt).toBe("2026-05-13T12:00:01.000Z");
      },
    },
    {
      name: "filters by endpoint, by uid too, and by state",
      given: anAlertedEndpoint,
      method: "GET",
      path: `${path}?endpointId=crm&state=DEACTIVATED`,
      status: 200,
      contains: ['"threshold":10'],
      lacks: ["latency", '"state":"ACTIVATED"'],
    },
    {
      name: "gives an empty page for an unknown endpoint",
      given: anAlertedEndpoint,
      method: "GET",
      path: `${path}?endpointId=ep_unknown`,
      status: 200,
      contains: ['"data":[]'],
    },
    {
      name: "refuses a state that there is none of",
      method: "GET",
      path: `${path}?state=active`,
      status: 422,
      contains: ['"path":"state"'],
    },
    {
      name: "refuses a cursor of another list",
      method: "GET",
      path: `${path}?cursor=nonsense`,
      status: 400,
      contains: ['"code":"invalid_cursor"'],
    },
    {
      name: "refuses it also where the filter names nothing",
      method: "GET",
      path: `${path}?endpointId=ep_unknown&cursor=nonsense`,
      status: 400,
    },
    {
      name: "pages",
      given: anAlertedEndpoint,
      method: "GET",
      path: `${path}?limit=2`,
      status: 200,
      async afterwards({ body }, api) {
        const rest = await api.call("GET", `${path}?limit=2&cursor=${body.nextCursor}`, { as: "viewer" });
        expect([body.data.length, rest.body.data.length, rest.body.nextCursor]).toEqual([2, 1, null]);
      },
    },
    { name: "is not for a publisher", method: "GET", path, as: "publisher", status: 403 },
    {
      name: "shows nothing of another organization, also not when a filter names it",
      given: anAlertedEndpoint,
      method: "GET",
      path: (id) => `${path}?endpointId=${id}`,
      as: "other-viewer",
      status: 200,
      contains: ['"data":[]'],
      async afterwards(_reply, api) {
        expect((await api.call("GET", path, { as: "other-admin" })).body.data).toEqual([]);
      },
    },
  ]);

  test("the example in the reference is one that could be", () => {
    const { data } = exampleOf(alert) as { data: { endpointId: string; message: string } };
    const told = anAlertChange(data.endpointId, { threshold: 10 }).data;
    expect(Object.keys(data)).toEqual(Object.keys(told));
    expect(data.message).toContain("more than 10 %");
  });
});
