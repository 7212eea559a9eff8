import type { OrganizationId } from "../../src/domain/id.ts";
import type { Page, PageRequest } from "../../src/domain/page.ts";
import type { DueDelivery } from "../../src/store/new-work.ts";
import {
  aFailure,
  anAttemptResult,
  anEndpoint,
  anEvent,
  anEventContent,
  aStore,
  type TestStore,
} from "./a-store.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

/** What one tenant of a history did, in the order of its commits. */
export interface Tenant {
  id: OrganizationId;
  /** Those that are still there. */
  endpointIds: string[];
  deletedEndpointIds: string[];
  /** Both tenants use the same ids. */
  eventIds: string[];
}

export const eventTypes = ["message.delivered", "message.read", "order.created", "order"] as const;
export const tags = ["crm", "a.b:c", "CRM"] as const;

const results = [
  anAttemptResult,
  () => aFailure(400),
  () => aFailure(499),
  () => aFailure(500),
  () => aFailure(599),
  () => anAttemptResult({ outcome: "redirect", responseStatus: 399, error: "The receiver answered 399." }),
  () => anAttemptResult({ outcome: "timeout", responseStatus: null, error: "It took too long." }),
];

/** A store in which two tenants have lived for a while: every kind of row, several of each. */
export async function aHistory(seed: number): Promise<{ opened: TestStore; tenants: [Tenant, Tenant] }> {
  const opened = await aStore();
  const random = seededRandom(seed);
  const [one, other] = [aTenant(opened.organizationId), aTenant(await opened.addOrganization())];
  for (let n = 0; n < 8; n++) {
    for (const tenant of [one, other]) await addEndpoint(opened, tenant, random, n);
  }
  for (let n = 0; n < 60; n++) {
    // The wall clock may step back: lists go by commits.
    opened.clock.stepWall(random.between(-500, 2000));
    await live(opened, random.chance(0.6) ? one : other, random);
  }
  for (const tenant of [one, other]) {
    await opened.store.disableEndpoint(tenant.id, tenant.endpointIds[0] ?? "", "manual", opened.clock.now());
    const deleted = tenant.endpointIds.splice(1, 1);
    tenant.deletedEndpointIds.push(...deleted);
    for (const id of deleted) await opened.store.deleteEndpoint(tenant.id, id, opened.clock.now());
  }
  return { opened, tenants: [one, other] };
}

function aTenant(id: OrganizationId): Tenant {
  return { id, endpointIds: [], eventIds: [], deletedEndpointIds: [] };
}

async function addEndpoint({ store, clock }: TestStore, tenant: Tenant, random: SeededRandom, n: number) {
  const { endpoint } = await store.createEndpoint(
    tenant.id,
    anEndpoint({
      nowMs: clock.now(),
      spec: {
        uid: n % 2 === 0 ? `uid-${n}` : null,
        url: `https://receiver-${n}.example/Path`,
        description: random.pick(["", "CRM", "Ökonomie ÄÖÜ", "crm 100%_x"]),
        eventTypes: [random.pick(["*", "message.*", "order.created", "order.*", ...eventTypes])],
        retry: { preset: "custom", delaysSeconds: [1] },
      },
    }),
  );
  tenant.endpointIds.push(endpoint.id);
}

/** One event, attempts of some of its deliveries, and what else happens now and then. */
async function live({ store, clock, newId }: TestStore, tenant: Tenant, random: SeededRandom) {
  const nowMs = clock.now();
  const id = `event-${tenant.eventIds.length}`;
  const accepted = await store.acceptEvent(
    tenant.id,
    anEvent({
      id,
      type: random.pick(eventTypes),
      tags: random.chance(0.5) ? [random.pick(tags)] : [],
      nowMs,
    }),
  );
  tenant.eventIds.push(id);
  for (const due of accepted.work.due) {
    if (random.chance(0.8)) await attempt(store, due, random, nowMs);
    if (random.chance(0.5)) await attempt(store, due, random, nowMs);
    if (random.chance(0.1)) {
      await store.resendDelivery(tenant.id, due.id, { newDeliveryId: newId("delivery"), nowMs });
    }
  }
  if (random.chance(0.2)) await testEndpoint({ store, newId }, tenant, random, nowMs);
}

async function attempt(store: TestStore["store"], due: DueDelivery, random: SeededRandom, nowMs: number) {
  const made = { ...random.pick(results)(), startedAtMs: nowMs - random.between(0, 50) };
  const ended = { nowMs, jitter: 0, networkSuspect: true };
  await store.recordAttempt({ delivery: due.key, endpoint: due.endpoint, attempt: made, ...ended });
}

async function testEndpoint(
  { store, newId }: Pick<TestStore, "store" | "newId">,
  tenant: Tenant,
  random: SeededRandom,
  nowMs: number,
) {
  const { endpoint, revision } = await store.findTarget(tenant.id, random.pick(tenant.endpointIds));
  await store.recordTest({
    deliveryId: newId("delivery"),
    event: anEventContent({
      id: newId("event"),
      type: "webhook.test",
      timestampMs: nowMs,
      createdAtMs: nowMs,
    }),
    attempt: { ...random.pick(results)(), revision, startedAtMs: nowMs },
    endpoint,
    nowMs,
  });
}

/** All pages of a list, one after the other. */
export async function allPages<T>(read: (page: PageRequest) => Promise<Page<T>>, limit = 100): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page<T> = await read({ limit, cursor });
    if (page.data.length > limit) throw new Error(`A page of ${limit} has ${page.data.length} rows`);
    rows.push(...page.data);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}
