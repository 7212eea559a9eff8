import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { routes } from "../../src/http/route-table.ts";
import { anApi, type TestApi, type Who } from "../support/an-api.ts";

/**
 * Who may do what, written down once more and by hand from the page that promises it: a permission changed by
 * mistake in a route must fail here. V viewer, P publisher, A admin, O owner; an operator may do everything.
 */
const expected: Record<string, string> = {
  getMe: "VPAO",
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
  getEndpointSecret: "AO",
  rotateEndpointSecret: "AO",
  testEndpoint: "AO",
  publishEvent: "PAO",
  listEvents: "VPAO",
  getEvent: "VPAO",
  listDeliveries: "VAO",
  getDelivery: "VAO",
  listAttemptsOfDelivery: "VAO",
  resendDelivery: "AO",
  cancelDelivery: "AO",
  listAttempts: "VAO",
  getAttempt: "VAO",
  listAlerts: "VAO",
};
const withoutKey = ["getHealth", "getReadiness"];
const letters: [letter: string, who: Who][] = [
  ["V", "viewer"],
  ["P", "publisher"],
  ["A", "admin"],
  ["O", "owner"],
];

/** A real id in `default` for each route that takes one. */
type Ids = Record<"endpoints" | "events" | "deliveries" | "attempts" | "api-keys", string>;

let api: TestApi;
let ids: Ids;
beforeAll(async () => {
  api = await anApi();
  const endpoints = await api.anEndpointId();
  const events = await api.anEventId();
  const { body: attempt } = await api.call("POST", `/api/v1/endpoints/${endpoints}/test`);
  const { body: keys } = await api.call("GET", "/api/v1/api-keys");
  const deliveries = (await api.call("GET", "/api/v1/deliveries")).body.data.at(-1).id;
  const viewerKey = keys.data.find(({ name }: { name: string }) => name === "viewer").id;
  ids = { endpoints, events, deliveries, attempts: attempt.id, "api-keys": viewerKey };
});
afterAll(() => api.close());

function pathWith(path: string, id: string | null): string {
  const resource = path.split("/")[3] as keyof Ids;
  return path.replace(":id", id ?? ids[resource]);
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
    for (const [letter, who] of [...letters, ["", "operator"], ["-", "nobody"]] as [string, Who][]) {
      const verdict = who === "nobody" ? 401 : allowed.includes(letter) ? "allowed" : 403;
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
  for (const route of routes.filter(({ path }) => path.includes(":id"))) {
    test(`is 404 for ${route.method} ${route.path}`, async () => {
      const { status, text } = await api.call(route.method, pathWith(route.path, null), {
        as: "other-admin",
      });
      expect(status).toBe(route.operationId === "updateEndpoint" ? 415 : 404);
      expect(text).not.toContain("hooks.example.com");
    });
  }

  test("is 404 for a change of it", async () => {
    const path = pathWith("/api/v1/endpoints/:id", null);
    const { status } = await api.call("PATCH", path, { as: "other-admin", body: { description: "mine" } });
    expect(status).toBe(404);
  });

  test("is in none of the lists, also not when a filter names it", async () => {
    const queries = ["", `?endpointId=${ids.endpoints}`, `?eventId=${ids.events}`];
    for (const list of ["deliveries", "attempts"]) {
      for (const query of queries) {
        const { body } = await api.call("GET", `/api/v1/${list}${query}`, { as: "other-admin" });
        expect(body.data).toEqual([]);
      }
    }
    for (const list of ["endpoints", "events"]) {
      expect((await api.call("GET", `/api/v1/${list}`, { as: "other-admin" })).body.data).toEqual([]);
    }
  });

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
