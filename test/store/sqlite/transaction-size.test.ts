import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { NewWork } from "../../../src/store/new-work.ts";
import type { SweepPlace } from "../../../src/store/retention-verbs.ts";
import { aSource, aSourceEvent, received } from "../../support/a-source.ts";
import { aFailure, anEndpoint, anEvent } from "../../support/a-store.ts";
import { aMeasuredStore, type MeasuredStore } from "../../support/written-rows.ts";

/** A few counters and chores may come on top. */
const rowsMax = 2000 + 10;
/** A resend answers with all its deliveries: each has two counters. */
const resentRowsMax = 3000 + 10;
const endpointCount = 2500;

let measured: MeasuredStore;
let ids: string[] = [];

beforeAll(async () => {
  measured = await aMeasuredStore();
  const { store, organizationId } = measured.opened;
  const made = Array.from({ length: endpointCount }, (_, n) =>
    anEndpoint({
      endpointsMax: 10_000,
      spec: { eventTypes: [n === 0 ? "one" : n < 500 ? "some" : "none", "all"], autoDisableAfter: null },
    }),
  );
  ids = made.map(({ id }) => id);
  await Promise.all(made.map((one) => store.createEndpoint(organizationId, one)));
});
afterAll(() => measured.opened.close());

const now = () => measured.opened.clock.now();
const event = (over: Parameters<typeof anEvent>[0] = {}) => anEvent({ nowMs: now(), ...over });
const page = { limit: 100, cursor: null };

async function finish(work: Pick<NewWork, "chores" | "tasks">): Promise<void> {
  const { store } = measured.opened;
  for (let done = !work.chores; !done; ) done = (await store.continueChores(now())).done;
  for (let done = !work.tasks; !done; ) {
    const step = await store.continueTasks(now());
    done = step.done || step.waits;
  }
}

/** What the largest transaction of it wrote. */
async function rowsOf(verb: () => Promise<unknown>): Promise<number> {
  measured.largest();
  await verb();
  const { rows, ms } = measured.largest();
  if (Bun.env.SHOW_ROWS) console.log(`${rows} rows, ${ms.toFixed(1)} ms`);
  return rows;
}

describe("no transaction writes more than about 2,000 rows", () => {
  test.each<[string, () => Promise<unknown>]>([
    [
      "many endpoints made at once",
      async () => {
        const other = await measured.opened.addOrganization();
        await Promise.all(
          Array.from({ length: 400 }, () => measured.opened.store.createEndpoint(other, anEndpoint())),
        );
      },
    ],
    [
      "an event for all endpoints",
      async () => {
        const { store, organizationId } = measured.opened;
        const { published, work } = await store.acceptEvent(
          organizationId,
          event({ id: "to-all", type: "all" }),
        );
        expect(published.deliveries).toBe(endpointCount);
        await finish(work);
      },
    ],
    [
      "many events at once",
      async () => {
        const { store, organizationId } = measured.opened;
        await Promise.all(
          Array.from({ length: 1500 }, () => store.acceptEvent(organizationId, event({ type: "one" }))),
        );
      },
    ],
    [
      "a batch of a thousand to one endpoint",
      async () => {
        const { store, organizationId } = measured.opened;
        const events = Array.from({ length: 1000 }, () => event({ type: "one" }));
        const { work } = await store.acceptEvents(organizationId, { events, spacingMs: null });
        await finish(work);
      },
    ],
    [
      "a batch to all endpoints",
      async () => {
        const { store, organizationId } = measured.opened;
        const events = Array.from({ length: 3 }, () => event({ type: "all" }));
        const { work } = await store.acceptEvents(organizationId, { events, spacingMs: null });
        await finish(work);
      },
    ],
    [
      "a thousand events of a source, each of which opens something, in four steps",
      async () => {
        const { store, organizationId } = measured.opened;
        const source = await store.createSource(organizationId, aSource());
        const opening = (n: number) => {
          const put = [{ name: `state ${n}`, value: "{}", dueAtMs: now() + 1000 }];
          const decide = () => ({ events: [aSourceEvent({ type: "one" })], put, remove: [] });
          return aSourceEvent({ type: "one", rule: { decide } });
        };
        // One after another: by the clock, which stands still here, a group takes no more of them at once.
        for (let from = 0; from < 1000; from += 250) {
          const events = Array.from({ length: 250 }, (_, n) => opening(from + n));
          const { work } = await store.receiveEvents(source.id, received(events, { nowMs: now() }));
          await finish(work);
        }
      },
    ],
    [
      "what many sources remember and whose time has come, each an event for hundreds of endpoints",
      async () => {
        const { store, organizationId } = measured.opened;
        for (let n = 0; n < 5; n++) {
          const spec = { ...aSource().spec, name: `up-${n}` };
          const source = await store.createSource(organizationId, aSource({ spec }));
          const put = [{ name: "state", value: "{}", dueAtMs: now() }];
          const rule = { decide: () => ({ events: [], put, remove: [] }) };
          await store.receiveEvents(source.id, received([aSourceEvent({ type: "nobodys", rule })]));
        }
        const decide = () => ({ events: [aSourceEvent({ type: "some" })], put: [], remove: ["state"] });
        const { work } = await store.continueSourceStates(now(), decide);
        await finish(work);
      },
    ],
    [
      "a resend to a thousand endpoints",
      async () => {
        const { store, organizationId } = measured.opened;
        const resend = { endpointReferences: ids.slice(0, 1000), nowMs: now() };
        await store.resendEvent(organizationId, "to-all", resend);
      },
    ],
    [
      "attempts",
      async () => {
        const { store } = measured.opened;
        const { due } = await store.claimDue({ endpoint: 1, share: "first", limit: 2000, nowMs: now() });
        await Promise.all(
          due.map(({ key }) =>
            store.recordAttempt({
              delivery: key,
              endpoint: 1,
              attempt: aFailure(),
              nowMs: now(),
              jitter: 0,
              networkSuspect: false,
            }),
          ),
        );
      },
    ],
    [
      "an event canceled and erased",
      async () => {
        const { store, organizationId } = measured.opened;
        const { work } = await store.cancelEvent(organizationId, "to-all", now());
        await finish(work);
        await finish(await store.eraseEvent(organizationId, "to-all", now()));
      },
    ],
    [
      "an endpoint disabled, enabled with recover, paused, and its secret rotated",
      async () => {
        const { store, organizationId } = measured.opened;
        const [id = ""] = ids;
        await finish((await store.disableEndpoint(organizationId, id, "manual", now())).work);
        await finish((await store.enableEndpoint(organizationId, id, now(), { taskId: "task_1" })).work);
        await store.pauseEndpoint(organizationId, id, now());
        await store.rotateSecret(organizationId, id, {
          secretFor: () => "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
          gracePeriodSeconds: 0,
          nowMs: now(),
        });
      },
    ],
    [
      "the settings of an organization with all those endpoints",
      async () => {
        const { store, organizationId } = measured.opened;
        await store.updateOrganization(
          organizationId,
          ({ settings, ...rest }) => ({
            ...rest,
            settings: { ...settings, liveMode: false, apiVersion: "2" },
          }),
          now(),
        );
      },
    ],
    [
      "an endpoint deleted",
      async () => {
        const { store, organizationId } = measured.opened;
        await finish(await store.deleteEndpoint(organizationId, ids[0] ?? "", now()));
      },
    ],
    [
      "a sweep of what is old",
      async () => {
        const { store } = measured.opened;
        measured.opened.clock.stepWall(500 * 86_400_000);
        for (let place: SweepPlace | null = null; ; ) {
          const sweep = { nowMs: now(), wallMs: now(), retentionDays: 1 };
          const { next }: { next: SweepPlace | null } = await store.sweep(sweep, place);
          if (next === null) break;
          place = next;
        }
      },
    ],
    [
      "an organization deleted",
      async () => {
        const { store } = measured.opened;
        const { data } = await store.listOrganizations(page);
        const other = data.find(({ id }) => id !== measured.opened.organizationId);
        await finish(await store.deleteOrganization(other?.id as never, now()));
      },
    ],
  ])("%s", async (what, verb) => {
    const isResend = what.startsWith("a resend");
    expect(await rowsOf(verb)).toBeLessThanOrEqual(isResend ? resentRowsMax : rowsMax);
  });
});
