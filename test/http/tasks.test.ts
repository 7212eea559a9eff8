import { describe, expect, test } from "bun:test";
import { aFailure } from "../support/a-store.ts";
import { anApi, type TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const endpointPath = "/api/v1/endpoints/crm";
const since = "2020-01-01T00:00:00.000Z";

/** An endpoint `crm` with one event of each kind: failed, and canceled by a disable since. */
async function anEndpointThatMissed(api: TestApi): Promise<string> {
  const id = await api.anEndpointId({ uid: "crm", retry: { preset: "none" }, autoDisableAfter: null });
  await api.anEventId({ id: "failed" });
  const delivery = api.due.at(-1);
  if (delivery === undefined) throw new Error("nothing is due");
  await api.store.recordAttempt({
    delivery: delivery.key,
    endpoint: delivery.endpoint,
    attempt: aFailure(),
    nowMs: api.clock.now(),
    jitter: 0,
    networkSuspect: false,
  });
  await api.call("POST", `${endpointPath}/disable`);
  await api.anEventId({ id: "missed" });
  return id;
}

async function anEnabledOne(api: TestApi): Promise<string> {
  const id = await anEndpointThatMissed(api);
  await api.call("POST", `${endpointPath}/enable`);
  return id;
}

async function aTaskId(api: TestApi): Promise<string> {
  await anEnabledOne(api);
  return (await api.call("POST", `${endpointPath}/recover`, { body: { since } })).body.id;
}

async function finishTasks({ store, clock }: TestApi): Promise<void> {
  for (let done = false; !done; ) done = (await store.continueTasks(clock.now())).done;
}

const triggers = async (api: TestApi) =>
  (await api.call("GET", "/api/v1/deliveries")).body.data.map(
    ({ eventId, trigger }: { eventId: string; trigger: string }) => `${eventId} ${trigger}`,
  );

describe("recover and replay", () => {
  runScenarios<string>([
    {
      name: "recover begins a task, which says what it was asked for",
      given: anEnabledOne,
      method: "POST",
      path: `${endpointPath}/recover`,
      body: { since: "2020-01-01T01:00:00+01:00" },
      status: 202,
      async afterwards({ body }, api, endpointId) {
        expect(body).toEqual({
          id: expect.stringMatching(/^task_/),
          kind: "recover",
          endpointId,
          status: "running",
          request: { since, until: null, statuses: ["failed", "canceled"] },
          progress: { matched: 0, queued: 0, skipped: 0 },
          createdAt: expect.any(String),
          completedAt: null,
        });
        await finishTasks(api);
        const { body: task } = await api.call("GET", `/api/v1/tasks/${body.id}`, { as: "viewer" });
        expect(task).toMatchObject({ status: "done", progress: { matched: 2, queued: 2, skipped: 0 } });
        expect(task.completedAt).not.toBeNull();
        expect(await triggers(api)).toEqual([
          "missed recover",
          "failed recover",
          "missed event",
          "failed event",
        ]);
      },
    },
    {
      name: "replay begins a task, which says what it was asked for",
      async given(api) {
        await api.anEventId({ id: "before" });
        return api.anEndpointId({ uid: "crm" });
      },
      method: "POST",
      path: `${endpointPath}/replay`,
      body: { since, eventTypes: ["message.*"] },
      status: 202,
      async afterwards({ body }, api) {
        expect(body.request).toEqual({ since, until: null, eventTypes: ["message.*"], onlyMissing: true });
        await finishTasks(api);
        expect(await triggers(api)).toEqual(["before replay"]);
      },
    },
    {
      name: "a dry run of recover counts and queues nothing, also to a disabled endpoint",
      given: anEndpointThatMissed,
      method: "POST",
      path: `${endpointPath}/recover`,
      body: { since, dryRun: true },
      status: 200,
      async afterwards({ body }, api) {
        expect(body).toEqual({ matched: 2, queued: 2, skipped: 0 });
        expect((await api.call("GET", "/api/v1/tasks")).body.data).toEqual([]);
        expect(await triggers(api)).toEqual(["missed event", "failed event"]);
      },
    },
    {
      name: "a dry run of replay counts and queues nothing",
      given: anEndpointThatMissed,
      method: "POST",
      path: `${endpointPath}/replay`,
      body: { since, dryRun: true },
      status: 200,
      afterwards: ({ body }) => expect(body).toEqual({ matched: 2, queued: 0, skipped: 2 }),
    },
    ...["recover", "replay"].map((verb) => ({
      name: `${verb} to a disabled endpoint is refused and queues nothing`,
      given: anEndpointThatMissed,
      method: "POST",
      path: `${endpointPath}/${verb}`,
      body: { since },
      status: 409,
      contains: ['"code":"endpoint_disabled"'],
      afterwards: async (_: unknown, api: TestApi) => {
        expect((await api.call("GET", "/api/v1/tasks")).body.data).toEqual([]);
      },
    })),
    {
      name: "enable with recover queues what was missed while disabled",
      given: anEndpointThatMissed,
      method: "POST",
      path: `${endpointPath}/enable`,
      body: { recover: true },
      status: 200,
      contains: ['"status":"active"'],
      async afterwards(_, api, endpointId) {
        await finishTasks(api);
        const { body } = await api.call("GET", `/api/v1/tasks?endpointId=${endpointId}`);
        expect(body.data).toMatchObject([
          { kind: "recover", status: "done", request: { statuses: ["canceled"] }, progress: { queued: 1 } },
        ]);
        expect(await triggers(api)).toEqual(["missed recover", "missed event", "failed event"]);
      },
    },
    {
      name: "enable alone queues nothing",
      given: anEndpointThatMissed,
      method: "POST",
      path: `${endpointPath}/enable`,
      status: 200,
      afterwards: async (_, api) => expect((await api.call("GET", "/api/v1/tasks")).body.data).toEqual([]),
    },
    {
      name: "a task is canceled, and canceling it again changes nothing",
      given: aTaskId,
      method: "POST",
      path: (id) => `/api/v1/tasks/${id}/cancel`,
      status: 200,
      contains: ['"status":"canceled"'],
      async afterwards({ body }, api, id) {
        await api.clock.advance(5);
        expect((await api.call("POST", `/api/v1/tasks/${id}/cancel`)).body).toEqual(body);
        await finishTasks(api);
        expect(await triggers(api)).toEqual(["missed event", "failed event"]);
      },
    },
    {
      name: "an unknown task is 404",
      method: "GET",
      path: "/api/v1/tasks/task_unknown",
      status: 404,
      contains: ['There is no task \\"task_unknown\\"'],
    },
    ...(
      [
        ["recover", {}, "since"],
        ["recover", { since: "yesterday" }, "since"],
        ["recover", { since, until: since }, "until"],
        ["recover", { since, statuses: [] }, "statuses"],
        ["recover", { since, statuses: ["pending"] }, "statuses.0"],
        ["recover", { since, onlyMissing: true }, "onlyMissing"],
        ["replay", { since, eventTypes: ["Not A Type"] }, "eventTypes.0"],
        ["replay", { since, statuses: ["failed"] }, "statuses"],
        ["enable", { recover: "yes" }, "recover"],
      ] as const
    ).map(([verb, body, at]) => ({
      name: `${verb} refuses ${JSON.stringify(body)}`,
      given: anEnabledOne,
      method: "POST",
      path: `${endpointPath}/${verb}`,
      body,
      status: 422,
      contains: [`"path":"${at}"`],
    })),
  ]);

  test("the list of tasks has pages, and filters by endpoint and status", async () => {
    const api = await anApi();
    const ids = [await aTaskId(api)];
    for (let n = 0; n < 2; n++) {
      await finishTasks(api);
      ids.unshift((await api.call("POST", `${endpointPath}/recover`, { body: { since } })).body.id);
    }
    const list = async (query: string) => (await api.call("GET", `/api/v1/tasks${query}`)).body;
    const page = await list("?limit=2");
    expect(page.data.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
    expect((await list(`?cursor=${page.nextCursor}`)).data).toMatchObject([{ id: ids[2] }]);
    expect((await list("?status=running")).data).toMatchObject([{ id: ids[0] }]);
    expect((await list("?endpointId=crm&status=done")).data).toHaveLength(2);
    expect((await list("?endpointId=ep_unknown")).data).toEqual([]);
    await api.close();
  });
});

test("a dry run takes no part in idempotency: the same key counts anew, before and after it begins the task", async () => {
  const api = await anApi();
  await anEnabledOne(api);
  const ask = (dryRun: boolean) =>
    api.call("POST", `${endpointPath}/recover`, {
      body: { since, dryRun },
      headers: { "Idempotency-Key": "k" },
    });
  for (let n = 0; n < 2; n++) {
    const counted = await ask(true);
    expect([counted.status, counted.headers.get("idempotency-replayed")]).toEqual([200, null]);
  }
  const begun = await ask(false);
  expect(begun.status).toBe(202);
  expect((await ask(false)).body).toEqual(begun.body);
  expect((await ask(true)).status).toBe(200);
  const atOnce = await Promise.all([ask(true), ask(true), ask(false)]);
  expect(atOnce.map(({ status }) => status)).toEqual([200, 200, 202]);
  expect((await api.call("GET", "/api/v1/tasks")).body.data).toHaveLength(1);
  await api.close();
});
