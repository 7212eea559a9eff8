import { z } from "zod";
import { pageOf, pageQuery } from "../../domain/page.ts";
import {
  type RecoverInput,
  type ReplayInput,
  recoverInput,
  recoverRequestOf,
  replayInput,
  replayRequestOf,
  task,
  taskProgress,
  taskStatus,
} from "../../domain/task.ts";
import { cancelTask } from "../../operations/cancel-task.ts";
import { startTask } from "../../operations/start-task.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { changeBy } from "../route-change.ts";
import { exampleOf } from "../schema-example.ts";
import { emptyBody, endpointParams, idFilter, pageRequestOf } from "./parameters.ts";

const listQuery = z.strictObject({
  ...pageQuery,
  endpointId: idFilter("Only of this endpoint (id or uid)"),
  status: taskStatus.optional().meta({ description: "Only in this state" }),
});

const isDryRun = ({ dryRun }: RecoverInput | ReplayInput) => dryRun === true;

const taskParams = { id: { description: "The task's id", example: "task_01kq8v4z6t8m5n2p7r9s3w1x0y" } };

const begunExample = { ...exampleOf(task), progress: { matched: 0, queued: 0, skipped: 0 } };
const replayExample = {
  ...begunExample,
  kind: "replay",
  request: {
    since: "2026-05-13T08:00:00.000Z",
    until: null,
    eventTypes: ["message.*"],
    onlyMissing: true,
  },
};
const canceledExample = {
  ...exampleOf(task),
  status: "canceled",
  completedAt: "2026-05-13T12:46:28.000Z",
};

export const taskRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/:id/recover",
    operationId: "recoverEndpoint",
    tag: "Tasks",
    summary: "Send again what failed",
    description:
      "Takes each event once, oldest first, of the deliveries created in that time that failed or were canceled by a disable. Those whose newest delivery to the endpoint has since succeeded or is pending are skipped.",
    permission: "administer",
    params: endpointParams,
    body: recoverInput,
    responses: {
      200: { description: "What a dry run has counted; nothing was queued", schema: taskProgress },
      202: { description: "The task, which has begun", schema: task, example: begunExample },
    },
    change: changeBy("startTask", {
      action: "endpoint.recover",
      remembered: ({ task: begun }) => reply(202, begun),
      isDryRun,
    }),
    problems: ["endpoint_disabled", "limit_reached"],
    async handle({ caller, params: { id }, body }, { operations }) {
      const asked = { asked: recoverRequestOf(body), dryRun: body.dryRun };
      const begun = await startTask(operations, caller.organizationId, id, asked);
      return "counted" in begun ? reply(200, begun.counted) : reply(202, begun.task);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/:id/replay",
    operationId: "replayEndpoint",
    tag: "Tasks",
    summary: "Send events of the past",
    description:
      "Takes the events of that time that the endpoint would get today, oldest first, also those from before it existed; unless onlyMissing is false, those without a delivery to it. Never events that were published for certain endpoints, that are not yet due, tests, or operational ones.",
    permission: "administer",
    params: endpointParams,
    body: replayInput,
    responses: {
      200: { description: "What a dry run has counted; nothing was queued", schema: taskProgress },
      202: { description: "The task, which has begun", schema: task, example: replayExample },
    },
    change: changeBy("startTask", {
      action: "endpoint.replay",
      remembered: ({ task: begun }) => reply(202, begun),
      isDryRun,
    }),
    problems: ["endpoint_disabled", "limit_reached"],
    async handle({ caller, params: { id }, body }, { operations }) {
      const asked = { asked: replayRequestOf(body), dryRun: body.dryRun };
      const begun = await startTask(operations, caller.organizationId, id, asked);
      return "counted" in begun ? reply(200, begun.counted) : reply(202, begun.task);
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/tasks",
    operationId: "listTasks",
    tag: "Tasks",
    summary: "List recoveries and replays",
    permission: "view",
    query: listQuery,
    responses: { 200: { description: "A page of tasks, newest first", schema: pageOf(task) } },
    async handle({ caller, query }, { operations: { store } }) {
      const { endpointId, status } = query;
      const filter = { endpointId, status };
      return reply(200, await store.listTasks(caller.organizationId, filter, pageRequestOf(query)));
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/tasks/:id",
    operationId: "getTask",
    tag: "Tasks",
    summary: "Show a task and its progress",
    description: "A task is done when everything is queued; what becomes of it is told by the deliveries.",
    permission: "view",
    params: taskParams,
    responses: { 200: { description: "The task", schema: task } },
    handle: async ({ caller, params: { id } }, { operations: { store } }) =>
      reply(200, await store.getTask(caller.organizationId, id)),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/tasks/:id/cancel",
    operationId: "cancelTask",
    tag: "Tasks",
    summary: "Cancel a task",
    description: "It queues nothing more; what it has queued is sent. A task that has ended stays as it is.",
    permission: "administer",
    params: taskParams,
    body: emptyBody,
    responses: { 200: { description: "The task as it is now", schema: task, example: canceledExample } },
    change: changeBy("cancelTask", {
      action: "task.cancel",
      remembered: ({ task: canceled }) => reply(200, canceled),
    }),
    handle: async ({ caller, params: { id } }, { operations }) =>
      reply(200, await cancelTask(operations, caller.organizationId, id)),
  }),
];
