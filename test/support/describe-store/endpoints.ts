import { describe, expect, test } from "bun:test";
import { AppError } from "../../../src/domain/app-error.ts";
import { aFailure, anAttemptResult } from "../a-store.ts";
import { firstPage, onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Creating, changing, disabling, enabling and deleting endpoints, and what follows for their deliveries. */
export function describeEndpoints(subject: StoreUnderTest): void {
  const { create, publish, record, claim, deliveriesOf, finishChores, now } = subject;

  describe("endpoints", () => {
    test("a changed URL counts from the next attempt on, the body stays as published", async () => {
      const { id } = await create();
      const due = onlyDue(await publish({ data: '{"n": 1.0}' }));
      const canceled = onlyDue(await publish());
      await subject.store.cancelDelivery(subject.org, canceled.id, now());
      const change = { url: "https://moved.example/", headers: { "X-Env": "prod" } };
      const { work } = await subject.store.updateEndpoint(
        subject.org,
        id,
        (spec) => ({ ...spec, ...change }),
        now(),
      );
      expect(work.changed).toEqual([due.endpoint]);
      expect(await subject.store.readTarget(due.endpoint)).toMatchObject(change);
      const { request } = await subject.store.getDelivery(subject.org, due.id);
      expect(request).toMatchObject(change);
      expect(request.body).toEndWith('"data":{"n": 1.0}}');
      const { request: neverMade } = await subject.store.getDelivery(subject.org, canceled.id);
      expect(neverMade.url).toBe("https://receiver.example/in");
    });

    // Fixed at publication are recipients, payload format, and so the body.
    test("a changed payload format counts for what is published from then on, also after a restart", async () => {
      const { id } = await create({ spec: { payloadFormat: "event" } });
      const before = onlyDue(await publish());
      await subject.store.updateEndpoint(
        subject.org,
        id,
        (spec) => ({ ...spec, payloadFormat: "raw" }),
        now(),
      );
      const after = onlyDue(await publish());
      expect([before.payloadFormat, after.payloadFormat]).toEqual(["event", "raw"]);
      await subject.reopen();
      const { due } = await subject.store.claimDue({
        endpoint: before.endpoint,
        share: "first",
        limit: 10,
        nowMs: now(),
      });
      expect(due.map(({ payloadFormat }) => payloadFormat)).toEqual(["event", "raw"]);
      const { request } = await subject.store.getDelivery(subject.org, before.id);
      expect(JSON.parse(request.body ?? "")).toHaveProperty("event", "message.delivered");
    });

    test("a uid is unique among the organization's endpoints, and free again after a deletion", async () => {
      const { id } = await create({ spec: { uid: "crm" } });
      const error = await refusal(create({ spec: { uid: "crm" } }));
      expect(error.code).toBe("conflict");
      await subject.store.deleteEndpoint(subject.org, "crm", now());
      const second = await create({ spec: { uid: "crm" } });
      expect(second.id).not.toBe(id);
    });

    test("an organization has at most as many endpoints as allowed", async () => {
      await create({ endpointsMax: 1 });
      expect((await refusal(create({ endpointsMax: 1 }))).code).toBe("limit_reached");
    });

    test("a change that throws leaves the endpoint as it was", async () => {
      const { id } = await create();
      const broken = subject.store.updateEndpoint(
        subject.org,
        id,
        () => {
          throw new AppError("validation_failed", "no");
        },
        now(),
      );
      await refusal(broken);
      expect((await subject.store.getEndpoint(subject.org, id, now())).url).toBe(
        "https://receiver.example/in",
      );
    });

    test("sensitive headers survive a restart and are never shown", async () => {
      const { id } = await create({ spec: { headers: { "X-Api-Key": "k1" } } });
      const due = onlyDue(await publish());
      await subject.reopen();
      expect((await subject.store.readTarget(due.endpoint))?.headers).toEqual({ "X-Api-Key": "k1" });
      expect((await subject.store.getEndpoint(subject.org, id, now())).headers).toEqual({
        "X-Api-Key": "[redacted]",
      });
      const { data } = await subject.store.listEndpoints(subject.org, {}, firstPage, now());
      expect(JSON.stringify(data)).not.toContain("k1");
    });

    test("disabling cancels a backlog larger than one transaction: at once for the engine, in steps for the rows", async () => {
      const { id } = await create();
      await Promise.all(Array.from({ length: 2500 }, (_, n) => publish({ id: `e${n}` })));
      const { work } = await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(work.chores).toBe(true);
      await subject.store.enableEndpoint(subject.org, id, now());
      const waiting = await subject.store.findWaiting(now());
      expect(waiting.waiting).toEqual([]);
      await subject.reopen();
      expect((await subject.store.findWaiting(now())).waiting).toEqual([]);
      await finishChores();
      const { data } = await subject.store.listDeliveries(subject.org, { status: "pending" }, firstPage);
      expect(data).toEqual([]);
    });

    test("enabling starts the counters anew and sends nothing by itself", async () => {
      const { id } = await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await record(due, aFailure(410));
      const { endpoint, work } = await subject.store.enableEndpoint(subject.org, id, now());
      expect(endpoint).toMatchObject({ status: "active", disabledReason: null, disabledAt: null });
      expect(endpoint.health).toMatchObject({ consecutiveFailures: 0, consecutiveFailedAttempts: 0 });
      expect(work.due).toEqual([]);
      expect(await deliveriesOf("e1")).toMatchObject([{ status: "failed" }]);
    });

    test("deleting removes the endpoint's deliveries and attempts, and keeps its events", async () => {
      const { id } = await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await record(due, anAttemptResult());
      const work = await subject.store.deleteEndpoint(subject.org, id, now());
      expect(work).toMatchObject({ changed: [due.endpoint], chores: true });
      expect((await refusal(subject.store.getEndpoint(subject.org, id, now()))).code).toBe("not_found");
      expect(await deliveriesOf("e1")).toEqual([]);
      expect((await refusal(subject.store.getDelivery(subject.org, due.id))).code).toBe("not_found");
      expect((await subject.store.listAttempts(subject.org, {}, firstPage)).data).toEqual([]);
      await finishChores();
      expect(await subject.store.getEvent(subject.org, "e1")).toMatchObject({
        id: "e1",
        deliveries: { succeeded: 0 },
      });
    });

    test("deleting one with the newest deliveries does not make another's later ones count as canceled", async () => {
      const { id } = await create({ spec: { eventTypes: ["a"] } });
      const other = await create({ spec: { eventTypes: ["b"] } });
      await publish({ type: "b" });
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      await subject.store.deleteEndpoint(subject.org, other.id, now());
      await finishChores();
      await subject.reopen();
      const due = onlyDue(await publish({ type: "a" }));
      subject.store.release([due.key]);
      expect((await claim(due)).due).toHaveLength(1);
    });
  });
}
