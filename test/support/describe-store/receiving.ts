import { describe, expect, test } from "bun:test";
import type { Source } from "../../../src/domain/source.ts";
import type { SourceState, StateDecision } from "../../../src/domain/source-event.ts";
import type { DueDecision } from "../../../src/store/source-verbs.ts";
import { aSource, aSourceEvent, aSourceRequest, received } from "../a-source.ts";
import { firstPage, refusal, type StoreUnderTest } from "./store-under-test.ts";

const nothing: StateDecision = { events: [], put: [], remove: [] };

/** Inbound sources: what arrives becomes events, once. */
export function describeReceiving(subject: StoreUnderTest): void {
  const { create, deliveriesOf, finishChores, now } = subject;

  const aSourceOf = (over: Parameters<typeof aSource>[0] = {}): Promise<Source> =>
    subject.store.createSource(subject.org, aSource({ nowMs: now(), ...over }));
  const receive = (source: Source, events: Parameters<typeof received>[0], over = {}) =>
    subject.store.receiveEvents(source.id, received(events, { nowMs: now(), ...over }));
  const allEvents = async () => (await subject.store.listEvents(subject.org, {}, firstPage)).data;

  describe("receiving", () => {
    test("an event is stored with its delivery, its source and its tag", async () => {
      await create();
      const source = await aSourceOf();
      const { made, repeated, work } = await receive(source, [
        aSourceEvent({ dedupKey: "a", timestampMs: 5 }),
      ]);
      expect(repeated).toEqual([]);
      expect(await allEvents()).toMatchObject([
        {
          id: made[0],
          sourceId: source.id,
          tags: ["source:upstream"],
          timestamp: "1970-01-01T00:00:00.005Z",
        },
      ]);
      expect(work.due.map(({ event }) => event.id)).toEqual(made);
    });

    test("a known key makes nothing, within one request too, and names the same event", async () => {
      await create();
      const source = await aSourceOf();
      const [first, second] = [aSourceEvent({ dedupKey: "a" }), aSourceEvent({ dedupKey: "b" })];
      const { made } = await receive(source, [first, first]);
      expect(made).toHaveLength(1);
      const again = await receive(source, [second, first]);
      expect([again.made.length, again.repeated, again.work.due.length]).toEqual([1, made, 1]);
      await subject.reopen();
      expect((await receive(source, [first, second])).repeated).toEqual([...made, ...again.made]);
    });

    test("the same key of another source is another event", async () => {
      const [one, two] = [await aSourceOf(), await aSourceOf({ spec: { ...aSource().spec, name: "other" } })];
      const event = aSourceEvent({ dedupKey: "a" });
      const made = [...(await receive(one, [event])).made, ...(await receive(two, [event])).made];
      expect(new Set(made).size).toBe(2);
    });

    test("a body is known once its key was stored, and not before", async () => {
      const source = await aSourceOf();
      expect(await subject.store.isKnown(source.id, "body:1")).toBeFalse();
      await receive(source, [], { bodyKey: "body:1" });
      await receive(source, [], { bodyKey: "body:1" });
      expect(await subject.store.isKnown(source.id, "body:1")).toBeTrue();
      expect(await subject.store.isKnown(source.id, "body:2")).toBeFalse();
    });

    test("many events to many endpoints are delivered whole, in steps", async () => {
      for (let n = 0; n < 9; n++) await create();
      const source = await aSourceOf();
      const events = Array.from({ length: 250 }, () => aSourceEvent());
      const { made, work } = await receive(source, events);
      expect(work.chores).toBeTrue();
      await finishChores();
      for (const id of [made[0], made.at(-1)]) expect(await deliveriesOf(id ?? "")).toHaveLength(9);
    });

    test("a disabled or deleted source takes nothing", async () => {
      const source = await aSourceOf();
      const disable = ({ name, config }: Source) => ({
        spec: { name, config, status: "disabled" as const },
        eventTypes: [],
      });
      await subject.store.updateSource(subject.org, source.id, {
        change: disable,
        shown: () => ({}),
        nowMs: now(),
      });
      expect((await refusal(receive(source, [aSourceEvent()]))).code).toBe("not_found");
      await subject.store.deleteSource(subject.org, source.id, { shown: () => ({}), nowMs: now() });
      expect((await refusal(receive(source, [aSourceEvent()]))).code).toBe("not_found");
      expect(await allEvents()).toEqual([]);
    });

    test("only the newest thousand requests are listed", async () => {
      const source = await aSourceOf();
      const id = (n: number) => `req_${String(n).padStart(5, "0")}`;
      const requests = Array.from({ length: 1030 }, (_, n) => aSourceRequest({ id: id(n), atMs: n }));
      await Promise.all(requests.map((request) => receive(source, [], { request })));
      const filter = { beforeId: null, limit: 2000 };
      const listed = await subject.store.listSourceRequests(subject.org, source.id, filter);
      expect(listed.map((request) => request.id)).toEqual(
        requests
          .slice(30)
          .map((request) => request.id)
          .reverse(),
      );
    });

    test("more sources than an organization may have are refused", async () => {
      await aSourceOf({ sourcesMax: 1 });
      const another = aSource({ spec: { ...aSource().spec, name: "b" }, sourcesMax: 1 });
      expect((await refusal(subject.store.createSource(subject.org, another))).code).toBe("limit_reached");
    });

    test("types that endpoints name in full are told from those that a pattern takes", async () => {
      await create({ spec: { eventTypes: ["*", "message.incoming"] } });
      const types = ["message.incoming", "message.report", "order.created"];
      expect([...(await subject.store.findNamedTypes(subject.org, types))]).toEqual(["message.incoming"]);
    });
  });

  describe("what a source remembers", () => {
    /** Counts how often it was asked, in the state "n", and tells of it. */
    const counting = (dueAtMs: number | null) =>
      aSourceEvent({
        rule: {
          decide(find) {
            const n = Number(find("n")?.value ?? 0) + 1;
            const events = [aSourceEvent({ type: "order.counted", dedupKey: `n:${n}`, data: `{"n":${n}}` })];
            return { events, put: [{ name: "n", value: String(n), dueAtMs }], remove: ["none"] };
          },
        },
      });
    const countsOf = async () => (await allEvents()).filter(({ type }) => type === "order.counted").length;

    test("is decided with the event, once for each that is new", async () => {
      const source = await aSourceOf();
      const [first, second] = [counting(null), counting(null)];
      await receive(source, [first, first, second]);
      await subject.reopen();
      await receive(source, [second]);
      expect(await countsOf()).toBe(2);
    });

    test("is asked about once its time has come, and survives a restart", async () => {
      const source = await aSourceOf();
      await create();
      await receive(source, [counting(now() + 1000)]);
      const asked: SourceState[] = [];
      const decide: DueDecision = ({ source: of }, state) => {
        expect(of.id).toBe(source.id);
        asked.push(state);
        return {
          ...nothing,
          events: [aSourceEvent({ type: "order.expired", dedupKey: "expired" })],
          remove: ["n"],
        };
      };
      expect(await subject.store.continueSourceStates(now(), decide)).toMatchObject({ done: true });
      expect(asked).toEqual([]);
      await subject.reopen();
      const { work } = await subject.store.continueSourceStates(now() + 1000, decide);
      expect(asked).toEqual([{ name: "n", value: "1", dueAtMs: now() + 1000 }]);
      expect(work.due.map(({ event }) => event.type)).toEqual(["order.expired"]);
      await subject.store.continueSourceStates(now() + 5000, decide);
      expect(asked).toHaveLength(1);
    });

    test("is asked about once where nothing is decided, and later where it is put off", async () => {
      const source = await aSourceOf();
      await receive(source, [counting(now())]);
      let asked = 0;
      const putOff: DueDecision = (_, state) => {
        asked++;
        return asked === 1 ? { ...nothing, put: [{ ...state, dueAtMs: now() }] } : nothing;
      };
      await subject.store.continueSourceStates(now(), putOff);
      await subject.store.continueSourceStates(now(), putOff);
      expect(asked).toBe(1);
      for (const laterMs of [1000, 2000, 3000])
        await subject.store.continueSourceStates(now() + laterMs, putOff);
      expect(asked).toBe(2);
    });

    test("goes with the source, in steps", async () => {
      const source = await aSourceOf();
      await receive(source, [counting(now()), ...Array.from({ length: 300 }, () => aSourceEvent())], {
        request: aSourceRequest(),
      });
      await subject.store.deleteSource(subject.org, source.id, { shown: () => ({}), nowMs: now() });
      let asked = 0;
      const decide: DueDecision = () => {
        asked++;
        return nothing;
      };
      await subject.store.continueSourceStates(now(), decide);
      await finishChores();
      expect(asked).toBe(0);
      expect(await allEvents()).toHaveLength(100);
      const again = await aSourceOf({ id: source.id });
      const filter = { beforeId: null, limit: 10 };
      expect(await subject.store.listSourceRequests(subject.org, again.id, filter)).toEqual([]);
    });
  });

  describe("retention of what sources received", () => {
    const dayMs = 24 * 3_600_000;
    async function sweep(days: number): Promise<void> {
      const nowMs = now() + days * dayMs;
      let place: Parameters<typeof subject.store.sweep>[1] = null;
      do {
        place = (await subject.store.sweep({ nowMs, wallMs: nowMs, retentionDays: 5 }, place)).next;
      } while (place !== null);
    }

    test("keys are forgotten after 8 days, the log with the events", async () => {
      const source = await aSourceOf();
      const request = aSourceRequest({ atMs: now() });
      await receive(source, [aSourceEvent({ dedupKey: "a" })], { bodyKey: "body:1", request });
      const logged = () =>
        subject.store.listSourceRequests(subject.org, source.id, { beforeId: null, limit: 10 });
      await sweep(4.9);
      expect(await logged()).toHaveLength(1);
      await sweep(7.9);
      expect([(await logged()).length, (await allEvents()).length]).toEqual([0, 0]);
      expect(await subject.store.isKnown(source.id, "body:1")).toBeTrue();
      await sweep(8.1);
      expect(await subject.store.isKnown(source.id, "body:1")).toBeFalse();
    });
  });
}
