import { describe, expect, test } from "bun:test";
import { type LogLine, loggerInto } from "../support/an-engine.ts";
import {
  eventsOf,
  order,
  requestsOf,
  type Sent,
  send,
  sendSigned,
  sharedSecret,
  signatureOf,
  signedSource,
  withApi,
} from "../support/an-upstream.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

describe("sources.md: what arrives at a source", () => {
  test("becomes an event with the body as its data, byte for byte, and a delivery", () =>
    withApi(async (api) => {
      await api.anEndpointId();
      const id = await signedSource(api);
      const reply = await sendSigned(api, id);
      expect([reply.status, await reply.text()]).toEqual([200, ""]);
      const [event] = await eventsOf(api);
      expect(event).toMatchObject({ type: "order.created", sourceId: id, tags: ["source:upstream"] });
      expect(event.id).toMatch(/^evt_[a-z2-7]{26}$/);
      expect(api.due.map(({ event: sent }) => [sent.id, sent.data])).toEqual([[event.id, order]]);
      const whole = (await api.call("GET", `/api/v1/events/${event.id}`)).body;
      expect(whole).toMatchObject({ sourceId: id, deliveries: { pending: 1 } });
      expect(await requestsOf(api, id)).toEqual({
        data: [
          {
            id: reply.headers.get("x-request-id"),
            at: expect.any(String),
            address: "192.0.2.1",
            verdict: "accepted",
            reason: null,
            eventIds: [event.id],
            body: order,
          },
        ],
        nextCursor: null,
      });
    }));

  test("becomes nothing new the second time, and is acknowledged all the same", () =>
    withApi(async (api) => {
      const id = await signedSource(api);
      await sendSigned(api, id);
      expect((await sendSigned(api, id)).status).toBe(200);
      expect(await eventsOf(api)).toHaveLength(1);
      const [second, first] = (await requestsOf(api, id)).data;
      expect([first.verdict, second.verdict, second.eventIds, second.body]).toEqual([
        "accepted",
        "duplicate",
        [],
        null,
      ]);
    }));

  test("is told apart by the id that its sender gives it, not by its bytes", () =>
    withApi(async (api) => {
      const id = await signedSource(api, { eventId: { header: "X-Delivery" } });
      await sendSigned(api, id, order, { "x-delivery": "1" });
      await sendSigned(api, id, order, { "x-delivery": "2" });
      await sendSigned(api, id, `${order} `, { "x-delivery": "1" });
      expect(await eventsOf(api)).toHaveLength(2);
    }));

  test("is told apart by ids that only differ in digits that a number would lose", () =>
    withApi(async (api) => {
      const id = await signedSource(api, { eventId: { pointer: "/n" }, eventType: "a" });
      for (const n of ["12345678901234567890", "12345678901234567891"])
        await sendSigned(api, id, `{"n":${n}}`);
      expect(await eventsOf(api)).toHaveLength(2);
    }));

  test("survives a restart as what was received", () =>
    withApi(async (api) => {
      const id = await signedSource(api);
      await sendSigned(api, id);
      const store = await api.reopen();
      const found = await store.findSource(id);
      expect(found?.source.config).toMatchObject({ verification: { secret: sharedSecret } });
      const event = { type: "order.created", dedupKey: "body:x", data: "{}", timestampMs: 0 };
      const received = { events: [event], bodyKey: null, request: null, nowMs: 0 };
      expect((await store.receiveEvents(id, received)).made).toHaveLength(1);
      expect((await store.receiveEvents(id, received)).repeated).toHaveLength(1);
    }));

  test("is stored in an organization that is strict, whatever its type", () =>
    withApi(async (api) => {
      await api.call("PATCH", `/api/v1/organizations/${api.organizationId}`, {
        as: "owner",
        body: { settings: { strictEventTypes: true } },
      });
      const id = await signedSource(api);
      expect((await sendSigned(api, id)).status).toBe(200);
      expect(await eventsOf(api)).toHaveLength(1);
    }));

  test("is answered as the source was told to", () =>
    withApi(async (api) => {
      const respondWith = { status: 202, body: '{"ok":true}', contentType: "application/json" };
      const id = await signedSource(api, { respondWith });
      const reply = await sendSigned(api, id);
      expect([reply.status, await reply.text(), reply.headers.get("content-type")]).toEqual([
        202,
        '{"ok":true}',
        "application/json",
      ]);
    }));

  test("loses its body in the log when an event of it is erased", () =>
    withApi(async (api) => {
      const id = await signedSource(api);
      await sendSigned(api, id);
      const [event] = await eventsOf(api);
      await api.call("DELETE", `/api/v1/events/${event.id}`);
      const [request] = (await requestsOf(api, id)).data;
      expect([request.body, request.eventIds]).toEqual([null, [event.id]]);
    }));

  test("is logged with 64 KiB of its body at most, cut at a character", () =>
    withApi(async (api) => {
      const id = await signedSource(api);
      await sendSigned(api, id, `{"type":"a", "text":"${"é".repeat(40_000)}"}`);
      const [{ body }] = (await requestsOf(api, id)).data;
      expect(Buffer.byteLength(body)).toBeWithin(65_530, 65_537);
      expect(body).toEndWith("é");
    }));
});

describe("a source refuses, stores nothing and says why in its log", () => {
  const refusals: [name: string, sent: Sent, status: number, reason: string][] = [
    ["a missing signature", { body: order }, 401, "missing or malformed"],
    [
      "a malformed one",
      { body: order, headers: { "x-signature": "sha256=zz" } },
      401,
      "missing or malformed",
    ],
    [
      "one of another body",
      { body: order, headers: { "x-signature": signatureOf("{}") } },
      401,
      "not that of this body",
    ],
    ["another method", { method: "GET" }, 405, "GET is not allowed here. Use POST."],
    ["a method that no source takes", { method: "PUT", body: order }, 405, ""],
    [
      "a body that is too large",
      { body: "x".repeat(2000), headers: { "x-signature": signatureOf("x") } },
      413,
      "larger",
    ],
  ];
  for (const [name, sent, status, reason] of refusals) {
    test(name, () =>
      withApi(
        async (api) => {
          const id = await signedSource(api);
          const reply = await send(api, id, sent);
          expect(reply.status).toBe(status);
          if (status === 401) expect(await reply.text()).toBe("");
          expect(await eventsOf(api)).toEqual([]);
          const { data } = await requestsOf(api, id);
          if (reason === "") return expect(data).toEqual([]);
          expect(data).toMatchObject([
            { verdict: "rejected", eventIds: [], body: null, address: "192.0.2.1" },
          ]);
          expect(data[0].reason).toContain(reason);
        },
        { bodyBytesMax: 1000 },
      ),
    );
  }

  test("without reading the body, where the head tells", () =>
    withApi(async (api) => {
      const id = await signedSource(api);
      let isRead = false;
      const body = new ReadableStream(
        {
          pull(controller) {
            isRead = true;
            controller.close();
          },
        },
        // Asked for nothing beforehand.
        { highWaterMark: 0 },
      );
      const request = new Request(`http://localhost/in/${id}`, { method: "POST", body });
      expect((await api.fetch(request)).status).toBe(401);
      expect(isRead).toBeFalse();
    }));

  test("when it is disabled: 404, as for a source that there is not", () =>
    withApi(async (api) => {
      const id = await signedSource(api);
      await api.call("PATCH", `/api/v1/sources/${id}`, { body: { status: "disabled" } });
      expect((await sendSigned(api, id)).status).toBe(404);
      expect((await sendSigned(api, "src_nothing")).status).toBe(404);
      expect((await requestsOf(api, id)).data[0].reason).toBe("The source is disabled.");
      await api.call("PATCH", `/api/v1/sources/${id}`, { body: { status: "active" } });
      expect((await sendSigned(api, id)).status).toBe(200);
    }));

  test("with 503 and a time to wait while nothing can be stored", () =>
    withApi(
      async (api) => {
        const id = await signedSource(api);
        const reply = await sendSigned(api, id);
        expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "10"]);
        expect((await requestsOf(api, id)).data[0]).toMatchObject({ verdict: "rejected", reason: "full" });
      },
      { operations: { publishingRefusal: () => "full" } },
    ));

  test("more than 1,000 requests a second, with a time to wait and without a line each in the log", () => {
    const clock = new VirtualClock();
    const log: LogLine[] = [];
    return withApi(
      async (api) => {
        const id = await signedSource(api);
        const statuses: number[] = [];
        for (let i = 0; i < 1001; i++) statuses.push((await send(api, id)).status);
        expect(statuses.slice(0, 1000).every((status) => status === 401)).toBeTrue();
        const reply = await send(api, id);
        expect([statuses.at(-1), reply.status, reply.headers.get("retry-after")]).toEqual([429, 429, "1"]);
        expect(log.filter(({ event }) => event === "source.refused")).toHaveLength(1000);
      },
      { logger: loggerInto(log), operations: { clock } },
    );
  });
});
