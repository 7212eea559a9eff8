import { describe, expect, test } from "bun:test";
import { payloadFormat } from "../../src/domain/endpoint.ts";
import { anApi } from "../support/an-api.ts";

const data = '{ "id":7 , "n":1.0,"big":12345678901234567890 }';

/** What `GET /deliveries/:id` shows before the first attempt: the body as it will be sent. */
const bodies: Record<string, string | RegExp> = {
  standard:
    /^\{"id":"evt-1","type":"order.paid","timestamp":"[^"]+","data":\{ "id":7 , "n":1.0,"big":12345678901234567890 \}\}$/,
  event: /"event":"order.paid",.*"data":\{"n":1.0,"big":12345678901234567890,"objectId":7,"id":"evt-1"\}\}$/,
  object:
    /"api_version":"2026-02-04","created_at":\d{10},"liveMode":true,"data":\{"object":\{ "id":7 , "n":1.0,"big":12345678901234567890 \}\}\}$/,
  raw: data,
  text: '{"text":"order.paid – id: 7, n: 1.0, big: 12345678901234567890"}',
};

describe("an event in the format of its endpoint", () => {
  test.each(payloadFormat.options)("%s", async (format) => {
    const api = await anApi();
    await api.anEndpointId({ payloadFormat: format });
    const text = `{"type":"order.paid","id":"evt-1","data":${data}}`;
    expect((await api.call("POST", "/api/v1/events", { text })).status).toBe(202);
    const { body: list } = await api.call("GET", "/api/v1/deliveries");
    const { body: delivery } = await api.call("GET", `/api/v1/deliveries/${list.data[0].id}`);
    const expected = bodies[format] ?? "";
    if (typeof expected === "string") expect(delivery.request.body).toBe(expected);
    else expect(delivery.request.body).toMatch(expected);
    await api.close();
  });

  test("a test says that it is not live", async () => {
    const api = await anApi();
    const id = await api.anEndpointId({ payloadFormat: "object" });
    const { body: attempt } = await api.call("POST", `/api/v1/endpoints/${id}/test`);
    const { body: read } = await api.call("GET", `/api/v1/attempts/${attempt.id}`);
    expect(JSON.parse(read.request.body)).toMatchObject({ type: "webhook.test", liveMode: false });
    await api.close();
  });
});
