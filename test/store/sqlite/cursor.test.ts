import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { Page, PageRequest } from "../../../src/domain/page.ts";
import { decodeCursor, encodeCursor } from "../../../src/store/sqlite/cursor.ts";
import { aFailure, aKey, anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";

const lists = ["deliveries", "attempts", "delivery-7-attempts", "events", "endpoints", "api-keys"];
const seq = fc.integer({ min: 0, max: 999_999_999_999_999 });
const listName = fc.constantFrom(...lists);

describe("a cursor", () => {
  test("names its place in its list", () => {
    fc.assert(
      fc.property(listName, seq, (list, at) => expect(decodeCursor(list, encodeCursor(list, at))).toBe(at)),
    );
  });

  test("goes into a URL as it is", () => {
    fc.assert(
      fc.property(listName, seq, (list, at) =>
        expect(encodeCursor(list, at)).toMatch(/^[A-Za-z0-9_-]{1,100}$/),
      ),
    );
  });

  test("that is missing is the beginning", () => expect(decodeCursor("events", null)).toBeNull());

  test("of another list is refused", () => {
    for (const list of lists) {
      for (const other of lists.filter((one) => one !== list)) {
        expect(() => decodeCursor(other, encodeCursor(list, 7))).toThrow(refused);
      }
    }
  });

  test("is refused when a single character of it is another one, missing or too many", () => {
    const character = fc.constantFrom(..."ABCXYZabcxyz0189-_=+/. é");
    fc.assert(
      fc.property(
        listName,
        seq,
        fc.nat(100),
        character,
        fc.constantFrom(0, 1),
        fc.boolean(),
        (list, at, where, put, cut, isPut) => {
          const cursor = encodeCursor(list, at);
          const i = where % cursor.length;
          const damaged = cursor.slice(0, i) + (isPut ? put : "") + cursor.slice(i + cut);
          if (damaged === cursor) return;
          expect(() => decodeCursor(list, damaged)).toThrow(refused);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    "",
    " ",
    "x",
    "\0",
    "null",
    "deliveries:5:00000000",
    Buffer.from("events:5").toString("base64url"),
  ])("is not %p", (text) => expect(() => decodeCursor("events", text)).toThrow(refused));

  test("of a megabyte is refused like any other", () => {
    for (const text of ["A".repeat(1_000_000), encodeCursor("events", 5) + "=".repeat(1_000_000)]) {
      expect(() => decodeCursor("events", text)).toThrow(refused);
    }
  });

  test("that is refused says so as a mistake of the caller's, at its parameter", () => {
    const refusal = expect.objectContaining({
      code: "invalid_cursor",
      errors: [{ path: "cursor", message: "is not one that this list gave out" }],
    });
    expect(() => decodeCursor("events", "x")).toThrow(refusal as never);
  });
});

const refused = "The cursor is not one of this list. Start again without a cursor.";

describe("a walk through all pages while rows come and go", () => {
  let opened: TestStore;
  beforeEach(async () => {
    opened = await aStore();
  });
  afterEach(() => opened.close());

  type Row = { id: string };
  type List = (page: PageRequest) => Promise<Page<Row>>;

  /** Lists, and what makes a row of them come or go. */
  const kinds: Record<
    string,
    () => { list: List; add(): Promise<unknown>; remove: ((id: string) => Promise<unknown>) | null }
  > = {
    endpoints: () => ({
      list: (page) => opened.store.listEndpoints(opened.organizationId, {}, page, 0),
      add: () => addEndpoint(),
      remove: (id) => opened.store.deleteEndpoint(opened.organizationId, id, 0),
    }),
    events: () => ({
      list: (page) => opened.store.listEvents(opened.organizationId, {}, page),
      add: () => publish([]),
      remove: null,
    }),
    deliveries: () => ({
      list: (page) => opened.store.listDeliveries(opened.organizationId, {}, page),
      add: async () => publish([await addEndpoint()]),
      remove: removeEndpointOf((page) => opened.store.listDeliveries(opened.organizationId, {}, page)),
    }),
    attempts: () => ({
      list: (page) => opened.store.listAttempts(opened.organizationId, {}, page),
      add: async () => attempt(await publish([await addEndpoint()])),
      remove: removeEndpointOf((page) => opened.store.listAttempts(opened.organizationId, {}, page)),
    }),
    "API keys": () => ({
      list: (page) => opened.store.listKeys(opened.organizationId, page),
      add: () => opened.store.createKey(opened.organizationId, aKey({ id: opened.newId("apiKey") })),
      remove: (id) => opened.store.revokeKey(opened.organizationId, id),
    }),
  };

  const addEndpoint = async () =>
    (
      await opened.store.createEndpoint(
        opened.organizationId,
        anEndpoint({ spec: { eventTypes: ["never"] } }),
      )
    ).endpoint.id;
  const publish = async (endpointReferences: string[]) =>
    (
      await opened.store.acceptEvent(
        opened.organizationId,
        anEvent(endpointReferences.length > 0 ? { endpointReferences } : {}),
      )
    ).work.due;
  const attempt = (due: Awaited<ReturnType<typeof publish>>) =>
    Promise.all(
      due.map(({ key, endpoint }) =>
        opened.store.recordAttempt({
          delivery: key,
          endpoint,
          attempt: aFailure(),
          nowMs: 0,
          jitter: 0,
          networkSuspect: true,
        }),
      ),
    );

  /** Deliveries and attempts go with their endpoint, some at once and the rows in steps. */
  function removeEndpointOf(list: (page: PageRequest) => Promise<Page<Row & { endpointId: string }>>) {
    return async (id: string) => {
      const { data } = await list({ limit: 100, cursor: null });
      const endpointId = data.find((row) => row.id === id)?.endpointId;
      if (endpointId !== undefined) await opened.store.deleteEndpoint(opened.organizationId, endpointId, 0);
      await opened.store.continueChores(0);
    };
  }

  test.each(Object.entries(kinds))(
    "shows every one of the %s that existed throughout exactly once, newest first",
    async (_, makeKind) => {
      const { list, add, remove } = makeKind();
      const steps = fc.array(
        fc.record({ adds: fc.nat(2), removes: fc.array(fc.nat(100), { maxLength: 2 }) }),
        { maxLength: 8 },
      );
      const all = async () => (await list({ limit: 100, cursor: null })).data.map(({ id }) => id);
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 5 }),
          fc.nat(8),
          steps,
          async (limit, atFirst, changes) => {
            for (const id of remove === null ? [] : await all()) await remove?.(id);
            for (let n = 0; n < atFirst; n++) await add();
            let lasting = await all();
            const pages = changes[Symbol.iterator]();
            const seen: string[] = [];
            for (let cursor: string | null = null; ; ) {
              const page: Page<Row> = await list({ limit, cursor });
              seen.push(...page.data.map(({ id }) => id));
              if (page.nextCursor === null) break;
              cursor = page.nextCursor;
              const change = pages.next().value ?? { adds: 0, removes: [] };
              for (let n = 0; n < change.adds; n++) await add();
              for (const which of change.removes) {
                const present = await all();
                const id = present[which % present.length];
                if (remove !== null && id !== undefined) await remove(id);
              }
              const left = new Set(await all());
              lasting = lasting.filter((id) => left.has(id));
            }
            expect(new Set(seen).size).toBe(seen.length);
            expect(seen.filter((id) => lasting.includes(id))).toEqual(lasting);
          },
        ),
        { numRuns: 20 },
      );
    },
  );

  test("a damaged cursor is refused by every list, also where its filter names nothing", async () => {
    const { store, organizationId } = opened;
    const page = { limit: 10, cursor: "damaged" };
    const reads = [
      () => store.listDeliveries(organizationId, {}, page),
      () => store.listDeliveries(organizationId, { endpointId: "ep_nobody" }, page),
      () => store.listAttempts(organizationId, {}, page),
      () => store.listAttempts(organizationId, { eventId: "nothing" }, page),
      () => store.listEvents(organizationId, {}, page),
      () => store.listEndpoints(organizationId, {}, page, 0),
      () => store.listKeys(organizationId, page),
    ];
    for (const read of reads) await expect(read()).rejects.toMatchObject({ code: "invalid_cursor" });
  });
});
