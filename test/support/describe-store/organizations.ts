import { describe, expect, test } from "bun:test";
import type { OrganizationId } from "../../../src/domain/id.ts";
import type { Organization } from "../../../src/domain/organization.ts";
import type { OrganizationSpec } from "../../../src/store/organization-verbs.ts";
import { aFailure, aKey, anAttemptResult, anEndpoint, anEvent, anOrganization } from "../a-store.ts";
import { firstPage, onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Organizations are kept apart. Belongs to the whole store, so it is one test and no group. */
export function testOrganizationsApart(subject: StoreUnderTest): void {
  const { create, publish, now } = subject;

  test("another organization's verbs refuse to touch what is not theirs", async () => {
    const { id } = await create();
    const due = onlyDue(await publish({ id: "e1" }));
    const { id: foreign } = await subject.store.createOrganization(anOrganization());
    for (const stranger of [foreign, "org_stranger" as OrganizationId]) {
      const attempts = [
        () => subject.store.getEndpoint(stranger, id, now()),
        () => subject.store.updateEndpoint(stranger, id, (spec) => spec, now()),
        () => subject.store.deleteEndpoint(stranger, id, now()),
        () => subject.store.getEvent(stranger, "e1"),
        () => subject.store.getDelivery(stranger, due.id),
        () => subject.store.cancelDelivery(stranger, due.id, now()),
      ];
      for (const attempt of attempts) expect((await refusal(attempt())).code).toBe("not_found");
    }
  });
}

/** Tenants and their settings. */
export function describeOrganizations(subject: StoreUnderTest): void {
  const { create, publish, record, now } = subject;
  const make = (over: Parameters<typeof anOrganization>[0] = {}) =>
    subject.store.createOrganization(anOrganization({ nowMs: now(), ...over }));
  const change = (id: OrganizationId, spec: Partial<OrganizationSpec>) =>
    subject.store.updateOrganization(id, (current) => ({ ...current, ...spec }), now());
  const set = (over: Partial<Organization["settings"]>) =>
    subject.store.updateOrganization(
      subject.org,
      (current) => ({ ...current, settings: { ...current.settings, ...over } }),
      now(),
    );

  describe("organizations", () => {
    test("one is found by its id and its uid, also after a restart", async () => {
      const made = await make({ uid: "acme", name: "Acme" });
      for (let run = 0; run < 2; run++) {
        expect(await subject.store.findOrganization(made.id)).toEqual(made);
        expect(await subject.store.findOrganization("acme")).toEqual(made);
        expect(await subject.store.findOrganization("nowhere")).toBeNull();
        await subject.reopen();
      }
    });

    test("a uid belongs to one, and is free when that one lets it go", async () => {
      const { id } = await make({ uid: "acme" });
      expect((await refusal(make({ uid: "acme" }))).code).toBe("conflict");
      const other = await make();
      expect((await refusal(change(other.id, { uid: "acme" }))).code).toBe("conflict");
      await change(id, { uid: "acme", name: "the same uid again" });
      await change(id, { uid: "acme2" });
      expect(await subject.store.findOrganization("acme")).toBeNull();
      await change(other.id, { uid: "acme" });
      expect((await subject.store.findOrganization("acme"))?.id).toBe(other.id);
    });

    test("they are listed newest first, a page at a time", async () => {
      const made: OrganizationId[] = [];
      for (let n = 0; n < 3; n++) made.unshift((await make()).id);
      const first = await subject.store.listOrganizations({ limit: 2, cursor: null });
      const second = await subject.store.listOrganizations({ limit: 2, cursor: first.nextCursor });
      expect([...first.data, ...second.data].map(({ id }) => id)).toEqual([...made, subject.org]);
      expect(second.nextCursor).toBeNull();
    });

    test("what a payload shows is fixed when its delivery is made, and shown so later", async () => {
      await create();
      const before = onlyDue(await publish({ id: "e1" }));
      const after = await set({ apiVersion: "2027", liveMode: false }).then(() => publish({ id: "e2" }));
      expect(before.settings).toEqual({ apiVersion: "2026-02-04", liveMode: true });
      expect(onlyDue(after).settings).toEqual({ apiVersion: "2027", liveMode: false });
      await set({ apiVersion: "2028" });
      await set({ apiVersion: "2029" });
      await publish({ id: "e3" });
      for (let run = 0; run < 2; run++) {
        await subject.reopen();
        const { due } = await subject.claim(before);
        expect(due.map(({ event, settings: shown }) => [event.id, shown.apiVersion, shown.liveMode])).toEqual(
          [
            ["e1", "2026-02-04", true],
            ["e2", "2027", false],
            ["e3", "2029", false],
          ],
        );
      }
    });

    test("its own number of endpoints comes before the instance's", async () => {
      const createMore = () => create({ endpointsMax: 2 });
      await set({ endpointsMax: 1 });
      await createMore();
      expect((await refusal(createMore())).code).toBe("limit_reached");
      await set({ endpointsMax: null });
      await createMore();
      expect((await refusal(createMore())).code).toBe("limit_reached");
      await set({ endpointsMax: 0 });
      await createMore();
    });

    test("a change that is refused changes nothing", async () => {
      const { id } = await make({ name: "before" });
      const refused = subject.store.updateOrganization(
        id,
        () => {
          throw new Error("no");
        },
        now(),
      );
      await expect(refused).rejects.toThrow("no");
      expect((await subject.store.findOrganization(id))?.name).toBe("before");
    });
  });

  describe("deleting an organization", () => {
    test("is effective at once: it is not found, its keys end, nothing of it is due", async () => {
      const { id } = await make({ uid: "acme" });
      const { store } = subject;
      await store.createKey(id, aKey({ id: "key_1", hash: "h" }));
      expect(await store.findKeyByHash("h")).toMatchObject({ organizationId: id });
      const { endpoint } = await store.createEndpoint(id, anEndpoint({ nowMs: now() }));
      const due = onlyDue(await store.acceptEvent(id, anEvent({ id: "e1", nowMs: now() })));
      await store.acceptEvent(id, anEvent({ deliverAtMs: now() + 1000, nowMs: now() }));

      const work = await store.deleteOrganization(id, now());
      expect(work).toMatchObject({ changed: [due.endpoint], chores: true });
      for (let run = 0; run < 2; run++) {
        for (const reference of [id, "acme"]) {
          expect(await subject.store.findOrganization(reference)).toBeNull();
        }
        expect(await subject.store.findKeyByHash("h")).toBeNull();
        expect(await subject.store.readTarget(due.endpoint)).toBeNull();
        expect(await subject.claim(due)).toEqual({ due: [], nextDueAtMs: null });
        expect((await subject.store.findWaiting(now() + 2000)).waiting).toEqual([]);
        expect((await subject.store.listOrganizations(firstPage)).data.map((one) => one.id)).toEqual([
          subject.org,
        ]);
        const verbs = [
          () => subject.store.getEndpoint(id, endpoint.id, now()),
          () => subject.store.acceptEvent(id, anEvent()),
          () => subject.store.createEndpoint(id, anEndpoint()),
          () => subject.store.listEvents(id, {}, firstPage),
          () => subject.store.deleteOrganization(id, now()),
        ];
        for (const verb of verbs) expect((await refusal(verb().then(() => null))).code).toBe("not_found");
        await subject.reopen();
      }
    });

    test("an attempt that was in flight leaves nothing", async () => {
      const { id } = await make();
      const { store } = subject;
      await store.createEndpoint(id, anEndpoint({ nowMs: now() }));
      const due = onlyDue(await store.acceptEvent(id, anEvent({ nowMs: now() })));
      await store.deleteOrganization(id, now());
      expect((await record(due, aFailure(410))).status).toBe("gone");
      await subject.finishChores();
      expect((await record(due, anAttemptResult())).status).toBe("gone");
    });

    test("its uid is free, and nobody else's things go", async () => {
      const endpoint = await create();
      const due = onlyDue(await publish({ id: "e1" }));
      const { id } = await make({ uid: "acme" });
      await subject.store.createEndpoint(id, anEndpoint({ nowMs: now() }));
      await subject.store.acceptEvent(id, anEvent({ id: "e1", nowMs: now() }));
      await subject.store.deleteOrganization(id, now());
      await make({ uid: "acme" });
      await subject.finishChores();
      await subject.reopen();
      expect((await subject.store.getEndpoint(subject.org, endpoint.id, now())).id).toBe(endpoint.id);
      expect((await subject.store.getEvent(subject.org, "e1")).id).toBe("e1");
      expect((await subject.claim(due)).due).toHaveLength(1);
    });
  });
}
