import type { TestApi } from "./an-api.ts";

/** A request that changes something, ready to be sent by an operator. */
export interface ChangingRequest {
  path: string;
  body?: unknown;
  /** What it changes; null where only the reply tells. */
  objectId: string | null;
}

/**
 * For every route that is not a GET a request that succeeds on a store in which nothing else happened. A new route
 * without a line here fails the walks over all of them.
 */
export const changingRequests: Record<string, (api: TestApi) => Promise<ChangingRequest>> = {
  createOrganization: async () => ({
    path: "/api/v1/organizations",
    body: { name: "Made", uid: "made" },
    objectId: null,
  }),
  updateOrganization: async (api) => ({
    path: "/api/v1/organizations/default",
    body: { settings: { liveMode: false } },
    objectId: api.organizationId,
  }),
  deleteOrganization: async (api) => ({
    path: "/api/v1/organizations/acme?confirm=acme",
    objectId: api.otherOrganizationId,
  }),
  createApiKey: async () => ({
    path: "/api/v1/api-keys",
    body: { name: "made", role: "viewer" },
    objectId: null,
  }),
  revokeApiKey: async (api) => {
    const id = await viewersKeyId(api);
    return { path: `/api/v1/api-keys/${id}`, objectId: id };
  },
  rotateApiKey: async (api) => ({
    path: `/api/v1/api-keys/${await viewersKeyId(api)}/rotate`,
    body: {},
    objectId: null,
  }),
  createEndpoint: async () => ({
    path: "/api/v1/endpoints",
    body: { url: "https://hooks.example.com/new", eventTypes: ["*"] },
    objectId: null,
  }),
  updateEndpoint: async (api) => {
    const id = await api.anEndpointId();
    return { path: `/api/v1/endpoints/${id}`, body: { description: "changed" }, objectId: id };
  },
  deleteEndpoint: (api) => aboutAnEndpoint(api, ""),
  createSource: async () => ({
    path: "/api/v1/sources",
    body: { kind: "generic", name: "made", config: { verification: { kind: "bearer", token: "s3cret" } } },
    objectId: null,
  }),
  updateSource: async (api) => {
    const id = await api.aSourceId();
    return { path: `/api/v1/sources/${id}`, body: { status: "disabled" }, objectId: id };
  },
  deleteSource: async (api) => {
    const id = await api.aSourceId();
    return { path: `/api/v1/sources/${id}`, objectId: id };
  },
  deleteSession: async () => ({ path: "/api/v1/session", objectId: null }),
  testFilter: async () => ({
    path: "/api/v1/endpoints/filter-test",
    body: { filter: { n: 1 }, event: { data: { n: 1 } } },
    objectId: null,
  }),
  enableEndpoint: async (api) => {
    const request = await aboutAnEndpoint(api, "/enable");
    await api.call("POST", `/api/v1/endpoints/${request.objectId}/disable`);
    return request;
  },
  disableEndpoint: (api) => aboutAnEndpoint(api, "/disable"),
  pauseEndpoint: (api) => aboutAnEndpoint(api, "/pause"),
  resumeEndpoint: async (api) => {
    const request = await aboutAnEndpoint(api, "/resume");
    await api.call("POST", `/api/v1/endpoints/${request.objectId}/pause`);
    return request;
  },
  rotateEndpointSecret: (api) => aboutAnEndpoint(api, "/secret/rotate"),
  testEndpoint: (api) => aboutAnEndpoint(api, "/test"),
  publishEvent: async () => ({
    path: "/api/v1/events",
    body: { type: "message.delivered", data: { n: 1 } },
    objectId: null,
  }),
  publishBatch: async () => ({
    path: "/api/v1/events/batch",
    body: { events: [{ type: "message.delivered", data: { n: 1 } }, { type: "nothing else" }] },
    objectId: null,
  }),
  eraseEvent: (api) => aboutAnEvent(api, ""),
  cancelEvent: (api) => aboutAnEvent(api, "/cancel"),
  resendEvent: (api) => aboutAnEvent(api, "/resend"),
  putEventType: async () => ({
    path: "/api/v1/event-types/order.created",
    body: { description: "An order is there." },
    objectId: "order.created",
  }),
  deleteEventType: async (api) => {
    const path = "/api/v1/event-types/order.created";
    await api.call("PUT", path, { body: {} });
    return { path, objectId: "order.created" };
  },
  resendDelivery: (api) => aboutADelivery(api, "/resend"),
  cancelDelivery: (api) => aboutADelivery(api, "/cancel"),
  recoverEndpoint: async (api) => ({ ...(await aboutAnEndpoint(api, "/recover")), body: aWindow }),
  replayEndpoint: async (api) => ({ ...(await aboutAnEndpoint(api, "/replay")), body: aWindow }),
  cancelTask: async (api) => {
    const { path } = await aboutAnEndpoint(api, "/replay");
    const { body } = await api.call("POST", path, { body: aWindow });
    return { path: `/api/v1/tasks/${body.id}/cancel`, objectId: body.id };
  },
};

const aWindow = { since: "2026-01-01T00:00:00.000Z" };

async function viewersKeyId(api: TestApi): Promise<string> {
  const { body } = await api.call("GET", "/api/v1/api-keys");
  return body.data.find(({ name }: { name: string }) => name === "viewer").id;
}

async function aboutAnEndpoint(api: TestApi, verb: string): Promise<ChangingRequest> {
  const id = await api.anEndpointId();
  return { path: `/api/v1/endpoints/${id}${verb}`, objectId: id };
}

async function aboutAnEvent(api: TestApi, verb: string): Promise<ChangingRequest> {
  await api.anEndpointId();
  const id = await api.anEventId();
  return { path: `/api/v1/events/${id}${verb}`, objectId: id };
}

async function aboutADelivery(api: TestApi, verb: string): Promise<ChangingRequest> {
  await api.anEndpointId();
  await api.anEventId();
  const id = (await api.call("GET", "/api/v1/deliveries")).body.data[0].id;
  return { path: `/api/v1/deliveries/${id}${verb}`, objectId: id };
}
