import { expect, test } from "bun:test";
import type { OrganizationId } from "../../../src/domain/id.ts";
import { toIso } from "../../../src/domain/time.ts";
import { onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Organizations are kept apart. Belongs to the whole store, so it is one test and no group. */
export function testOrganizationsApart(subject: StoreUnderTest): void {
  const { create, publish, now } = subject;

  test("another organization's verbs refuse to touch what is not theirs", async () => {
    const { id } = await create();
    const due = onlyDue(await publish({ id: "e1" }));
    const request = { since: toIso(0), until: null, eventTypes: null, onlyMissing: true };
    const asked = { kind: "replay" as const, request };
    await subject.store.startTask(subject.org, id, { id: "task_1", asked, nowMs: now() });
    const stranger = "org_stranger" as OrganizationId;
    const attempts = [
      () => subject.store.getEndpoint(stranger, id, now()),
      () => subject.store.updateEndpoint(stranger, id, (spec) => spec, now()),
      () => subject.store.deleteEndpoint(stranger, id, now()),
      () => subject.store.getEvent(stranger, "e1"),
      () => subject.store.getDelivery(stranger, due.id),
      () => subject.store.cancelDelivery(stranger, due.id, now()),
      () => subject.store.startTask(stranger, id, { id: "task_2", asked, nowMs: now() }),
      () => subject.store.previewTask(stranger, id, asked, now()),
      () => subject.store.getTask(stranger, "task_1"),
      () => subject.store.cancelTask(stranger, "task_1", now()),
    ];
    for (const attempt of attempts) expect((await refusal(attempt())).code).toBe("not_found");
  });
}
