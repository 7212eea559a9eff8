import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import type { Filter } from "../../../src/domain/filter/filter.ts";
import { filterWorkMax } from "../../../src/domain/filter/filter-work.ts";
import { patternSize } from "../../../src/platform/linear-pattern.ts";
import { anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";
import { refusal } from "../../support/describe-store/store-under-test.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await aStore();
});
afterEach(() => opened.close());

/** As costly as one pattern may be, and never found. */
const costly = "(a|b|c)*(.{140})x{100}$";
const fivePatterns = (): Filter => ({
  a: { $regex: costly },
  b: { $regex: costly },
  c: { $regex: costly },
  d: { $regex: costly },
  e: { $regex: costly },
});
const create = (filter: Filter | null, owner = opened.organizationId) => {
  const made = anEndpoint({ spec: { filter } });
  return opened.store.createEndpoint(owner, made).then(({ endpoint }) => endpoint);
};
const fits = () => Math.floor(filterWorkMax / (5 * patternSize(costly)));

describe("the regular expressions of an organization's endpoints", () => {
  test("have a limit together, which a new endpoint and a change must keep", async () => {
    for (let n = 0; n < fits(); n++) await create(fivePatterns());
    const error = await refusal(create(fivePatterns()));
    expect(error.code).toBe("validation_failed");
    const sum = (fits() + 1) * 5 * patternSize(costly);
    expect(error.errors[0]?.path).toBe("filter");
    expect(error.errors[0]?.message).toContain(`to ${sum} steps together, more than ${filterWorkMax};`);
    const { id } = await create({ "customer.country": { $in: ["DE"] } });
    const change = opened.store.updateEndpoint(
      opened.organizationId,
      id,
      (current) => ({ ...current, filter: fivePatterns() }),
      1,
    );
    expect((await refusal(change)).errors[0]?.path).toBe("filter");
    // Another organization has its own.
    await create(fivePatterns(), await opened.addOrganization());
  });

  test("may become fewer, after a restart too, and leave room for others", async () => {
    const endpoints = [];
    for (let n = 0; n < fits(); n++) endpoints.push(await create(fivePatterns()));
    await opened.reopen();
    await refusal(create(fivePatterns()));
    const less = (current: ReturnType<typeof anEndpoint>["spec"]) => ({ ...current, filter: { a: 1 } });
    await opened.store.updateEndpoint(opened.organizationId, endpoints[0]?.id ?? "", less, 1);
    await create(fivePatterns());
  });

  test("hold up an adversary's event for a bounded time", async () => {
    for (let n = 0; n < fits(); n++) await create(fivePatterns());
    const text = "ab".repeat(2048);
    const data = JSON.stringify({ a: text, b: text, c: text, d: text, e: text });
    // Compiled once.
    await opened.store.acceptEvent(opened.organizationId, anEvent());
    const startedAt = performance.now();
    const { published } = await opened.store.acceptEvent(opened.organizationId, anEvent({ data }));
    expect(published.deliveries).toBe(0);
    // 0.1 s on a machine of its own; without the limit a few hundred endpoints take many seconds.
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
