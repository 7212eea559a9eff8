import { afterEach, beforeEach, expect } from "bun:test";
import { AppError } from "../../../src/domain/app-error.ts";
import type { AttemptResult, RecordedAttempt } from "../../../src/store/engine-verbs.ts";
import type { DueDelivery, NewWork } from "../../../src/store/new-work.ts";
import { anEndpoint, anEvent, type TestStore } from "../a-store.ts";

/** A list from its start, as long as these tests need one. */
export const firstPage = { limit: 100, cursor: null };

/** What each family of tests gets to see; `store`, `org` and `clock` only while a test runs. */
export type StoreUnderTest = ReturnType<typeof storeForEachTest>;

/** Opens a store for each test of the group that it is called in; its functions say what nearly all of them do. */
export function storeForEachTest(open: () => Promise<TestStore>) {
  let opened: TestStore | null = null;
  const current = (): TestStore => {
    if (opened === null) throw new Error("The store is open only while a test runs.");
    return opened;
  };
  const now = () => current().clock.now();

  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened?.close();
    opened = null;
  });

  return {
    /** Read it anew each time: a restart replaces it. */
    get store() {
      return current().store;
    },
    get org() {
      return current().organizationId;
    },
    get clock() {
      return current().clock;
    },
    now,
    /** One more tenant. */
    addOrganization: () => current().addOrganization(),
    /** Closes and opens the store again, as a restart does. */
    async reopen(): Promise<void> {
      await current().reopen();
    },
    async create(over: Parameters<typeof anEndpoint>[0] = {}) {
      const { store, organizationId } = current();
      return (await store.createEndpoint(organizationId, anEndpoint({ nowMs: now(), ...over }))).endpoint;
    },
    publish(over: Parameters<typeof anEvent>[0] = {}) {
      const { store, organizationId } = current();
      return store.acceptEvent(organizationId, anEvent({ nowMs: now(), ...over }));
    },
    record(due: DueDelivery, attempt: AttemptResult): Promise<RecordedAttempt> {
      const { key: delivery, endpoint } = due;
      const chance = { jitter: 0, networkSuspect: false };
      return current().store.recordAttempt({ delivery, endpoint, attempt, nowMs: now(), ...chance });
    },
    claim(due: DueDelivery, limit = 100, share = due.share) {
      return current().store.claimDue({ endpoint: due.endpoint, share, limit, nowMs: now() });
    },
    async deliveriesOf(eventId: string) {
      const { store, organizationId } = current();
      return (await store.listDeliveries(organizationId, { eventId }, firstPage)).data;
    },
    /** Lets tasks queue as much as they may now, and hands it over; what has room for nothing more stays running. */
    async finishTasks() {
      const { store, clock } = current();
      const waiting: NewWork["waiting"] = [];
      for (;;) {
        const { done, waits, work } = await store.continueTasks(clock.now());
        waiting.push(...work.waiting);
        if (done || waits) return waiting;
      }
    },
    async finishChores() {
      for (let done = false; !done; ) done = (await current().store.continueChores(now())).done;
    },
  };
}

/** The error with which a verb refuses. */
export async function refusal(verb: Promise<unknown>): Promise<AppError> {
  const error = await verb.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return error;
}

/** The one delivery that a verb made due. */
export function onlyDue({ work }: { work: { due: DueDelivery[] } }): DueDelivery {
  expect(work.due).toHaveLength(1);
  return work.due[0] as DueDelivery;
}
