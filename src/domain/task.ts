import { z } from "zod";
import { eventTypePattern } from "./event-type.ts";
import { fromIso, isoTime, isoTimeInput, toIso } from "./time.ts";

export const taskKind = z.enum(["recover", "replay"]);
export type TaskKind = z.infer<typeof taskKind>;

export const taskStatus = z.enum(["running", "done", "canceled", "failed"]);
export type TaskStatus = z.infer<typeof taskStatus>;

/** What a recovery takes: deliveries that failed, and those that a disable canceled. */
export const recoverableStatus = z.enum(["failed", "canceled"]);
export type RecoverableStatus = z.infer<typeof recoverableStatus>;

const recoverRequest = z.object({
  since: isoTime,
  until: isoTime.nullable(),
  statuses: z.array(recoverableStatus),
});
export type RecoverRequest = z.infer<typeof recoverRequest>;

const replayRequest = z.object({
  since: isoTime,
  until: isoTime.nullable(),
  eventTypes: z.array(z.string()).nullable(),
  onlyMissing: z.boolean(),
});
export type ReplayRequest = z.infer<typeof replayRequest>;

/** What a task is asked for, complete. */
export type TaskRequest =
  | { kind: "recover"; request: RecoverRequest }
  | { kind: "replay"; request: ReplayRequest };

/** Events that fit the request; of those the ones that are sent again, and the ones that need not be. */
export const taskProgress = z
  .object({
    matched: z.int().meta({ description: "Events that the request names; queued and skipped together" }),
    queued: z.int().meta({ description: "Of those, the ones with a new delivery" }),
    skipped: z.int().meta({ description: "Of those, the ones that need none" }),
  })
  .meta({ id: "TaskProgress", example: { matched: 120, queued: 117, skipped: 3 } });
export type TaskProgress = z.infer<typeof taskProgress>;

/** A recovery or replay: queues deliveries step by step, behind live traffic. */
export const task = z
  .object({
    id: z.string(),
    kind: taskKind,
    endpointId: z.string(),
    status: taskStatus,
    request: z.union([recoverRequest, replayRequest]),
    progress: taskProgress,
    createdAt: isoTime,
    completedAt: isoTime.nullable(),
  })
  .meta({
    id: "Task",
    example: {
      id: "task_01kq8v4z6t8m5n2p7r9s3w1x0y",
      kind: "recover",
      endpointId: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
      status: "running",
      request: { since: "2026-05-13T08:00:00.000Z", until: null, statuses: ["failed", "canceled"] },
      progress: { matched: 120, queued: 117, skipped: 3 },
      createdAt: "2026-05-13T12:46:25.000Z",
      completedAt: null,
    },
  });
export type Task = z.infer<typeof task>;

const since = isoTimeInput.describe("From this time on");
const until = isoTimeInput.nullable().optional().describe("Before this time; up to now, if left out");
const dryRun = z.boolean().optional().describe("Only count what would be queued: the reply is 200");

export const recoverInput = z
  .strictObject({
    since,
    until,
    statuses: z
      .array(recoverableStatus)
      .min(1, "must name failed, canceled, or both")
      .max(2, "must name failed, canceled, or both")
      .optional()
      .describe("Which deliveries: `failed`, and `canceled` by a disable; both, if left out"),
    dryRun,
  })
  .refine(isWindow, { path: ["until"], message: "must be later than since" })
  .meta({ id: "RecoverInput", example: { since: "2026-05-13T08:00:00.000Z" } });
export type RecoverInput = z.infer<typeof recoverInput>;

export const replayInput = z
  .strictObject({
    since,
    until,
    eventTypes: z
      .array(eventTypePattern)
      .min(1, "must name at least one event type, or '*'")
      .max(200, "must be at most 200 event types")
      .nullable()
      .optional()
      .describe("Only these types or patterns, of those that the endpoint subscribes to"),
    onlyMissing: z
      .boolean()
      .optional()
      .describe("Only events without a delivery to the endpoint; true, if left out"),
    dryRun,
  })
  .refine(isWindow, { path: ["until"], message: "must be later than since" })
  .meta({
    id: "ReplayInput",
    example: { since: "2026-05-13T08:00:00.000Z", eventTypes: ["message.*"] },
  });
export type ReplayInput = z.infer<typeof replayInput>;

interface WindowInput {
  since: string;
  until?: string | null | undefined;
}

function isWindow({ since, until }: WindowInput): boolean {
  return until === undefined || until === null || fromIso(since) < fromIso(until);
}

function windowOf({ since, until }: WindowInput): { since: string; until: string | null } {
  return { since: toIso(fromIso(since)), until: until ? toIso(fromIso(until)) : null };
}

/** What a caller asks for, with everything that was left out. */
export function recoverRequestOf(input: RecoverInput): TaskRequest {
  const { statuses: named = recoverableStatus.options } = input;
  const statuses = recoverableStatus.options.filter((status) => named.includes(status));
  return { kind: "recover", request: { ...windowOf(input), statuses } };
}

/** What a caller asks for, with everything that was left out. */
export function replayRequestOf(input: ReplayInput): TaskRequest {
  const { eventTypes = null, onlyMissing = true } = input;
  return { kind: "replay", request: { ...windowOf(input), eventTypes, onlyMissing } };
}
