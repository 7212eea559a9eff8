import { describe, expect, test } from "bun:test";
import { aFailure, anAttemptResult } from "../support/a-store.ts";
import { anApi, type TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/deliveries";

/** A delivery's id, of an event just published to an endpoint. */
async function aDeliveryId(api: TestApi): Promise<string> {
  await api.anEndpointId({ uid: "crm", headers: { Authorization: "Bearer s3cret" } });
  await api.anEventId({ id: "one", data: { n: 1 } });
  return (await api.call("GET", path)).body.data[0].id;
}

/** Records an attempt for the delivery that was handed to the engine last. */
async function attempted(api: TestApi, attempt = anAttemptResult()): Promise<void> {
  const delivery = api.due.at(-1);
  if (delivery === undefined) throw new Error("nothing is due");
  await api.store.recordAttempt({
    delivery: delivery.key,
    endpoint: delivery.endpoint,
    attempt: { ...attempt, startedAtMs: api.clock.now() },
    nowMs: api.clock.now(),
    jitter: 0,
    networkSuspect: false,
  });
}

async function aSucceededId(api: TestApi): Promise<string> {
  const id = await aDeliveryId(api);
  await attempted(api);
  return id;
}

describe("deliveries", () => {
  runScenarios<string>([
    {
      name: "one delivery shows its request, before the first attempt without signature, and no secret",
      given: aDeliveryId,
      as: "viewer",
      method: "GET",
      path: (id) => `${path}/${id}`,
      status: 200,
      contains: [
        '"status":"pending"',
        '"url":"https://hooks.example.com/in"',
        "[redacted]",
        '"maxAttempts":8',
      ],
      lacks: ["s3cret", "webhook-signature"],
    },
    {
      name: "its attempts are listed oldest first",
      async given(api) {
        const id = await aDeliveryId(api);
        await attempted(api, aFailure(503));
        return id;
      },
      as: "viewer",
      method: "GET",
      path: (id) => `${path}/${id}/attempts`,
      status: 200,
      contains: ['"number":1', '"responseStatus":503', '"outcome":"http_error"'],
    },
    {
      name: "resending an ended one makes a new delivery",
      given: aSucceededId,
      method: "POST",
      path: (id) => `${path}/${id}/resend`,
      status: 202,
      contains: ['"trigger":"resend"', '"status":"pending"', '"attemptCount":0'],
      afterwards: ({ body }, api, id) => {
        expect(body.id).not.toBe(id);
        expect(api.due.at(-1)?.id).toBe(body.id);
      },
    },
    {
      name: "resending a pending one makes it due now and no new delivery",
      async given(api) {
        const id = await aDeliveryId(api);
        await attempted(api, aFailure(500));
        return id;
      },
      method: "POST",
      path: (id) => `${path}/${id}/resend`,
      status: 200,
      afterwards: ({ body }, _api, id) => expect(body.id).toBe(id),
    },
    {
      name: "resending to a disabled endpoint is refused",
      async given(api) {
        const id = await aSucceededId(api);
        await api.call("POST", "/api/v1/endpoints/crm/disable");
        return id;
      },
      method: "POST",
      path: (id) => `${path}/${id}/resend`,
      status: 409,
      contains: ['"code":"endpoint_disabled"'],
    },
    {
      name: "resending a test is refused: it makes one attempt and no more",
      async given(api) {
        const id = await api.anEndpointId();
        return (await api.call("POST", `/api/v1/endpoints/${id}/test`)).body.deliveryId;
      },
      method: "POST",
      path: (id) => `${path}/${id}/resend`,
      status: 422,
      contains: ["was a test"],
      afterwards: (_reply, api) => expect(api.due).toEqual([]),
    },
    {
      name: "cancelling a pending one ends it",
      given: aDeliveryId,
      method: "POST",
      path: (id) => `${path}/${id}/cancel`,
      body: {},
      status: 200,
      contains: ['"status":"canceled"', '"reason":"manual"', '"nextAttemptAt":null'],
    },
    {
      name: "cancelling an ended one is refused",
      given: aSucceededId,
      method: "POST",
      path: (id) => `${path}/${id}/cancel`,
      status: 409,
      contains: ['"code":"delivery_not_pending"'],
    },
    {
      name: "a verb that takes nothing refuses fields",
      given: aDeliveryId,
      method: "POST",
      path: (id) => `${path}/${id}/cancel`,
      body: { reason: "why not" },
      status: 422,
      contains: ['"path":"reason"'],
    },
  ]);

  test("a cursor of one delivery's attempts is refused for another's", async () => {
    const api = await anApi();
    await api.anEndpointId();
    const ids: string[] = [];
    for (const id of ["one", "two"]) {
      await api.anEventId({ id });
      await attempted(api, aFailure(500));
      await attempted(api, aFailure(500));
      ids.push(api.due.at(-1)?.id ?? "");
    }
    const [one, two] = ids;
    const { body } = await api.call("GET", `${path}/${one}/attempts?limit=1`);
    const next = `attempts?cursor=${body.nextCursor}`;
    expect((await api.call("GET", `${path}/${one}/${next}`)).body.data).toMatchObject([{ number: 2 }]);
    const refused = await api.call("GET", `${path}/${two}/${next}`);
    expect([refused.status, refused.body.code]).toEqual([400, "invalid_cursor"]);
    await api.close();
  });

  test("the lists filter by what the page says, and an unknown id matches nothing", async () => {
    const api = await anApi();
    await aSucceededId(api);
    const matching = ["", "?endpointId=crm", "?eventId=one", "?eventType=message.delivered"];
    const other = [
      "?endpointId=nope",
      "?eventId=evt_nope",
      "?eventType=other.type",
      "?until=2020-01-01T00:00:00Z",
    ];
    const cases: [list: string, matching: string[], other: string[]][] = [
      [path, [...matching, "?status=succeeded"], [...other, "?status=pending"]],
      [
        "/api/v1/attempts",
        [...matching, "?outcome=success", "?statusClass=2xx", "?trigger=event"],
        [...other, "?outcome=timeout", "?statusClass=none", "?trigger=test"],
      ],
    ];
    for (const [list, some, none] of cases) {
      for (const query of [...some, ...none]) {
        const { body } = await api.call("GET", list + query, { as: "viewer" });
        expect([list + query, body.data.length]).toEqual([list + query, some.includes(query) ? 1 : 0]);
      }
    }
    await api.close();
  });

  test("an attempt shows the request as it was sent, without secrets", async () => {
    const api = await anApi();
    await aSucceededId(api);
    const [{ id }] = (await api.call("GET", "/api/v1/attempts")).body.data;
    const { body, text } = await api.call("GET", `/api/v1/attempts/${id}`, { as: "viewer" });
    expect(body.request.headers["webhook-signature"]).toBe("v1,test");
    expect(JSON.parse(body.request.body)).toMatchObject({ id: "one", data: { n: 1 } });
    expect(text).not.toContain("s3cret");
    await api.close();
  });
});
