import { afterEach, beforeEach, expect, test } from "bun:test";
import type { SendTest } from "../../src/operations/context.ts";
import { testEndpoint } from "../../src/operations/test-endpoint.ts";
import { anEndpoint, aStore, type TestStore } from "../support/a-store.ts";
import { operationsOn } from "../support/an-http-app.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await aStore();
});
afterEach(() => opened.close());

test("a test is rendered with its organization's apiVersion, and with liveMode false, whatever the setting", async () => {
  const { store } = opened;
  const id = await opened.addOrganization();
  for (const liveMode of [true, false]) {
    await store.updateOrganization(
      id,
      (current) => ({ ...current, settings: { ...current.settings, apiVersion: "2031-01-01", liveMode } }),
      0,
    );
    const { endpoint } = await store.createEndpoint(id, anEndpoint());
    const sent: Parameters<SendTest>[1][] = [];
    const { sendTest, ...operations } = operationsOn(store);
    const spying = (...args: Parameters<typeof sendTest>) => {
      sent.push(args[1]);
      return sendTest(...args);
    };
    await testEndpoint({ ...operations, sendTest: spying }, id, endpoint.id, {});
    expect(sent.map(({ settings }) => settings)).toEqual([{ apiVersion: "2031-01-01", liveMode: false }]);
  }
});
