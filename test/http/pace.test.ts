import { describe, expect } from "bun:test";
import { runScenarios } from "../support/scenarios.ts";

const url = "https://hooks.example.com/in";
const path = "/api/v1/endpoints";

const wrongLimits: [what: string, value: unknown][] = [
  ["0", 0],
  ["a negative one", -1],
  ["more than 10,000", 10_001],
  ["a fraction", 0.5],
  ["text", "10"],
  ["a list", [10]],
];

describe("rateLimitPerSecond", () => {
  runScenarios([
    {
      name: "is null where nothing is said",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"] },
      status: 201,
      contains: ['"rateLimitPerSecond":null'],
    },
    ...[1, 10_000].map((rateLimitPerSecond) => ({
      name: `may be ${rateLimitPerSecond}, and reads as it was set`,
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], rateLimitPerSecond },
      status: 201,
      contains: [`"rateLimitPerSecond":${rateLimitPerSecond}`],
    })),
    ...wrongLimits.map(([what, rateLimitPerSecond]) => ({
      name: `is not ${what}`,
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], rateLimitPerSecond },
      status: 422,
      contains: ['"path":"rateLimitPerSecond"'],
    })),
  ]);

  runScenarios<string>([
    {
      name: "is set by a patch, which leaves the rest",
      given: (api) => api.anEndpointId({ description: "CRM" }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { rateLimitPerSecond: 20 },
      status: 200,
      contains: ['"rateLimitPerSecond":20', '"description":"CRM"'],
    },
    {
      name: "stays when a patch leaves it out",
      given: (api) => api.anEndpointId({ rateLimitPerSecond: 20 }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { description: "CRM" },
      status: 200,
      contains: ['"rateLimitPerSecond":20'],
    },
    {
      name: "is cleared by null",
      given: (api) => api.anEndpointId({ rateLimitPerSecond: 20 }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { rateLimitPerSecond: null },
      status: 200,
      contains: ['"rateLimitPerSecond":null'],
    },
    {
      name: "stays as it was when a patch is wrong",
      given: (api) => api.anEndpointId({ rateLimitPerSecond: 20 }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { rateLimitPerSecond: 0, description: "changed" },
      status: 422,
      contains: ['"path":"rateLimitPerSecond"'],
      async afterwards(_, api, id) {
        const { body } = await api.call("GET", `${path}/${id}`);
        expect(body).toMatchObject({ rateLimitPerSecond: 20, description: "" });
      },
    },
  ]);
});

describe("ordered", () => {
  runScenarios([
    {
      name: "is false where nothing is said",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"] },
      status: 201,
      contains: ['"ordered":false'],
    },
    {
      name: "reads as it was set, beside a rate limit",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], ordered: true, rateLimitPerSecond: 5 },
      status: 201,
      contains: ['"ordered":true', '"rateLimitPerSecond":5'],
    },
    ...["true", 1, [], null].map((ordered) => ({
      name: `is not ${JSON.stringify(ordered)}`,
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], ordered },
      status: 422,
      contains: ['"path":"ordered","message":"must be true or false'],
    })),
  ]);

  runScenarios<string>([
    {
      name: "is switched on by a patch, which leaves the rest",
      given: (api) => api.anEndpointId({ rateLimitPerSecond: 5 }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { ordered: true },
      status: 200,
      contains: ['"ordered":true', '"rateLimitPerSecond":5'],
    },
    {
      name: "is false again with null, the default",
      given: (api) => api.anEndpointId({ ordered: true }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { ordered: null },
      status: 200,
      contains: ['"ordered":false'],
    },
    {
      name: "stays when a patch leaves it out",
      given: (api) => api.anEndpointId({ ordered: true }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { description: "CRM" },
      status: 200,
      contains: ['"ordered":true'],
    },
  ]);
});
