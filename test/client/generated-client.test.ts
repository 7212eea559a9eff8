import { afterAll, beforeAll, expect, test } from "bun:test";
import createClient, { type Client } from "openapi-fetch";
import { apiTypesPath, apiTypesText } from "../../scripts/generate-api-types.ts";
import type { paths } from "../../src/dashboard/api/api-types.d.ts";
import { anApi, type TestApi } from "../support/an-api.ts";

let api: TestApi;
let client: Client<paths>;

beforeAll(async () => {
  api = await anApi();
  client = createClient<paths>({
    baseUrl: "http://localhost",
    headers: { authorization: `Bearer ${api.token("owner")}` },
    fetch: (request) => api.fetch(request),
  });
});
afterAll(() => api.close());

test("the client's types are those of docs/openapi.json (bun run docs writes them)", async () => {
  expect((await Bun.file(apiTypesPath).text()) === (await apiTypesText())).toBe(true);
});

/** The reply's body; a problem fails the test with its sentence. */
function dataOf<T>(reply: { data?: T | undefined; error?: unknown }): T {
  if (reply.data === undefined) throw new Error(JSON.stringify(reply.error));
  return reply.data;
}

test("a client generated from the document drives the whole life of an endpoint", async () => {
  const created = dataOf(
    await client.POST("/api/v1/endpoints", {
      body: {
        url: "https://hooks.example.com/in",
        eventTypes: ["message.*"],
        uid: "crm",
        filter: { amount: { $gte: 10 } },
        rateLimitPerSecond: 5,
        metadata: { team: "sales" },
      },
    }),
  );
  expect(created.secret).toStartWith("whsec_");
  const path = { params: { path: { id: "crm" } } };

  const patched = dataOf(
    await client.PATCH("/api/v1/endpoints/{id}", {
      ...path,
      body: { description: "CRM", filter: null, retry: { delaysSeconds: [1, 2] } },
    }),
  );
  expect(patched.retry).toEqual({ preset: "custom", delaysSeconds: [1, 2] });

  dataOf(await client.POST("/api/v1/endpoints/{id}/pause", path));
  const published = dataOf(
    await client.POST("/api/v1/events", {
      body: { type: "message.sent", data: { amount: 3 }, id: "order-1", tags: ["crm"] },
    }),
  );
  expect(published).toMatchObject({ id: "order-1", deliveries: 1, duplicate: false });
  const [waiting] = dataOf(
    await client.GET("/api/v1/deliveries", { params: { query: { endpointId: "crm", status: "pending" } } }),
  ).data;
  expect(waiting?.eventId).toBe("order-1");
  dataOf(await client.POST("/api/v1/endpoints/{id}/resume", path));

  const disabled = dataOf(await client.POST("/api/v1/endpoints/{id}/disable", path));
  expect(disabled).toMatchObject({ status: "disabled", disabledReason: "manual" });
  const missed = dataOf(
    await client.GET("/api/v1/deliveries/{id}", { params: { path: { id: waiting?.id ?? "" } } }),
  );
  expect(missed).toMatchObject({ status: "canceled", reason: "endpoint_disabled" });
  const enabled = dataOf(await client.POST("/api/v1/endpoints/{id}/enable", { ...path, body: {} }));
  expect(enabled.status).toBe("active");

  const again = dataOf(
    await client.POST("/api/v1/deliveries/{id}/resend", { params: { path: { id: missed.id } } }),
  );
  expect(again).toMatchObject({ status: "pending", trigger: "resend" });
  dataOf(await client.POST("/api/v1/deliveries/{id}/cancel", { params: { path: { id: again.id } } }));

  const rotated = dataOf(
    await client.POST("/api/v1/endpoints/{id}/secret/rotate", { ...path, body: { gracePeriodSeconds: 60 } }),
  );
  expect(rotated.previous).toHaveLength(1);
  // The default window ends now, and a count belongs to the hour that it begins.
  await api.clock.advance(1000);
  const stats = dataOf(await client.GET("/api/v1/endpoints/{id}/stats", path));
  expect(stats).toMatchObject({ total: 2, canceled: 2 });

  const { response } = await client.DELETE("/api/v1/endpoints/{id}", path);
  expect(response.status).toBe(204);
  const { error } = await client.GET("/api/v1/endpoints/{id}", path);
  expect(error?.code).toBe("not_found");
});
