import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { Attempt } from "../../../src/domain/attempt.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Endpoint } from "../../../src/domain/endpoint.ts";
import type { EventSummary } from "../../../src/domain/event.ts";
import { outcome } from "../../../src/domain/outcome.ts";
import { patternMatches } from "../../../src/domain/subscription.ts";
import type { AttemptFilter, DeliveryFilter } from "../../../src/store/delivery-verbs.ts";
import type { EndpointFilter } from "../../../src/store/endpoint-verbs.ts";
import type { EventFilter } from "../../../src/store/event-verbs.ts";
import { aHistory, allPages, eventTypes, type Tenant, tags } from "../../support/a-history.ts";
import type { TestStore } from "../../support/a-store.ts";

let opened: TestStore;
let tenants: [Tenant, Tenant];
let rows: Map<Tenant, Rows>;
const nowMs = () => opened.clock.now();

/** What each unfiltered list shows of a tenant: the reference of every filter. */
interface Rows {
  deliveries: Delivery[];
  attempts: Attempt[];
  events: EventSummary[];
  endpoints: Endpoint[];
}

const list = {
  deliveries: ({ id }: Tenant, filter: DeliveryFilter, limit?: number) =>
    allPages((page) => opened.store.listDeliveries(id, filter, page), limit),
  attempts: ({ id }: Tenant, filter: AttemptFilter, limit?: number) =>
    allPages((page) => opened.store.listAttempts(id, filter, page), limit),
  events: ({ id }: Tenant, filter: EventFilter, limit?: number) =>
    allPages((page) => opened.store.listEvents(id, filter, page), limit),
  endpoints: ({ id }: Tenant, filter: EndpointFilter, limit?: number) =>
    allPages((page) => opened.store.listEndpoints(id, filter, page, nowMs()), limit),
};

beforeAll(async () => {
  ({ opened, tenants } = await aHistory(1));
  rows = new Map();
  for (const tenant of tenants) {
    rows.set(tenant, {
      deliveries: await list.deliveries(tenant, {}),
      attempts: await list.attempts(tenant, {}),
      events: await list.events(tenant, {}),
      endpoints: await list.endpoints(tenant, {}),
    });
  }
});
afterAll(() => opened.close());

const rowsOf = (tenant: Tenant): Rows => rows.get(tenant) as Rows;
const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);
/** Absent half of the time: else hardly anything would pass all filters at once. */
const someOf = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const limit = fc.integer({ min: 1, max: 100 });
const whose = fc.constantFrom(0, 1).map((n) => tenants[n] as Tenant);
const moment = fc.nat(200).map((n) => momentOf(n));
const eventType = fc.constantFrom(...eventTypes, "webhook.test", "never.published");

/** The time of some row, or just beside it. */
function momentOf(n: number): number {
  const { deliveries, attempts, events } = rowsOf(tenants[0]);
  const times = [...deliveries, ...events]
    .map((row) => row.createdAt)
    .concat(attempts.map((a) => a.startedAt));
  return Date.parse(times[n % times.length] ?? "") + (n % 3) - 1;
}

/** References that exist, by id and by uid, of this tenant, the other one, a deleted one, and of nobody. */
const endpointReference = fc.nat(40).map((n) => {
  const all = tenants.flatMap((tenant) => [...tenant.endpointIds, ...tenant.deletedEndpointIds]);
  return [...all, "uid-0", "uid-2", "ep_nobody"][n % (all.length + 3)] ?? "";
});
const eventReference = fc.nat(61).map((n) => `event-${n}`);
const isWithin = (
  time: string,
  { sinceMs, untilMs }: { sinceMs?: number | undefined; untilMs?: number | undefined },
) =>
  (sinceMs === undefined || Date.parse(time) >= sinceMs) &&
  (untilMs === undefined || Date.parse(time) < untilMs);
const isOf = (tenant: Tenant, endpointId: string, reference: string) =>
  endpointId === reference ||
  rowsOf(tenant).endpoints.some(({ id, uid }) => id === endpointId && uid === reference);

describe("without a filter", () => {
  test("a list shows every row of its tenant, newest first, and none of a deleted endpoint", () => {
    for (const tenant of tenants) {
      const { endpoints, events, deliveries, attempts } = rowsOf(tenant);
      expect(idsOf(endpoints)).toEqual(tenant.endpointIds.toReversed());
      // The newest tells of the endpoint that was disabled in the end.
      expect(idsOf(events)).toEqual([expect.stringMatching(/^evt_/), ...tenant.eventIds.toReversed()]);
      expect(deliveries.length).toBeGreaterThan(20);
      expect(attempts.length).toBeGreaterThan(20);
      for (const { endpointId } of [...deliveries, ...attempts])
        expect(tenant.endpointIds).toContain(endpointId);
    }
  });

  test("attempts belong to the deliveries that are listed, as many as these say", () => {
    for (const tenant of tenants) {
      const { deliveries, attempts } = rowsOf(tenant);
      const count = (id: string) => attempts.filter(({ deliveryId }) => deliveryId === id).length;
      expect(deliveries.map(({ id }) => count(id))).toEqual(
        deliveries.map(({ attemptCount }) => attemptCount),
      );
    }
  });

  test("no row is in the lists of two tenants", () => {
    const [one, other] = tenants.map(rowsOf) as [Rows, Rows];
    for (const name of ["deliveries", "attempts", "endpoints"] as const) {
      expect(idsOf(one[name]).filter((id) => idsOf(other[name]).includes(id))).toEqual([]);
    }
  });

  test("the history has rows of every kind, so that the filters below have something to find", () => {
    const { deliveries, attempts, endpoints } = rowsOf(tenants[0]);
    expect(new Set(deliveries.map(({ status }) => status)).size).toBe(4);
    expect(new Set(attempts.map(({ trigger }) => trigger))).toEqual(new Set(["event", "test"]));
    expect(new Set(attempts.map((one) => one.outcome)).size).toBe(4);
    expect(new Set(endpoints.map(({ status }) => status))).toEqual(new Set(["active", "disabled"]));
  });
});

describe("every combination of filters gives what a look at every row gives", () => {
  test("deliveries", async () => {
    const filters = fc.record({
      endpointId: someOf(endpointReference),
      eventId: someOf(eventReference),
      eventType: someOf(eventType),
      status: someOf(fc.constantFrom("pending", "succeeded", "failed", "canceled")),
      sinceMs: someOf(moment),
      untilMs: someOf(moment),
    });
    await fc.assert(
      fc.asyncProperty(whose, filters, limit, async (tenant, filter, rowsAPage) => {
        const expected = rowsOf(tenant).deliveries.filter(
          (row) =>
            (filter.endpointId === undefined || isOf(tenant, row.endpointId, filter.endpointId)) &&
            (filter.eventId === undefined || row.eventId === filter.eventId) &&
            (filter.eventType === undefined || row.eventType === filter.eventType) &&
            (filter.status === undefined || row.status === filter.status) &&
            isWithin(row.createdAt, filter),
        );
        expect(await list.deliveries(tenant, filter, rowsAPage)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("attempts", async () => {
    const filters = fc.record({
      endpointId: someOf(endpointReference),
      eventId: someOf(eventReference),
      eventType: someOf(eventType),
      outcome: someOf(fc.constantFrom(...outcome.options)),
      statusClass: someOf(fc.constantFrom("2xx", "3xx", "4xx", "5xx", "none")),
      trigger: someOf(fc.constantFrom("event", "resend", "test")),
      sinceMs: someOf(moment),
      untilMs: someOf(moment),
    });
    await fc.assert(
      fc.asyncProperty(whose, filters, limit, async (tenant, filter, rowsAPage) => {
        const expected = rowsOf(tenant).attempts.filter(
          (row) =>
            (filter.endpointId === undefined || isOf(tenant, row.endpointId, filter.endpointId)) &&
            (filter.eventId === undefined || row.eventId === filter.eventId) &&
            (filter.eventType === undefined || row.eventType === filter.eventType) &&
            (filter.outcome === undefined || row.outcome === filter.outcome) &&
            (filter.statusClass === undefined || classOf(row) === filter.statusClass) &&
            (filter.trigger === undefined || row.trigger === filter.trigger) &&
            isWithin(row.startedAt, filter),
        );
        expect(await list.attempts(tenant, filter, rowsAPage)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("events", async () => {
    const filters = fc.record({
      type: someOf(eventType),
      tag: someOf(fc.constantFrom(...tags, "unknown", "a.b", "%")),
      sinceMs: someOf(moment),
      untilMs: someOf(moment),
    });
    await fc.assert(
      fc.asyncProperty(whose, filters, limit, async (tenant, filter, rowsAPage) => {
        const expected = rowsOf(tenant).events.filter(
          (row) =>
            (filter.type === undefined || row.type === filter.type) &&
            (filter.tag === undefined || row.tags.includes(filter.tag)) &&
            isWithin(row.createdAt, filter),
        );
        expect(await list.events(tenant, filter, rowsAPage)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("endpoints", async () => {
    const filters = fc.record({
      status: someOf(fc.constantFrom("active", "paused", "disabled")),
      eventType: someOf(eventType),
      search: someOf(
        fc.constantFrom("crm", "CRM", "RECEIVER-3", "/path", "uid-", "ö", "ÄÖÜ", "100%_", "_", "nothing"),
      ),
    });
    await fc.assert(
      fc.asyncProperty(whose, filters, limit, async (tenant, filter, rowsAPage) => {
        const holds = (text: string | null) =>
          text?.toLowerCase().includes((filter.search ?? "").toLowerCase());
        const expected = rowsOf(tenant).endpoints.filter(
          (row) =>
            (filter.status === undefined || row.status === filter.status) &&
            (filter.eventType === undefined ||
              row.eventTypes.some((p) => patternMatches(p, filter.eventType ?? ""))) &&
            (filter.search === undefined || holds(row.url) || holds(row.description) || holds(row.uid)),
        );
        expect(idsOf(await list.endpoints(tenant, filter, rowsAPage))).toEqual(idsOf(expected));
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is another tenant's", () => {
  test("matches nothing when a filter names it", async () => {
    for (const [own, other] of [tenants, tenants.toReversed()] as [Tenant, Tenant][]) {
      for (const endpointId of other.endpointIds) {
        expect(await list.deliveries(own, { endpointId })).toEqual([]);
        expect(await list.attempts(own, { endpointId })).toEqual([]);
      }
    }
  });

  test("is not found among the attempts of a delivery", async () => {
    const [delivery] = rowsOf(tenants[1]).deliveries;
    const read = opened.store.listAttemptsOfDelivery(tenants[0].id, delivery?.id ?? "", {
      limit: 1,
      cursor: null,
    });
    await expect(read).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a window begins with its first moment and ends before its last", async () => {
  const [tenant] = tenants;
  const { deliveries, attempts, events } = rowsOf(tenant);
  const timed: [
    (window: { sinceMs: number; untilMs: number }) => Promise<unknown[]>,
    { at: string; id: string }[],
  ][] = [
    [
      (window) => list.deliveries(tenant, window),
      deliveries.map(({ id, createdAt }) => ({ id, at: createdAt })),
    ],
    [(window) => list.attempts(tenant, window), attempts.map(({ id, startedAt }) => ({ id, at: startedAt }))],
    [(window) => list.events(tenant, window), events.map(({ id, createdAt }) => ({ id, at: createdAt }))],
  ];
  for (const [read, all] of timed) {
    const { at = "" } = all[3] ?? {};
    const sinceMs = Date.parse(at);
    expect(await read({ sinceMs, untilMs: sinceMs })).toEqual([]);
    expect(await read({ sinceMs, untilMs: sinceMs + 1 })).toHaveLength(
      all.filter((row) => row.at === at).length,
    );
  }
});

test("every attempt is in the class of its status, up to the ends of the hundred", async () => {
  const [tenant] = tenants;
  const found: Record<string, (number | null)[]> = {};
  for (const statusClass of ["2xx", "3xx", "4xx", "5xx", "none"] as const) {
    const statuses = (await list.attempts(tenant, { statusClass })).map(
      ({ responseStatus }) => responseStatus,
    );
    found[statusClass] = [...new Set(statuses)].sort();
  }
  expect(found).toEqual({ "2xx": [200], "3xx": [399], "4xx": [400, 499], "5xx": [500, 599], none: [null] });
});

test("a delivery's attempts come oldest first, whatever the size of a page", async () => {
  for (const tenant of tenants) {
    const { deliveries, attempts } = rowsOf(tenant);
    for (const { id } of deliveries) {
      const found = await allPages((page) => opened.store.listAttemptsOfDelivery(tenant.id, id, page), 1);
      expect(found).toEqual(attempts.filter(({ deliveryId }) => deliveryId === id).toReversed());
      expect(found.map(({ number }) => number)).toEqual(found.map((_, i) => i + 1));
    }
  }
});

function classOf({ responseStatus }: Attempt) {
  return responseStatus === null ? "none" : `${Math.floor(responseStatus / 100)}xx`;
}
