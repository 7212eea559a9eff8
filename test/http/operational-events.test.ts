import { describe } from "bun:test";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/events";

describe("operational events over the API", () => {
  runScenarios<string>([
    {
      name: "stand in the log with their data, also for a publisher",
      async given(api) {
        const id = await api.anEndpointId();
        await api.call("POST", `/api/v1/endpoints/${id}/disable`);
        const { body } = await api.call("GET", path);
        return body.data[0].id;
      },
      method: "GET",
      path: (id) => `${path}/${id}`,
      as: "publisher",
      status: 200,
      contains: [
        '"type":"posthorn.endpoint.disabled"',
        '"reason":"manual"',
        '"url":"https://hooks.example.com/in"',
      ],
    },
    {
      name: "are found by their type",
      async given(api) {
        const id = await api.anEndpointId();
        await api.anEventId();
        await api.call("POST", `/api/v1/endpoints/${id}/disable`);
        await api.call("POST", `/api/v1/endpoints/${id}/enable`);
        return id;
      },
      method: "GET",
      path: `${path}?type=posthorn.endpoint.enabled`,
      status: 200,
      contains: ["posthorn.endpoint.enabled"],
      lacks: ["posthorn.endpoint.disabled", "message.delivered"],
    },
    {
      name: "cannot be published",
      method: "POST",
      path,
      body: { type: "posthorn.endpoint.disabled", data: {} },
      status: 422,
      contains: ['"path":"type"', "reserved"],
    },
    {
      name: "of another organization are not found",
      async given(api) {
        const id = await api.anEndpointId();
        await api.call("POST", `/api/v1/endpoints/${id}/disable`);
        return (await api.call("GET", path)).body.data[0].id;
      },
      method: "GET",
      path: (id) => `${path}/${id}`,
      as: "other-admin",
      status: 404,
      lacks: ["hooks.example.com"],
    },
  ]);
});
