import { z } from "zod";
import { AppError } from "../../domain/app-error.ts";
import { defineRoute, type Route, reply } from "../route.ts";

const alive = z.object({ status: z.literal("alive") }).meta({ id: "Alive", example: { status: "alive" } });

const ready = z
  .object({
    status: z.literal("ready"),
    warnings: z.array(z.string()).meta({ description: "What an operator should look at" }),
  })
  .meta({ id: "Ready", example: { status: "ready", warnings: [] } });

export const healthRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/healthz",
    operationId: "getHealth",
    tag: "Health",
    summary: "Say that the process is alive",
    permission: null,
    responses: { 200: { description: "Alive", schema: alive } },
    handle: () => reply(200, { status: "alive" } as const),
  }),
  defineRoute({
    method: "GET",
    path: "/readyz",
    operationId: "getReadiness",
    tag: "Health",
    summary: "Say whether events can be taken",
    description: "Ready means: the database can be written, and the disk has space above its floor.",
    permission: null,
    responses: { 200: { description: "Ready", schema: ready } },
    problems: ["unavailable"],
    async handle(_request, { probe }) {
      const { problems, warnings } = await probe();
      const [first] = problems;
      if (first !== undefined) {
        const errors = problems.map(({ check, message }) => ({ path: check, message }));
        throw new AppError("unavailable", first.message, { errors });
      }
      return reply(200, { status: "ready", warnings: [...warnings] });
    },
  }),
];
