import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { anApi, type TestApi } from "../support/an-api.ts";

/**
 * The replies as clients rely on them, written down once more by hand: a field that is renamed, dropped or added in a
 * schema by mistake must fail here.
 */

const anyId = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}[0-9a-z]{26}$`)) as string;
const anyTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;

const newHealth = {
  state: "healthy",
  consecutiveFailures: 0,
  consecutiveFailedAttempts: 0,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastError: null,
  heldUntil: null,
  backlog: { due: 0, oldestDueAt: null, arrivingPerSecond: 0, leavingPerSecond: 0 },
  successRate24h: null,
};

const newEndpoint = {
  id: anyId("ep_"),
  uid: null,
  url: "https://hooks.example.com/in",
  description: "",
  eventTypes: ["message.*"],
  filter: null,
  status: "active",
  disabledReason: null,
  disabledAt: null,
  rateLimitPerSecond: null,
  timeoutSeconds: 10,
  retry: { preset: "standard", delaysSeconds: [5, 300, 1800, 7200, 18000, 36000, 36000] },
  autoDisableAfter: 10,
  ordered: false,
  headers: {},
  payloadFormat: "standard",
  signing: { scheme: "hmac", bodySignature: null },
  metadata: {},
  health: newHealth,
  createdAt: anyTime,
  updatedAt: anyTime,
};

const newDelivery = {
  id: anyId("dlv_"),
  eventId: "order-1",
  eventType: "message.read",
  endpointId: anyId("ep_"),
  status: "pending",
  reason: null,
  attemptCount: 0,
  maxAttempts: 8,
  nextAttemptAt: anyTime,
  trigger: "event",
  lastResponseStatus: null,
  lastOutcome: null,
  createdAt: anyTime,
  completedAt: null,
};

const testAttempt = {
  id: anyId("att_"),
  deliveryId: anyId("dlv_"),
  eventId: anyId("evt_"),
  eventType: "webhook.test",
  endpointId: anyId("ep_"),
  number: 1,
  trigger: "test",
  startedAt: anyTime,
  durationMs: expect.any(Number) as number,
  outcome: "success",
  responseStatus: 200,
  responseHeaders: { "content-type": "text/plain" },
  responseBody: "ok",
  responseBodyTruncated: false,
  error: null,
};

const anyRequest = { url: expect.any(String), headers: expect.any(Object), body: expect.any(String) };
const eventSummary = {
  id: "order-1",
  type: "message.read",
  timestamp: anyTime,
  createdAt: anyTime,
  tags: ["crm"],
  sourceId: null,
};
const newKey = {
  id: anyId("key_"),
  name: "orders",
  role: "publisher",
  prefix: expect.stringMatching(/^phk_/) as string,
  expiresAt: null,
  lastUsedAt: null,
  createdAt: anyTime,
};

let api: TestApi;
let endpointId: string;
let created: unknown;
beforeAll(async () => {
  api = await anApi();
  const body = { url: newEndpoint.url, eventTypes: newEndpoint.eventTypes };
  const reply = await api.call("POST", "/api/v1/endpoints", { body });
  created = reply.body;
  endpointId = reply.body.id;
});
afterAll(() => api.close());

async function read(method: string, path: string, body?: object): Promise<unknown> {
  const reply = await api.call(method, `/api/v1${path}`, { body });
  expect(reply.status).toBeLessThan(300);
  return reply.body;
}

describe("the shape of", () => {
  test("an endpoint, which shows its secret when it is created", async () => {
    expect(created).toEqual({ ...newEndpoint, secret: expect.stringMatching(/^whsec_/) });
    expect(await read("GET", `/endpoints/${endpointId}`)).toEqual(newEndpoint);
    expect(await read("GET", "/endpoints")).toEqual({ data: [newEndpoint], nextCursor: null });
    const secret = { secret: expect.stringMatching(/^whsec_/), publicKey: null };
    expect(await read("GET", `/endpoints/${endpointId}/secret`)).toEqual({ ...secret, previous: [] });
    expect(await read("POST", `/endpoints/${endpointId}/secret/rotate`)).toEqual({
      ...secret,
      previous: [{ expiresAt: anyTime }],
    });
  });

  test("a published event and its delivery", async () => {
    const body = { type: "message.read", data: { n: 1 }, id: "order-1", tags: ["crm"] };
    const { id, type, timestamp, createdAt } = eventSummary;
    const published = { id, type, timestamp, createdAt, deliveries: 1, canceled: 0 };
    expect(await read("POST", "/events", body)).toEqual({ ...published, duplicate: false });
    expect(await read("POST", "/events", body)).toEqual({ ...published, duplicate: true });
    expect(await read("GET", "/events")).toEqual({ data: [eventSummary], nextCursor: null });
    const deliveries = { pending: 1, succeeded: 0, failed: 0, canceled: 0 };
    expect(await read("GET", "/events/order-1")).toEqual({ ...eventSummary, data: { n: 1 }, deliveries });
    expect(await read("GET", "/deliveries")).toEqual({ data: [newDelivery], nextCursor: null });
    const deliveryId = api.due[0]?.id;
    expect(await read("GET", `/deliveries/${deliveryId}`)).toEqual({ ...newDelivery, request: anyRequest });
  });

  test("an attempt", async () => {
    const attempt = await read("POST", `/endpoints/${endpointId}/test`);
    expect(attempt).toEqual(testAttempt);
    const { id, deliveryId } = attempt as typeof testAttempt;
    expect(await read("GET", `/attempts/${id}`)).toEqual({ ...testAttempt, request: anyRequest });
    const page = { data: [testAttempt], nextCursor: null };
    expect(await read("GET", "/attempts")).toEqual(page);
    expect(await read("GET", `/deliveries/${deliveryId}/attempts`)).toEqual(page);
  });

  test("an API key, which shows its token when it is created or rotated", async () => {
    const made = await read("POST", "/api-keys", { name: "orders", role: "publisher" });
    const withToken = { ...newKey, key: expect.stringMatching(/^phk_[0-9A-Za-z]{49}$/) };
    expect(made).toEqual(withToken);
    expect(await read("POST", `/api-keys/${(made as typeof newKey).id}/rotate`)).toEqual(withToken);
    const { data } = (await read("GET", "/api-keys")) as { data: object[] };
    expect(data.map(Object.keys)).toEqual(data.map(() => Object.keys(newKey)));
  });

  test("the key's own description", async () => {
    expect(await read("GET", "/me")).toEqual({
      id: anyId("key_"),
      name: "admin",
      role: "admin",
      organization: { id: api.organizationId, uid: "default", name: expect.any(String) },
    });
  });

  test("the instance: to operators with its health and disk, to all others without", async () => {
    const shared = {
      version: "0.0.0",
      publicUrl: null,
      limits: { rateLimitPerSecond: 10_000, retentionDays: 30, endpointsMax: 10_000 },
    };
    expect(await read("GET", "/instance")).toEqual({ ...shared, health: null, disk: null });
    expect((await api.call("GET", "/api/v1/instance", { as: "operator" })).body).toEqual({
      ...shared,
      health: { problems: [], warnings: [] },
      disk: { freeBytes: 2_000_000, floorBytes: 1_000_000, databaseBytes: 500_000 },
    });
  });

  test("a problem", async () => {
    const { body } = await api.call("GET", "/api/v1/endpoints?limit=0", {
      headers: { "X-Request-Id": "mine" },
    });
    expect(body).toEqual({
      type: "urn:posthorn:problem:validation_failed",
      title: "The request is not valid",
      status: 422,
      detail: 'limit: must be a whole number from 1 to 100 (got "0")',
      code: "validation_failed",
      errors: [{ path: "limit", message: 'must be a whole number from 1 to 100 (got "0")' }],
      requestId: "mine",
    });
  });
});
