import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { continueSourceStates } from "../../src/operations/continue-source-states.ts";
import { whatsapp } from "../../src/sources/whatsapp/whatsapp.ts";
import type { Store } from "../../src/store/store.ts";
import {
  aMessage,
  appSecret,
  aStatus,
  namesOfPayloads,
  ofMessages,
  payload,
  readOne,
  signatureOf,
} from "../sources/whatsapp/a-notification.ts";
import { anApi, type TestApi } from "../support/an-api.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const config = { verifyToken: "vibe-token-1", appSecrets: [appSecret] };
const hourMs = 3_600_000;

async function withApi(run: (api: TestApi) => Promise<void>, over: Parameters<typeof anApi>[0] = {}) {
  const api = await anApi(over);
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

const aSource = (api: TestApi, over: object = {}) =>
  api.aSourceId({ kind: "whatsapp", name: "wa", config: { ...config, ...over } });

function post(api: TestApi, id: string, body: Uint8Array, signature = signatureOf(body)): Promise<Response> {
  const headers = { "x-hub-signature-256": signature, "content-type": "application/json" };
  return api.fetch(
    new Request(`http://localhost/in/${id}`, { method: "POST", headers, body: new Uint8Array(body) }),
  );
}

async function eventsOf(
  api: TestApi,
  query = "",
): Promise<{ id: string; type: string; timestamp: string }[]> {
  const found = [];
  for (let cursor = ""; ; ) {
    const path = `/api/v1/events?tag=source:wa&limit=100${query}${cursor}`;
    const { data, nextCursor } = (await api.call("GET", path)).body;
    found.push(...data);
    if (nextCursor === null) return found.reverse();
    cursor = `&cursor=${nextCursor}`;
  }
}

const typesOf = async (api: TestApi) => (await eventsOf(api)).map(({ type }) => type);
const requestsOf = async (api: TestApi, id: string) =>
  (await api.call("GET", `/api/v1/sources/${id}/requests`)).body.data;

const expectations = (await Bun.file(
  `${import.meta.dir}/../sources/whatsapp/payloads/expected.json`,
).json()) as {
  files: Record<string, { events: { type: string }[] }>;
};
const expectedTypes = (name: string) => (expectations.files[name]?.events ?? []).map(({ type }) => type);

/** As a gateway on the way might write it. */
const rewritten = (body: Buffer) => Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 2));

describe("sources.md: whatsapp", () => {
  test("a source is made with a token that admins see, and with its types in the catalogue", () =>
    withApi(async (api) => {
      const { body, status } = await api.call("POST", "/api/v1/sources", {
        body: { kind: "whatsapp", name: "wa", config: { appSecrets: [appSecret] } },
      });
      expect([status, body.config]).toEqual([
        201,
        {
          verifyToken: expect.stringMatching(/^[\w-]{32}$/),
          appSecrets: ["[redacted]"],
          includeRaw: true,
        },
      ]);
      const seen = await api.call("GET", `/api/v1/sources/${body.id}`, { as: "viewer" });
      expect(seen.body.config.verifyToken).toBe("[redacted]");
      const { data } = (await api.call("GET", "/api/v1/event-types?limit=100")).body;
      const names = data.map(({ name }: { name: string }) => name);
      for (const { name } of whatsapp.eventTypes({ ...config, includeRaw: true }))
        expect(names).toContain(name);
      const delivered = (await api.call("GET", "/api/v1/event-types/message.delivered")).body;
      expect(delivered).toMatchObject({ group: "whatsapp", example: { status: "delivered" } });
      expect(delivered.schema.required).toContain("messageId");
    }));

  test("the app's secret is changed without a gap", () =>
    withApi(async (api) => {
      const id = await aSource(api);
      const patch = (appSecrets: string[]) =>
        api.call("PATCH", `/api/v1/sources/${id}`, { body: { config: { appSecrets } } });
      expect((await patch(["[redacted]", "the new secret"])).status).toBe(200);
      expect((await post(api, id, payload("status-read.json"))).status).toBe(200);
      const body = payload("status-sent-v24-without-conversation.json");
      expect((await post(api, id, body, signatureOf(body, "the new secret"))).status).toBe(200);
      await patch(["the new secret"]);
      expect((await post(api, id, payload("status-played.json"))).status).toBe(401);
    }));

  test("Meta's handshake is answered with the challenge alone", () =>
    withApi(async (api) => {
      const id = await aSource(api);
      const get = (token: string) =>
        api.fetch(
          new Request(
            `http://localhost/in/${id}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`,
          ),
        );
      const reply = await get("vibe-token-1");
      expect([reply.status, await reply.text()]).toEqual([200, "1158201444"]);
      expect(reply.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
      expect(reply.headers.get("cache-control")).toBe("no-store");
      const refused = await get("vibe-token-2");
      expect([refused.status, await refused.text()]).toEqual([403, ""]);
      const log = JSON.stringify(await requestsOf(api, id));
      expect(log).not.toContain("vibe-token");
    }));

  test("Meta's handshake is answered while there is no room for notifications", () =>
    withApi(
      async (api) => {
        const id = await aSource(api);
        const query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=vibe-token-1";
        const reply = await api.fetch(new Request(`http://localhost/in/${id}?${query}`));
        expect([reply.status, await reply.text()]).toEqual([200, "1158201444"]);
        expect((await post(api, id, payload("status-read.json"))).status).toBe(503);
      },
      { operations: { publishingRefusal: () => "full" } },
    ));

  test("a body of 3 MB is taken though the API takes less, and one beyond 4 MiB is not", () =>
    withApi(
      async (api) => {
        const id = await aSource(api);
        const large = (characters: number) =>
          ofMessages({ messages: [aMessage({ text: { body: "x".repeat(characters) } })] });
        expect((await post(api, id, large(3_000_000))).status).toBe(200);
        expect((await post(api, id, large(4 * 1024 * 1024))).status).toBe(413);
        expect(await typesOf(api)).toEqual(["message.received"]);
      },
      { bodyBytesMax: 1000 },
    ));

  test("what is not signed is refused, and nothing of it is stored", () =>
    withApi(async (api) => {
      const id = await aSource(api);
      const body = payload("inbound-text.json");
      const reply = await post(api, id, body, signatureOf(body, "another secret"));
      expect([reply.status, await reply.text(), await eventsOf(api)]).toEqual([401, "", []]);
      expect((await requestsOf(api, id))[0]).toMatchObject({ verdict: "rejected", body: null });
    }));

  test("an event's id is derived from its source and its key, so that no repetition has another", () =>
    withApi(async (api) => {
      const id = await aSource(api);
      await post(api, id, payload("status-delivered.json"));
      const { dedupKey } = readOne(payload("status-delivered.json"));
      const digest = createHash("sha256").update(`${id}\0${dedupKey}`).digest();
      const bits = [...digest].map((byte) => byte.toString(2).padStart(8, "0")).join("");
      const letters = bits.match(/.{5}/g)?.slice(0, 26) ?? [];
      const expected = letters
        .map((five) => "abcdefghijklmnopqrstuvwxyz234567"[Number.parseInt(five, 2)])
        .join("");
      expect((await eventsOf(api))[0]).toMatchObject({ id: `evt_${expected}`, type: "message.delivered" });
    }));
});

describe("what comes more than once", () => {
  test("is stored once: each sample again, written in another way, and all of them in one batch", () =>
    withApi(async (api) => {
      const id = await aSource(api);
      for (const name of namesOfPayloads) {
        const before = (await eventsOf(api)).length;
        for (const body of [payload(name), payload(name), rewritten(payload(name))]) {
          expect([name, (await post(api, id, body)).status]).toEqual([name, 200]);
        }
        expect([name, (await typesOf(api)).slice(before)]).toEqual([name, newTypes(name)]);
      }
      const all = await eventsOf(api);
      const entry = namesOfPayloads.flatMap((name) => JSON.parse(payload(name).toString()).entry);
      const batch = Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry }));
      expect((await post(api, id, batch)).status).toBe(200);
      expect(await eventsOf(api)).toEqual(all);
      expect((await requestsOf(api, id))[0]).toMatchObject({ verdict: "duplicate" });
    }));

  /** Types of a sample that no sample before it has made: a few of them are about the same message. */
  const known = new Set<string>();
  function newTypes(name: string): string[] {
    const keys = JSON.parse(JSON.stringify(expectations.files[name]?.events ?? [])) as {
      dedup_key: string;
    }[];
    const types = expectedTypes(name).filter((_, i) => !known.has(keys[i]?.dedup_key ?? ""));
    for (const { dedup_key } of keys) known.add(dedup_key);
    return types;
  }

  test("is stored once after a restart, too", () =>
    withApi(async (api) => {
      const id = await aSource(api);
      await post(api, id, payload("inbound-text.json"));
      const store = await api.reopen();
      const event = { ...readOne(payload("inbound-text.json")), data: "{}" };
      const received = { events: [event], bodyKey: null, request: null, nowMs: 0 };
      expect(await store.receiveEvents(id, received)).toMatchObject({ made: [] });
    }));

  test("a batch of a thousand is stored once, however it is cut when it comes again", () =>
    withApi(async (api) => {
      const id = await aSource(api);
      const statuses = Array.from({ length: 1000 }, (_, i) => aStatus({ id: `wamid.${i}` }));
      expect((await post(api, id, ofMessages({ statuses }))).status).toBe(200);
      for (const some of [statuses.slice(300), statuses.slice(0, 500).reverse()]) {
        expect((await post(api, id, ofMessages({ statuses: some }))).status).toBe(200);
      }
      const events = await eventsOf(api);
      expect([events.length, new Set(events.map(({ id: one }) => one)).size]).toEqual([1000, 1000]);
    }));
});

describe("the second catalogue", () => {
  test("is made only for endpoints that name it in full", () =>
    withApi(async (api) => {
      await api.anEndpointId({ eventTypes: ["*", "message.*"] });
      const id = await aSource(api);
      await post(api, id, payload("inbound-text.json"));
      expect(await typesOf(api)).toEqual(["message.received"]);
      await api.anEndpointId({ eventTypes: ["message.incoming"], url: "https://other.example.com/in" });
      await post(api, id, payload("inbound-text-forwarded.json"));
      await post(api, id, payload("status-read.json"));
      expect((await typesOf(api)).slice(1)).toEqual(["message.received", "message.incoming", "message.read"]);
      const incoming = api.due.filter(({ event }) => event.type === "message.incoming");
      expect(incoming).toHaveLength(1);
    }));
});

describe("conversations", () => {
  const said = (clock: VirtualClock, over: object = {}) => {
    const timestamp = String(Math.floor(clock.now() / 1000));
    return ofMessages({
      messages: [aMessage({ timestamp, type: "text", text: { body: "Hello" }, ...over })],
    });
  };
  const sweep = (store: Store, clock: VirtualClock) =>
    continueSourceStates({ store, clock, nudge: () => undefined });

  test("are opened with a message and closed by the clock, once, also after a restart", () => {
    const clock = new VirtualClock(Date.parse("2026-05-13T12:00:00.000Z"));
    return withApi(
      async (api) => {
        const id = await aSource(api);
        for (const wamid of ["wamid.1", "wamid.2", "wamid.1"])
          await post(api, id, said(clock, { id: wamid }));
        expect(await typesOf(api)).toEqual(["message.received", "conversation.opened", "message.received"]);
        await clock.advance(24 * hourMs - 1);
        await sweep(api.store, clock);
        expect(await typesOf(api)).toHaveLength(3);
        const store = await api.reopen();
        await clock.advance(1000);
        await sweep(store, clock);
        await sweep(store, clock);
        await clock.advance(hourMs);
        await sweep(store, clock);
        const { events } = await closedIn(store, api);
        expect(events).toEqual(["2026-05-14T12:00:00.000Z"]);
      },
      { operations: { clock } },
    );
  });

  async function closedIn(store: Store, api: TestApi) {
    const filter = { type: "conversation.closed" };
    const page = await store.listEvents(api.organizationId, filter, { limit: 10, cursor: null });
    return { events: page.data.map(({ timestamp }) => timestamp) };
  }
});
