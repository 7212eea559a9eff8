import { beforeEach, describe, expect, test } from "bun:test";
import type { EventTypeSpec } from "../../../src/store/catalogue-verbs.ts";
import { anEvent } from "../a-store.ts";
import { firstPage, refusal, type StoreUnderTest } from "./store-under-test.ts";

const spec = (over: Partial<EventTypeSpec> = {}): EventTypeSpec => ({
  description: "",
  group: null,
  schema: null,
  example: null,
  archived: false,
  shared: false,
  ...over,
});

const needsName = '{"type":"object","required":["name"]}';

/** The catalogue of event types, and what it means to publishing. */
export function describeCatalogue(subject: StoreUnderTest): void {
  const { create, publish, now } = subject;
  const put = (name: string, over: Partial<EventTypeSpec> = {}, org = subject.org) =>
    subject.store.putEventType(org, name, { spec: spec(over), nowMs: now() });
  const remove = (name: string, mayDeleteShared = false) =>
    subject.store.deleteEventType(subject.org, name, { mayDeleteShared });
  const anotherOrganization = async () => {
    const made = { id: "org_other", uid: null, name: "Other", nowMs: now() };
    const { settings } = (await subject.store.findOrganization(subject.org)) ?? {};
    return (await subject.store.createOrganization({ ...made, settings: settings as never })).id;
  };

  describe("the catalogue", () => {
    test("keeps an entry, replaces it whole, and forgets it", async () => {
      const full = { description: "d", group: "g", schema: '{"type": "object"}', example: '{ "n": 1 }' };
      const made = await put("order.created", full);
      expect(made).toMatchObject({ ...full, schema: { type: "object" }, example: { n: 1 }, shared: false });
      subject.clock.stepWall(1000);
      const replaced = await put("order.created", { description: "other" });
      expect(replaced).toMatchObject({ description: "other", group: null, schema: null, example: null });
      expect([replaced.createdAt, replaced.updatedAt]).toEqual([
        made.createdAt,
        new Date(now()).toISOString(),
      ]);
      await subject.reopen();
      expect(await subject.store.getEventType(subject.org, "order.created")).toEqual(replaced);
      await remove("order.created");
      const gone = subject.store.getEventType(subject.org, "order.created");
      expect((await refusal(gone)).code).toBe("not_found");
    });

    test("lists the newest first, page by page, and each once", async () => {
      for (const name of ["a", "b", "c"]) await put(name);
      await put("b", { shared: true });
      await put("s", { shared: true });
      const first = await subject.store.listEventTypes(subject.org, { limit: 2, cursor: null });
      const rest = await subject.store.listEventTypes(subject.org, { limit: 2, cursor: first.nextCursor });
      expect([...first.data, ...rest.data].map(({ name, shared }) => [name, shared])).toEqual([
        ["s", true],
        ["c", false],
        ["b", false],
        ["a", false],
      ]);
      expect(rest.nextCursor).toBeNull();
    });

    test("shows a shared entry to every organization, which may have its own before it", async () => {
      const other = await anotherOrganization();
      await put("order.created", { description: "shared", shared: true });
      await put("order.created", { description: "own" }, other);
      const read = async (org: typeof other) => {
        const { description, shared } = await subject.store.getEventType(org, "order.created");
        const { data } = await subject.store.listEventTypes(org, firstPage);
        return [description, shared, data.length];
      };
      expect(await read(subject.org)).toEqual(["shared", true, 1]);
      expect(await read(other)).toEqual(["own", false, 1]);
      expect((await refusal(remove("order.created"))).code).toBe("forbidden");
      await remove("order.created", true);
      expect((await refusal(remove("order.created", true))).code).toBe("not_found");
      expect(await read(other)).toEqual(["own", false, 1]);
    });

    test("keeps an example as it was written", async () => {
      await put("order.created", { example: '{ "n" : 1.0 }' });
      await put("order.paid");
      expect(await subject.store.findExample(subject.org, "order.created")).toBe('{ "n" : 1.0 }');
      expect(await subject.store.findExample(subject.org, "order.paid")).toBeNull();
      expect(await subject.store.findExample(subject.org, "order.none")).toBeNull();
    });
  });

  describe("a strict organization", () => {
    beforeEach(async () => {
      await subject.store.updateOrganization(
        subject.org,
        ({ settings, ...rest }) => ({ ...rest, settings: { ...settings, strictEventTypes: true } }),
        now(),
      );
      await create();
    });
    const placeOf = async (verb: Promise<unknown>) => {
      const { code, errors } = await refusal(verb);
      return [code, errors[0]?.path];
    };

    test("takes only what its catalogue knows, and nothing that is archived", async () => {
      expect(await placeOf(publish({ type: "order.created" }))).toEqual(["validation_failed", "type"]);
      await put("order.created");
      expect((await publish({ type: "order.created" })).published.deliveries).toBe(1);
      await put("order.created", { archived: true });
      expect(await placeOf(publish({ type: "order.created" }))).toEqual(["validation_failed", "type"]);
      await put("order.created", { shared: true });
      expect(await placeOf(publish({ type: "order.created" }))).toEqual(["validation_failed", "type"]);
      await remove("order.created");
      expect((await publish({ type: "order.created" })).published.deliveries).toBe(1);
    });

    test("takes only data that fits the schema as it is now", async () => {
      await put("a", { schema: needsName });
      expect(await placeOf(publish({ type: "a" }))).toEqual(["validation_failed", "data.name"]);
      expect((await publish({ type: "a", data: '{"name":1}' })).published.duplicate).toBe(false);
      await put("a", { schema: '{"properties":{"name":{"type":"string"}}}' });
      expect(await placeOf(publish({ type: "a", data: '{"name":1}' }))).toEqual([
        "validation_failed",
        "data.name",
      ]);
      await put("a");
      expect((await publish({ type: "a", data: '{"name":1}' })).published.duplicate).toBe(false);
      await subject.reopen();
      await put("a", { schema: needsName });
      expect(await placeOf(publish({ type: "a" }))).toEqual(["validation_failed", "data.name"]);
    });

    test("answers a repeated id with the first event, whatever the catalogue says now", async () => {
      await put("a");
      await publish({ id: "e1", type: "a" });
      await put("a", { archived: true });
      expect((await publish({ id: "e1", type: "a" })).published.duplicate).toBe(true);
    });

    test("judges each event of a batch on its own", async () => {
      await put("a", { schema: needsName });
      const events = [{ type: "a" }, { type: "a", data: '{"name":""}' }, { type: "b" }].map((one) =>
        anEvent({ nowMs: now(), ...one }),
      );
      const { results } = await subject.store.acceptEvents(subject.org, { events, spacingMs: null });
      expect(results).toMatchObject([
        { refusal: { errors: [{ path: "data.name" }] } },
        { published: { deliveries: 1 } },
        { refusal: { errors: [{ path: "type" }] } },
      ]);
    });

    test("a schema and the events behind it in the same moment belong together", async () => {
      const replies = await Promise.allSettled([
        put("a", { schema: needsName }),
        publish({ type: "a" }),
        put("a"),
        publish({ type: "a" }),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([
        "fulfilled",
        "rejected",
        "fulfilled",
        "fulfilled",
      ]);
    });
  });
}
