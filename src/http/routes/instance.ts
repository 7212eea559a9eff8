import { z } from "zod";
import { allows } from "../../domain/permission.ts";
import { defineRoute, type Route, reply } from "../route.ts";

const bytes = z.int().nullable();

const instance = z
  .object({
    version: z.string(),
    publicUrl: z
      .string()
      .nullable()
      .meta({ description: "What the world calls this host: POSTHORN_PUBLIC_URL" }),
    limits: z
      .object({
        rateLimitPerSecond: z.int(),
        retentionDays: z.int(),
        endpointsMax: z.int(),
      })
      .meta({
        description:
          "What holds for organizations that set nothing themselves; 0: no limit, or kept for ever",
      }),
    health: z
      .object({
        problems: z
          .array(z.object({ check: z.string(), message: z.string() }))
          .meta({ description: "Why no events can be taken now; empty where they can" }),
        warnings: z.array(z.string()).meta({ description: "What an operator should look at" }),
      })
      .nullable()
      .meta({ description: "For operators; null for everybody else" }),
    disk: z
      .object({
        freeBytes: bytes.meta({ description: "Free below the data directory; null where it is not known" }),
        floorBytes: z.int().meta({ description: "With less free space publishing gets 503" }),
        databaseBytes: bytes.meta({ description: "What the database's files take" }),
      })
      .nullable()
      .meta({ description: "For operators; null for everybody else" }),
  })
  .meta({
    id: "Instance",
    example: {
      version: "0.1.0",
      publicUrl: "https://hooks.example.com",
      limits: { rateLimitPerSecond: 10_000, retentionDays: 30, endpointsMax: 10_000 },
      health: { problems: [], warnings: [] },
      disk: { freeBytes: 52_428_800_000, floorBytes: 268_435_456, databaseBytes: 1_288_490_188 },
    },
  });

export const instanceRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/instance",
    operationId: "getInstance",
    tag: "Organizations",
    summary: "Show what all organizations share",
    description:
      "The version and the limits of the instance, which hold where an organization sets none; for operators also its health and its disk.",
    permission: "view",
    responses: { 200: { description: "The instance", schema: instance } },
    async handle({ caller }, { operations, version, publicUrl, probe, readDisk }) {
      const { rateLimitPerSecond, retentionDays, endpointsMax } = operations;
      const shared = { version, publicUrl, limits: { rateLimitPerSecond, retentionDays, endpointsMax } };
      if (!allows("operate", caller.key.role)) return reply(200, { ...shared, health: null, disk: null });
      const [{ problems, warnings }, disk] = await Promise.all([probe(), readDisk()]);
      return reply(200, { ...shared, health: { problems: [...problems], warnings: [...warnings] }, disk });
    },
  }),
];
