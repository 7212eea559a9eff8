import { describe, expect, test } from "bun:test";
import type { TestApi } from "../support/an-api.ts";
import { order, requestsOf, send, sendSigned, signedSource, withApi } from "../support/an-upstream.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

describe("the log of a source's requests", () => {
  test("has what was taken and what was refused, newest first, page by page, or one verdict alone", () =>
    withApi(async (api) => {
      const id = await signedSource(api);
      await sendSigned(api, id, '{"type":"a"}');
      await send(api, id, { body: order });
      await sendSigned(api, id, '{"type":"a"}');
      await sendSigned(api, id, '{"type":"b"}');
      const verdicts = ({ data }: { data: { verdict: string }[] }) => data.map(({ verdict }) => verdict);
      expect(verdicts(await requestsOf(api, id))).toEqual(["accepted", "duplicate", "rejected", "accepted"]);
      const first = await requestsOf(api, id, "?limit=3");
      const second = await requestsOf(api, id, `?limit=3&cursor=${first.nextCursor}`);
      expect([verdicts(first), verdicts(second), second.nextCursor]).toEqual([
        ["accepted", "duplicate", "rejected"],
        ["accepted"],
        null,
      ]);
      for (const verdict of ["accepted", "duplicate", "rejected"]) {
        const found = verdicts(await requestsOf(api, id, `?verdict=${verdict}`));
        expect([...new Set(found)]).toEqual([verdict]);
      }
      const damaged = await api.call("GET", `/api/v1/sources/${id}/requests?cursor=${first.nextCursor}x`);
      expect([damaged.status, damaged.body.code]).toEqual([400, "invalid_cursor"]);
    }));

  test("keeps a thousand of each, so that a flood of refusals hides nothing", () =>
    withApi(async (api) => {
      const id = await signedSource(api);
      await sendSigned(api, id, '{"type":"a"}');
      for (let i = 0; i < 1200; i++) await send(api, id, { headers: { "x-request-id": "the-same" } });
      const rejected: unknown[] = [];
      for (let cursor = ""; ; ) {
        const { data, nextCursor } = await requestsOf(api, id, `?verdict=rejected&limit=100${cursor}`);
        rejected.push(...data);
        if (nextCursor === null) break;
        cursor = `&cursor=${nextCursor}`;
      }
      expect(rejected).toHaveLength(1000);
      expect((await requestsOf(api, id, "?verdict=accepted")).data).toHaveLength(1);
    }));
});

describe("delivery.md: posthorn.source.rejecting", () => {
  const told = async (api: TestApi) =>
    (await api.call("GET", "/api/v1/events?type=posthorn.source.rejecting")).body.data;

  test("is told once, at the tenth refusal in a row within ten minutes", () => {
    const clock = new VirtualClock();
    return withApi(
      async (api) => {
        await api.anEndpointId({ eventTypes: ["posthorn.source.rejecting"] });
        const id = await signedSource(api);
        for (let i = 0; i < 9; i++) await send(api, id);
        await sendSigned(api, id);
        for (let i = 0; i < 9; i++) await send(api, id);
        expect(await told(api)).toEqual([]);
        for (let i = 0; i < 20; i++) await send(api, id);
        expect(await told(api)).toHaveLength(1);
        expect(JSON.parse(api.due[0]?.event.data ?? "")).toEqual({
          sourceId: id,
          name: "upstream",
          rejected: 10,
          lastReason: "The signature in X-Signature is missing or malformed.",
        });
        await sendSigned(api, id, `${order} `);
        for (let i = 0; i < 10; i++) await send(api, id);
        expect(await told(api)).toHaveLength(2);
      },
      { operations: { clock } },
    );
  });
});
