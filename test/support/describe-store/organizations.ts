import { expect, test } from "bun:test";
import type { OrganizationId } from "../../../src/domain/id.ts";
import { onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Organizations are kept apart. Belongs to the whole store, so it is one test and no group. */
export function testOrganizationsApart(subject: StoreUnderTest): void {
  const { create, publish, now } = subject;

  test("another organization's verbs refuse to touch what is not theirs", async () => {
    const { id } = await create();
    const due = onlyDue(await publish({ id: "e1" }));
    const stranger = "org_stranger" as OrganizationId;
    const attempts = [
      () => subject.store.getEndpoint(stranger, id, now()),
      () => subject.store.updateEndpoint(stranger, id, (spec) => spec, now()),
      () => subject.store.deleteEndpoint(stranger, id, now()),
      () => subject.store.getEvent(stranger, "e1"),
      () => subject.store.getDelivery(stranger, due.id),
      () => subject.store.cancelDelivery(stranger, due.id, now()),
    ];
    for (const attempt of attempts) expect((await refusal(attempt())).code).toBe("not_found");
  });
}
