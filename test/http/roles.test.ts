import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { exampleRequest } from "../../src/http/openapi-examples.ts";
import type { Route } from "../../src/http/route.ts";
import { routes } from "../../src/http/route-table.ts";
import { anApi, type CallOptions, type TestApi, type Who } from "../support/an-api.ts";

/**
 * Who may do what, written down once more and by hand from the page that promises it: a permission changed by
 * mistake in a route must fail here. V viewer, P publisher, A admin, O owner; an operator may do everything.
 */
const expected: Record<string, string> = {
  getMe: "VPAO",
  deleteSession: "VPAO",
  getStream: "VPAO",
  listOrganizations: "",
  createOrganization: "",
  getOrganization: "VAO",
  getInstance: "VAO",
  updateOrganization: "O",
  deleteOrganization: "",
  listApiKeys: "AO",
  createApiKey: "AO",
  revokeApiKey: "AO",
  rotateApiKey: "AO",
  listEndpoints: "VAO",
  createEndpoint: "AO",
  getEndpoint: "VAO",
  updateEndpoint: "AO",
  deleteEndpoint: "AO",
  enableEndpoint: "AO",
  disableEndpoint: "AO",
  pauseEndpoint: "AO",
  resumeEndpoint: "AO",
  getEndpointSecret: "AO",
  rotateEndpointSecret: "AO",
  testEndpoint: "AO",
  recoverEndpoint: "AO",
  replayEndpoint: "AO",
  listSources: "VAO",
  createSource: "AO",
  getSource: "VAO",
  updateSource: "AO",
  deleteSource: "AO",
  listSourceRequests: "VAO",
  listTasks: "VAO",
  getTask: "VAO",
  cancelTask: "AO",
  testFilter: "VAO",
  listEventTypes: "VPAO",
  getEventType: "VPAO",
  putEventType: "AO",
  deleteEventType: "AO",
  publishEvent: "PAO",
  publishBatch: "PAO",
  eraseEvent: "AO",
  cancelEvent: "AO",
  resendEvent: "AO",
  listEvents: "VPAO",
  getEvent: "VPAO",
  listDeliveries: "VAO",
  getDelivery: "VAO",
  listAttemptsOfDelivery: "VAO",
  resendDelivery: "AO",
  cancelDelivery: "AO",
  listAttempts: "VAO",
  getAttempt: "VAO",
  listAuditLog: "O",
  listAlerts: "VAO",
  getEndpointStatistics: "VAO",
  listStatistics: "VAO",
  getMetrics: "",
};
const withoutKey = ["createSession", "getHealth", "getReadiness"];

/** Routes that answer another organization's id, in their path, with something else than 404. */
const foreignExceptions: Record<string, { tenant?: number; operatorElsewhere?: number }> = {
  // The instance's own: an operator reaches every organization from any.
  getOrganization: { operatorElsewhere: 200 },
  updateOrganization: { operatorElsewhere: 200 },
  deleteOrganization: { tenant: 403, operatorElsewhere: 422 },
  // A name is each organization's own: they make, and then delete, another entry than the one of `default`.
  putEventType: { tenant: 200, operatorElsewhere: 200 },
  deleteEventType: { tenant: 204 },
};

const letters: [letter: string, who: Who][] = [
  ["V", "viewer"],
  ["P", "publisher"],
  ["A", "admin"],
  ["O", "owner"],
];

let api: TestApi;
/** A real id in `default` for each resource whose routes take one, by the path's first name. */
let ids: Record<string, string>;
/** A real id in `default` for each query parameter that takes one. */
let idsInQueries: Record<string, string>;
beforeAll(async () => {
  api = await anApi();
  const endpoints = await api.anEndpointId();
  const events = await api.anEventId();
  const { body: attempt } = await api.call("POST", `/api/v1/endpoints/${endpoints}/test`);
  const { body: keys } = await api.call("GET", "/api/v1/api-keys");
  const deliveries = (await api.call("GET", "/api/v1/deliveries")).body.data.at(-1).id;
  const viewerKey = keys.data.find(({ name }: { name: string }) => name === "viewer").id;
  const organizations = api.organizationId;
  const eventTypes = "order.created";
  await api.call("PUT", `/api/v1/event-types/${eventTypes}`, { body: { description: "An order is there." } });
  const { body: task } = await api.call("POST", `/api/v1/endpoints/${endpoints}/recover`, { body: aWindow });
  ids = {
    sources: await api.aSourceId(),
    tasks: task.id,
    organizations,
    endpoints,
    events,
    deliveries,
    attempts: attempt.id,
    "api-keys": viewerKey,
    "event-types": eventTypes,
  };
  idsInQueries = { endpointId: endpoints, eventId: events, objectId: endpoints, keyId: viewerKey };
});
afterAll(() => api.close());

/** What must be in a body, so that it is not refused for its lack. */
const aWindow = { since: "2026-01-01T00:00:00.000Z" };

function pathWith(path: string, given: string | null): string {
  const resource = path.split("/")[3] ?? "";
  const id = given ?? ids[resource];
  if (path.includes(":") && id === undefined) throw new Error(`The walk knows no id of ${resource}.`);
  return path.replace(/:\w+/, id ?? "");
}

/** A body that is refused after the role was found sufficient: nothing is changed by the walk. */
const refusedBody = { notAField: true };

test("a key without the role is told which roles have it", async () => {
  const { body } = await api.call("POST", "/api/v1/endpoints", { as: "viewer", body: refusedBody });
  expect(body.detail).toBe(
    'The role "viewer" of this API key does not allow this. Use a key with the role admin, owner or operator.',
  );
});

test("every route stands in the table", () => {
  expect(routes.map(({ operationId }) => operationId).sort()).toEqual(
    [...Object.keys(expected), ...withoutKey].sort(),
  );
});

describe("a role", () => {
  for (const route of routes.filter(({ permission }) => permission !== null)) {
    const allowed = expected[route.operationId] ?? "";
    for (const [letter, who] of [...letters, ["*", "operator"], ["-", "nobody"]] as [string, Who][]) {
      const isAllowed = letter === "*" || allowed.includes(letter);
      const verdict = who === "nobody" ? 401 : isAllowed ? "allowed" : 403;
      test(`${who} ${route.method} ${route.path}: ${verdict}`, async () => {
        // Deleting takes no body that could be refused: an id that does not exist shows the same.
        const path = pathWith(route.path, route.method === "DELETE" ? "unknown_id" : null);
        const body = route.body === null ? undefined : refusedBody;
        const { status } = await api.call(route.method, path, { as: who, body });
        if (verdict !== "allowed") expect(status).toBe(verdict);
        else expect([200, 204, 404, 422]).toContain(status);
      });
    }
  }
});

describe("another organization's object", () => {
  const withId = routes.filter(({ path }) => path.includes(":"));
  /** Asked for with a good body, so that nothing but the id can be what is wrong. */
  const askFor = (route: Route, options: CallOptions) =>
    api.call(route.method, pathWith(route.path, null), { ...options, body: exampleRequest(route) });
  const shown = async () => {
    const paths = withId.filter(({ method, path }) => method === "GET" && /:\w+$/.test(path));
    const replies = await Promise.all(
      paths.map(({ path }) => api.call("GET", pathWith(path, null), { as: "owner" })),
    );
    return replies.map(({ text }) => text);
  };

  for (const route of withId) {
    const { tenant = 404, operatorElsewhere = 404 } = foreignExceptions[route.operationId] ?? {};

    test(`is ${tenant} for ${route.method} ${route.path}, and stays as it is`, async () => {
      const before = await shown();
      const { status, text } = await askFor(route, { as: "other-owner" });
      expect(status).toBe(tenant);
      expect(text).not.toContain("hooks.example.com");
      expect(await shown()).toEqual(before);
    });

    test(`is ${operatorElsewhere} for an operator who works elsewhere: ${route.method} ${route.path}`, async () => {
      const headers = { "X-Organization": "acme" };
      const { status } = await askFor(route, { as: "operator", headers });
      expect(status).toBe(operatorElsewhere);
    });
  }

  for (const route of routes.filter(
    ({ path, method, query }) => method === "GET" && query && !path.includes(":"),
  )) {
    if (expected[route.operationId] === "") continue;
    const named = Object.keys(route.query?.shape ?? {}).filter((name) => /Id$/.test(name));

    test(`is not in ${route.path}, also not when a filter names it`, async () => {
      for (const name of ["", ...named]) {
        if (name !== "" && idsInQueries[name] === undefined) throw new Error(`The walk knows no ${name}.`);
        const query = name === "" ? "" : `?${name}=${idsInQueries[name]}`;
        const { status, text, body } = await api.call("GET", route.path + query, { as: "other-owner" });
        expect(status).toBe(200);
        // The name of an event type is no id: the walk above made and deleted the other organization's own.
        const { "event-types": eventType, ...own } = ids;
        for (const id of Object.values(own)) expect(text).not.toContain(id);
        if (route.path !== "/api/v1/audit-log") expect(text).not.toContain(eventType);
        if (name !== "") expect(body.data).toEqual([]);
      }
    });
  }

  test("gets no event of another's", async () => {
    const body = { type: "a", data: {}, endpointIds: [ids.endpoints] };
    const reply = await api.call("POST", "/api/v1/events", { as: "other-admin", body });
    expect([reply.status, reply.body.errors[0].path]).toEqual([422, "endpointIds.0"]);
  });
});

describe("an operator", () => {
  const named = (organization: string, as: Who = "operator") =>
    api.call("GET", "/api/v1/me", { as, headers: { "X-Organization": organization } });

  test("works in default, or in the organization that X-Organization names by id or uid", async () => {
    expect((await api.call("GET", "/api/v1/me", { as: "operator" })).body.organization.uid).toBe("default");
    for (const reference of ["acme", api.otherOrganizationId]) {
      expect((await named(reference)).body.organization).toMatchObject({
        id: api.otherOrganizationId,
        uid: "acme",
      });
    }
    const headers = { "X-Organization": "acme" };
    expect((await api.call("GET", "/api/v1/endpoints", { as: "operator", headers })).body.data).toEqual([]);
  });

  test("gets 404 for an organization that does not exist", async () => {
    expect((await named("nowhere")).status).toBe(404);
  });

  test("alone may choose: a tenant's key may name its own organization and no other", async () => {
    expect((await named("default", "admin")).status).toBe(200);
    expect((await named(api.organizationId, "admin")).status).toBe(200);
    expect((await named("acme", "admin")).status).toBe(403);
    expect((await named("nowhere", "admin")).status).toBe(403);
  });
});
