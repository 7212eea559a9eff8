import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { AppError } from "../../src/domain/app-error.ts";
import type { OrganizationId } from "../../src/domain/id.ts";
import type { AttemptResult, RecordedAttempt } from "../../src/store/engine-verbs.ts";
import type { DueDelivery } from "../../src/store/new-work.ts";
import type { Store } from "../../src/store/store.ts";
import {
  aFailure,
  aKey,
  anAttemptResult,
  anEndpoint,
  anEvent,
  anEventContent,
  type TestStore,
} from "./a-store.ts";

const firstPage = { limit: 100, cursor: null };

/** What every store must do, whatever it is made of. */
export function describeStore(name: string, open: () => Promise<TestStore>): void {
  describe(name, () => {
    let opened: TestStore;
    let store: Store;
    let org: OrganizationId;
    const now = () => opened.clock.now();

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      org = opened.organizationId;
    });
    afterEach(() => opened.close());

    const create = async (over: Parameters<typeof anEndpoint>[0] = {}) =>
      (await store.createEndpoint(org, anEndpoint({ nowMs: now(), ...over }))).endpoint;
    const publish = (over: Parameters<typeof anEvent>[0] = {}) =>
      store.acceptEvent(org, anEvent({ nowMs: now(), ...over }));
    const refusal = async (promise: Promise<unknown>): Promise<AppError> => {
      const error = await promise.then(
        () => null,
        (reason) => reason,
      );
      expect(error).toBeInstanceOf(AppError);
      return error;
    };
    const record = (due: DueDelivery, attempt: AttemptResult, over = {}): Promise<RecordedAttempt> =>
      store.recordAttempt({
        delivery: due.key,
        endpoint: due.endpoint,
        attempt,
        nowMs: now(),
        jitter: 0,
        networkSuspect: false,
        ...over,
      });
    const claim = async (due: DueDelivery, limit = 100, share = due.share) =>
      store.claimDue({ endpoint: due.endpoint, share, limit, nowMs: now() });
    const onlyDue = ({ work }: { work: { due: DueDelivery[] } }): DueDelivery => {
      expect(work.due).toHaveLength(1);
      return work.due[0] as DueDelivery;
    };
    const deliveriesOf = async (eventId: string) =>
      (await store.listDeliveries(org, { eventId }, firstPage)).data;
    const finishChores = async () => {
      for (let done = false; !done; ) done = (await store.continueChores(now())).done;
    };

    describe("accepting events", () => {
      test("an event makes one delivery for each endpoint that subscribed, and hands them over at once", async () => {
        const wanted = await create({ spec: { eventTypes: ["message.*"] } });
        await create({ spec: { eventTypes: ["order.created"] } });
        const accepted = await publish({ type: "message.delivered", id: "e1" });
        expect(accepted.published).toMatchObject({ id: "e1", deliveries: 1, canceled: 0, duplicate: false });
        expect(onlyDue(accepted).event).toMatchObject({
          id: "e1",
          type: "message.delivered",
          data: '{"n":1}',
        });
        expect(await deliveriesOf("e1")).toMatchObject([
          { endpointId: wanted.id, status: "pending", attemptCount: 0 },
        ]);
      });

      test("an event that nobody wants is stored all the same", async () => {
        const { published } = await publish({ id: "lonely" });
        expect(published.deliveries).toBe(0);
        expect(await store.getEvent(org, "lonely")).toMatchObject({ id: "lonely", data: { n: 1 } });
      });

      test("a repeated id stores and sends nothing and answers with the first event", async () => {
        await create();
        const first = await publish({ id: "e1", data: '{"first":true}' });
        opened.clock.stepWall(5000);
        const second = await publish({ id: "e1", type: "other.type", data: '{"second":true}' });
        expect(second.published).toEqual({ ...first.published, duplicate: true });
        expect(second.work.due).toEqual([]);
        expect(await deliveriesOf("e1")).toHaveLength(1);
        expect((await store.getEvent(org, "e1")).data).toEqual({ first: true });
      });

      test("two publishers of one id in the same moment make one event", async () => {
        const both = await Promise.all([publish({ id: "e1" }), publish({ id: "e1" })]);
        expect(both.map(({ published }) => published.duplicate)).toEqual([false, true]);
      });

      test("an event for named endpoints goes to just those, whatever they subscribe to", async () => {
        await create({ spec: { eventTypes: ["*"] } });
        const named = await create({ spec: { eventTypes: ["never.this"], uid: "crm" } });
        await publish({ id: "e1", endpointReferences: ["crm", named.id] });
        expect(await deliveriesOf("e1")).toMatchObject([{ endpointId: named.id }]);
      });

      test("an unknown named endpoint is refused at its path and leaves nothing behind", async () => {
        const known = await create();
        const error = await refusal(publish({ id: "e1", endpointReferences: [known.id, "ep_unknown"] }));
        expect(error.code).toBe("validation_failed");
        expect(error.errors[0]?.path).toBe("endpointIds.1");
        expect((await refusal(store.getEvent(org, "e1"))).code).toBe("not_found");
      });

      test("a disabled endpoint gets a delivery that is canceled from the start", async () => {
        const { id } = await create();
        await store.disableEndpoint(org, id, "manual", now());
        const { published, work } = await publish({ id: "e1" });
        expect(published).toMatchObject({ deliveries: 0, canceled: 1 });
        expect(work.due).toEqual([]);
        expect(await deliveriesOf("e1")).toMatchObject([{ status: "canceled", reason: "endpoint_disabled" }]);
      });

      test("an event for later waits until its time", async () => {
        await create();
        const { work } = await publish({ id: "e1", deliverAtMs: now() + 60_000 });
        expect(work.due).toEqual([]);
        const [waiting] = work.waiting;
        expect(waiting?.dueAtMs).toBe(now() + 60_000);
        const request = { endpoint: waiting?.endpoint ?? 0, share: "first", limit: 10 } as const;
        const early = await store.claimDue({ ...request, nowMs: now() + 59_999 });
        expect(early).toEqual({ due: [], nextDueAtMs: now() + 60_000 });
        expect((await store.claimDue({ ...request, nowMs: now() + 60_000 })).due).toHaveLength(1);
      });

      test("a fan-out larger than one transaction is acknowledged exactly and finished in steps, across a restart", async () => {
        const count = 2300;
        await Promise.all(Array.from({ length: count }, () => create({ endpointsMax: 10_000 })));
        const { published, work } = await publish({ id: "wide" });
        expect(published.deliveries).toBe(count);
        expect(work.chores).toBe(true);
        store = await opened.reopen();
        expect((await store.findWaiting(now())).chores).toBe(true);
        await finishChores();
        expect((await store.getEvent(org, "wide")).deliveries.pending).toBe(count);
        const endpoints = new Set((await allDeliveries("wide")).map(({ endpointId }) => endpointId));
        expect(endpoints.size).toBe(count);
      });

      async function allDeliveries(eventId: string) {
        const all = [];
        for (let cursor: string | null = null; ; ) {
          const page = await store.listDeliveries(org, { eventId }, { limit: 100, cursor });
          all.push(...page.data);
          if (page.nextCursor === null) return all;
          cursor = page.nextCursor;
        }
      }
    });

    describe("claiming", () => {
      test("a delivery is claimed once, until it is released", async () => {
        await create();
        const due = onlyDue(await publish());
        expect((await claim(due)).due).toEqual([]);
        store.release([due.key]);
        expect((await claim(due)).due.map(({ key }) => key)).toEqual([due.key]);
      });

      test("due deliveries come earliest first, and what is left is announced", async () => {
        await create();
        const dues = [];
        for (let n = 0; n < 3; n++) {
          dues.push(onlyDue(await publish({ id: `e${n}` })));
          opened.clock.stepWall(10);
        }
        store.release(dues.map(({ key }) => key));
        const { due, nextDueAtMs } = await claim(dues[0] as DueDelivery, 2);
        expect(due.map(({ event }) => event.id)).toEqual(["e0", "e1"]);
        expect(nextDueAtMs).toBeLessThanOrEqual(now());
      });

      test("a restart ends all claims: what is pending is due again", async () => {
        await create();
        const due = onlyDue(await publish());
        store = await opened.reopen();
        expect((await store.findWaiting(now())).waiting).toMatchObject([
          { endpoint: due.endpoint, dueAtMs: due.dueAtMs },
        ]);
        expect((await claim(due)).due).toHaveLength(1);
      });

      test("a wall clock that steps back delays no first attempt", async () => {
        await create();
        const due = onlyDue(await publish());
        opened.clock.stepWall(-3_600_000);
        store.release([due.key]);
        expect((await claim(due)).due).toHaveLength(1);
        store = await opened.reopen();
        expect((await store.findWaiting(now())).waiting[0]?.dueAtMs).toBeLessThanOrEqual(now());
        expect((await claim(due)).due).toHaveLength(1);
      });

      test("a wall clock that steps back brings no scheduled event forward", async () => {
        await create();
        const soon = await publish({ id: "soon" });
        await publish({ id: "later", deliverAtMs: now() + 1000 });
        opened.clock.stepWall(-3_600_000);
        store.release([onlyDue(soon).key]);
        const { due, nextDueAtMs } = await claim(onlyDue(soon));
        expect(due.map(({ event }) => event.id)).toEqual(["soon"]);
        expect(nextDueAtMs).toBe(now() + 3_601_000);
      });

      test("nothing of a disabled endpoint can be claimed", async () => {
        const { id } = await create();
        const due = onlyDue(await publish());
        store.release([due.key]);
        await store.disableEndpoint(org, id, "manual", now());
        expect(await claim(due)).toEqual({ due: [], nextDueAtMs: null });
      });
    });

    describe("recording attempts", () => {
      test("a success ends the delivery and resets the endpoint's counters", async () => {
        const { id } = await create();
        const due = onlyDue(await publish({ id: "e1" }));
        await record(due, aFailure());
        opened.clock.stepWall(6000);
        await claim(due, 1, "retry");
        expect(await record(due, anAttemptResult())).toMatchObject({ status: "succeeded", number: 2 });
        expect(await deliveriesOf("e1")).toMatchObject([
          {
            status: "succeeded",
            attemptCount: 2,
            nextAttemptAt: null,
            lastOutcome: "success",
            lastResponseStatus: 200,
          },
        ]);
        const { health } = await store.getEndpoint(org, id, now());
        expect(health).toMatchObject({
          state: "healthy",
          consecutiveFailedAttempts: 0,
          lastError: "The receiver answered 500.",
        });
      });

      test("a failure is due again after the schedule's wait", async () => {
        await create();
        const due = onlyDue(await publish({ id: "e1" }));
        expect(await record(due, aFailure())).toMatchObject({
          status: "pending",
          share: "retry",
          dueAtMs: now() + 5000,
        });
        expect(await deliveriesOf("e1")).toMatchObject([
          { status: "pending", attemptCount: 1, lastResponseStatus: 500 },
        ]);
      });

      test("the last failure exhausts the delivery, and enough of those disable the endpoint and cancel what waits", async () => {
        const { id } = await create({
          spec: { autoDisableAfter: 2, retry: { preset: "none", delaysSeconds: [] } },
        });
        const [one, two, three] = await Promise.all([
          publish({ id: "a" }),
          publish({ id: "b" }),
          publish({ id: "c" }),
        ]);
        expect(await record(onlyDue(one), aFailure())).toMatchObject({ status: "failed", disabled: null });
        const last = await record(onlyDue(two), aFailure());
        expect(last).toMatchObject({ status: "failed", disabled: "consecutive_failures" });
        expect(last.work.changed).toEqual([onlyDue(two).endpoint]);
        expect(await store.getEndpoint(org, id, now())).toMatchObject({
          status: "disabled",
          disabledReason: "consecutive_failures",
          health: { state: "disabled", consecutiveFailures: 2 },
        });
        expect(await deliveriesOf("a")).toMatchObject([{ status: "failed", reason: "exhausted" }]);
        expect(await deliveriesOf("c")).toMatchObject([{ status: "canceled", reason: "endpoint_disabled" }]);
        expect(await record(onlyDue(three), aFailure())).toMatchObject({ status: "canceled" });
      });

      test("a 410 disables the endpoint and cancels what is pending", async () => {
        const { id } = await create();
        const [gone, other] = await Promise.all([publish({ id: "a" }), publish({ id: "b" })]);
        expect(await record(onlyDue(gone), aFailure(410))).toMatchObject({
          status: "failed",
          disabled: "gone",
        });
        expect(await store.getEndpoint(org, id, now())).toMatchObject({
          status: "disabled",
          disabledReason: "gone",
        });
        expect(await deliveriesOf("a")).toMatchObject([{ status: "failed", reason: "gone" }]);
        expect(await deliveriesOf("b")).toMatchObject([{ status: "canceled" }]);
        expect(other.published.deliveries).toBe(1);
      });

      test("a 429 holds the endpoint, across a restart", async () => {
        const { id } = await create();
        const due = onlyDue(await publish());
        const recorded = await record(due, aFailure(429, { retryAfterMs: 60_000 }));
        expect(recorded).toMatchObject({ dueAtMs: now() + 60_000, heldUntilMs: now() + 60_000 });
        store = await opened.reopen();
        expect((await store.readTarget(due.endpoint))?.heldUntilMs).toBe(now() + 60_000);
        const { health } = await store.getEndpoint(org, id, now());
        expect(health.heldUntil).toBe(new Date(now() + 60_000).toISOString());
      });

      test("an attempt in flight when its endpoint is disabled is recorded: a success succeeds, a failure is not retried", async () => {
        const { id } = await create();
        const [one, two] = await Promise.all([publish({ id: "a" }), publish({ id: "b" })]);
        await store.disableEndpoint(org, id, "manual", now());
        expect(await record(onlyDue(one), anAttemptResult())).toMatchObject({ status: "succeeded" });
        expect(await record(onlyDue(two), aFailure())).toMatchObject({ status: "canceled", dueAtMs: null });
        expect(await deliveriesOf("a")).toMatchObject([
          { status: "succeeded", reason: null, attemptCount: 1 },
        ]);
        expect(await deliveriesOf("b")).toMatchObject([
          { status: "canceled", reason: "endpoint_disabled", attemptCount: 1, lastResponseStatus: 500 },
        ]);
      });

      test("an attempt whose endpoint was deleted meanwhile writes nothing", async () => {
        const { id } = await create();
        const due = onlyDue(await publish());
        await store.deleteEndpoint(org, id, now());
        expect((await record(due, anAttemptResult())).status).toBe("gone");
        await finishChores();
        expect((await record(due, anAttemptResult())).status).toBe("gone");
      });

      test("what was sent can be shown although it is not stored", async () => {
        const { id } = await create({
          spec: { headers: { "X-Env": "prod", Authorization: "Bearer secret" } },
        });
        const due = onlyDue(await publish({ id: "e1", data: '{"b": 1.0, "1":2}' }));
        const target = await store.readTarget(due.endpoint);
        const attempt = aFailure(500, {
          startedAtMs: now(),
          revision: target?.revision ?? 0,
          signature: "v1,abc",
        });
        await record(due, attempt);
        await store.updateEndpoint(org, id, (spec) => ({ ...spec, url: "https://moved.example/" }), now());
        const { request } = await store.getDelivery(org, due.id);
        expect(request.url).toBe("https://receiver.example/in");
        expect(request.body).toEndWith('"data":{"b": 1.0, "1":2}}');
        expect(request.headers).toMatchObject({
          "webhook-id": "e1",
          "webhook-signature": "v1,abc",
          "webhook-timestamp": String(Math.floor(now() / 1000)),
          "x-posthorn-attempt": "1",
          "X-Env": "prod",
          Authorization: "[redacted]",
        });
        expect((await store.getAttempt(org, attempt.id)).request).toEqual(request);
      });
    });

    describe("endpoints", () => {
      test("a changed URL counts from the next attempt on, the body stays as published", async () => {
        const { id } = await create();
        const due = onlyDue(await publish());
        const { work } = await store.updateEndpoint(
          org,
          id,
          (spec) => ({ ...spec, url: "https://moved.example/" }),
          now(),
        );
        expect(work.changed).toEqual([due.endpoint]);
        expect((await store.readTarget(due.endpoint))?.url).toBe("https://moved.example/");
      });

      test("a uid is unique among the organization's endpoints, and free again after a deletion", async () => {
        const { id } = await create({ spec: { uid: "crm" } });
        const error = await refusal(create({ spec: { uid: "crm" } }));
        expect(error.code).toBe("conflict");
        await store.deleteEndpoint(org, "crm", now());
        const second = await create({ spec: { uid: "crm" } });
        expect(second.id).not.toBe(id);
      });

      test("an organization has at most as many endpoints as allowed", async () => {
        await create({ endpointsMax: 1 });
        expect((await refusal(create({ endpointsMax: 1 }))).code).toBe("limit_reached");
      });

      test("a change that throws leaves the endpoint as it was", async () => {
        const { id } = await create();
        const broken = store.updateEndpoint(
          org,
          id,
          () => {
            throw new AppError("validation_failed", "no");
          },
          now(),
        );
        await refusal(broken);
        expect((await store.getEndpoint(org, id, now())).url).toBe("https://receiver.example/in");
      });

      test("sensitive headers survive a restart and are never shown", async () => {
        const { id } = await create({ spec: { headers: { "X-Api-Key": "k1" } } });
        const due = onlyDue(await publish());
        store = await opened.reopen();
        expect((await store.readTarget(due.endpoint))?.headers).toEqual({ "X-Api-Key": "k1" });
        expect((await store.getEndpoint(org, id, now())).headers).toEqual({ "X-Api-Key": "[redacted]" });
        const { data } = await store.listEndpoints(org, {}, firstPage, now());
        expect(JSON.stringify(data)).not.toContain("k1");
      });

      test("disabling cancels a backlog larger than one transaction: at once for the engine, in steps for the rows", async () => {
        const { id } = await create();
        await Promise.all(Array.from({ length: 2500 }, (_, n) => publish({ id: `e${n}` })));
        const { work } = await store.disableEndpoint(org, id, "manual", now());
        expect(work.chores).toBe(true);
        await store.enableEndpoint(org, id, now());
        const waiting = await store.findWaiting(now());
        expect(waiting.waiting).toEqual([]);
        store = await opened.reopen();
        expect((await store.findWaiting(now())).waiting).toEqual([]);
        await finishChores();
        const { data } = await store.listDeliveries(org, { status: "pending" }, firstPage);
        expect(data).toEqual([]);
      });

      test("enabling starts the counters anew and sends nothing by itself", async () => {
        const { id } = await create();
        const due = onlyDue(await publish({ id: "e1" }));
        await record(due, aFailure(410));
        const { endpoint, work } = await store.enableEndpoint(org, id, now());
        expect(endpoint).toMatchObject({ status: "active", disabledReason: null, disabledAt: null });
        expect(endpoint.health).toMatchObject({ consecutiveFailures: 0, consecutiveFailedAttempts: 0 });
        expect(work.due).toEqual([]);
        expect(await deliveriesOf("e1")).toMatchObject([{ status: "failed" }]);
      });

      test("deleting removes the endpoint's deliveries and attempts, and keeps its events", async () => {
        const { id } = await create();
        const due = onlyDue(await publish({ id: "e1" }));
        await record(due, anAttemptResult());
        const work = await store.deleteEndpoint(org, id, now());
        expect(work).toMatchObject({ changed: [due.endpoint], chores: true });
        expect((await refusal(store.getEndpoint(org, id, now()))).code).toBe("not_found");
        expect(await deliveriesOf("e1")).toEqual([]);
        expect((await refusal(store.getDelivery(org, due.id))).code).toBe("not_found");
        expect((await store.listAttempts(org, {}, firstPage)).data).toEqual([]);
        await finishChores();
        expect(await store.getEvent(org, "e1")).toMatchObject({ id: "e1", deliveries: { succeeded: 0 } });
      });
    });

    describe("signing secrets", () => {
      const rotation = (over = {}) => ({
        secret: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
        gracePeriodSeconds: 60,
        nowMs: now(),
        ...over,
      });

      test("after a rotation both secrets sign, newest first, until the grace period ends", async () => {
        const { id } = await create();
        const { secret } = await store.rotateSecret(org, id, rotation());
        expect(secret.previous).toEqual([{ expiresAt: new Date(now() + 60_000).toISOString() }]);
        const target = await store.findTarget(org, id);
        expect(target.secrets.map(({ expiresAtMs }) => expiresAtMs)).toEqual([null, now() + 60_000]);
        store = await opened.reopen();
        expect((await store.findTarget(org, id)).secrets).toEqual(target.secrets);
        opened.clock.stepWall(60_000);
        expect((await store.getSecret(org, id, now())).previous).toEqual([]);
      });

      test("a grace period of 0 cuts the old secret off at once", async () => {
        const { id } = await create();
        await store.rotateSecret(org, id, rotation({ gracePeriodSeconds: 0 }));
        expect((await store.findTarget(org, id)).secrets).toHaveLength(1);
      });

      test("a sixth active secret is refused", async () => {
        const { id } = await create();
        for (let n = 0; n < 4; n++) await store.rotateSecret(org, id, rotation());
        expect((await refusal(store.rotateSecret(org, id, rotation()))).code).toBe("limit_reached");
        expect((await store.findTarget(org, id)).secrets).toHaveLength(5);
      });
    });

    describe("sending again and canceling", () => {
      test("resending an ended delivery makes a new one with the full schedule and leaves the old one", async () => {
        await create();
        const due = onlyDue(await publish({ id: "e1" }));
        await record(due, anAttemptResult());
        const again = await store.resendDelivery(org, due.id, { newDeliveryId: "dlv_new", nowMs: now() });
        expect(again).toMatchObject({
          isNew: true,
          delivery: { id: "dlv_new", trigger: "resend", status: "pending" },
        });
        expect(onlyDue(again).event).toEqual(due.event);
        expect(await deliveriesOf("e1")).toMatchObject([
          { id: "dlv_new" },
          { id: due.id, status: "succeeded" },
        ]);
      });

      test("resending a pending delivery makes it due now and nothing else", async () => {
        await create();
        const due = onlyDue(await publish({ id: "e1" }));
        await record(due, aFailure());
        const again = await store.resendDelivery(org, due.id, { newDeliveryId: "dlv_new", nowMs: now() });
        expect(again).toMatchObject({
          isNew: false,
          delivery: { id: due.id, nextAttemptAt: new Date(now()).toISOString() },
        });
        expect((await claim(due, 10, "retry")).due).toHaveLength(1);
        expect(await deliveriesOf("e1")).toHaveLength(1);
      });

      test("nothing is resent to a disabled endpoint", async () => {
        const { id } = await create();
        const due = onlyDue(await publish());
        await store.disableEndpoint(org, id, "manual", now());
        const resend = store.resendDelivery(org, due.id, { newDeliveryId: "dlv_new", nowMs: now() });
        expect((await refusal(resend)).code).toBe("endpoint_disabled");
      });

      test("a canceled delivery is not sent, and cannot be canceled twice", async () => {
        await create();
        const due = onlyDue(await publish());
        const { delivery, work } = await store.cancelDelivery(org, due.id, now());
        expect(delivery).toMatchObject({ status: "canceled", reason: "manual", nextAttemptAt: null });
        expect(work.changed).toEqual([due.endpoint]);
        store.release([due.key]);
        expect((await claim(due)).due).toEqual([]);
        expect((await refusal(store.cancelDelivery(org, due.id, now()))).code).toBe("delivery_not_pending");
      });
    });

    describe("tests of an endpoint", () => {
      test("a test is kept in the history, out of the log, and counts nowhere", async () => {
        const { id } = await create({
          spec: { autoDisableAfter: 1, retry: { preset: "none", delaysSeconds: [] } },
        });
        const target = await store.findTarget(org, id);
        const attempt = await store.recordTest({
          deliveryId: "dlv_test",
          event: anEventContent({ id: "evt_test", type: "webhook.test" }),
          attempt: aFailure(410, { revision: target.revision }),
          endpoint: target.endpoint,
          nowMs: now(),
        });
        expect(attempt).toMatchObject({
          deliveryId: "dlv_test",
          trigger: "test",
          outcome: "http_error",
          number: 1,
        });
        expect((await store.listEvents(org, {}, firstPage)).data).toEqual([]);
        expect((await store.listAttempts(org, { trigger: "test" }, firstPage)).data).toEqual([attempt]);
        expect(await store.getEndpoint(org, id, now())).toMatchObject({
          status: "active",
          health: {
            state: "healthy",
            consecutiveFailures: 0,
            consecutiveFailedAttempts: 0,
            lastFailureAt: null,
          },
        });
      });
    });

    describe("API keys", () => {
      test("a key is found by its hash until it is revoked", async () => {
        await store.createKey(org, aKey({ id: "key_1", hash: "h1", role: "publisher", nowMs: now() }));
        expect(await store.findKeyByHash("h1")).toMatchObject({
          id: "key_1",
          role: "publisher",
          organizationId: org,
        });
        await store.revokeKey(org, "key_1");
        expect(await store.findKeyByHash("h1")).toBeNull();
        expect((await refusal(store.revokeKey(org, "key_1"))).code).toBe("not_found");
      });

      test("after a rotation the old key ends when it was told to", async () => {
        await store.createKey(org, aKey({ id: "key_1", hash: "h1", nowMs: now() }));
        const successor = { id: "key_2", hash: "h2", prefix: "phk_2", nowMs: now() };
        await store.rotateKey(org, "key_1", successor, now() + 1000);
        expect(await store.findKeyByHash("h1")).toMatchObject({ expiresAtMs: now() + 1000 });
        expect(await store.findKeyByHash("h2")).toMatchObject({
          id: "key_2",
          role: "admin",
          expiresAtMs: null,
        });
      });

      test("the last use is noted, at most once a minute", async () => {
        await store.createKey(org, aKey({ id: "key_1", hash: "h1", nowMs: now() }));
        await store.findKeyByHash("h1");
        await store.touchKey("key_1", now());
        const first = (await store.getKey(org, "key_1")).lastUsedAt;
        opened.clock.stepWall(59_000);
        await store.touchKey("key_1", now());
        expect((await store.getKey(org, "key_1")).lastUsedAt).toBe(first);
        opened.clock.stepWall(1000);
        await store.touchKey("key_1", now());
        expect((await store.getKey(org, "key_1")).lastUsedAt).not.toBe(first);
      });

      test("the first start makes its organization and key once", async () => {
        const key = aKey({ id: "key_again", hash: "again", role: "operator" });
        expect(await store.initialize({ organizationId: "org_other", key })).toEqual({ created: false });
        expect(await store.findKeyByHash("again")).toBeNull();
        expect(await store.findOrganization("default")).toMatchObject({ id: org, uid: "default" });
      });
    });

    test("another organization's verbs refuse to touch what is not theirs", async () => {
      const { id } = await create();
      const due = onlyDue(await publish({ id: "e1" }));
      const stranger = "org_stranger" as OrganizationId;
      const attempts = [
        () => store.getEndpoint(stranger, id, now()),
        () => store.updateEndpoint(stranger, id, (spec) => spec, now()),
        () => store.deleteEndpoint(stranger, id, now()),
        () => store.getEvent(stranger, "e1"),
        () => store.getDelivery(stranger, due.id),
        () => store.cancelDelivery(stranger, due.id, now()),
      ];
      for (const attempt of attempts) expect((await refusal(attempt())).code).toBe("not_found");
    });
  });
}
