import { z } from "zod";
import type { OrganizationId } from "./id.ts";
import { role } from "./role.ts";
import { nameText } from "./stored-text.ts";
import { isoTime, isoTimeInput } from "./time.ts";

const name = nameText();

/** A bearer token of one organization with a role, or of the whole instance. The token itself is never stored. */
export const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    prefix: z.string().meta({ description: "The token's first characters, to recognise it by" }),
    expiresAt: isoTime.nullable(),
    lastUsedAt: isoTime.nullable(),
    createdAt: isoTime,
  })
  .meta({
    id: "ApiKey",
    example: {
      id: "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
      name: "orders service",
      role: "publisher",
      prefix: "phk_Zk3v",
      expiresAt: null,
      lastUsedAt: "2026-05-13T12:46:25.000Z",
      createdAt: "2026-05-01T08:00:00.000Z",
    },
  });
export type ApiKey = z.infer<typeof apiKey>;

const roleMeanings =
  "`viewer` reads all but secrets and keys; `publisher` publishes events and reads them; `admin` changes all but " +
  "owner keys; `owner` also those; `operator` runs the instance, in every organization";

export const apiKeyInput = z
  .strictObject({
    name: name.describe("Who uses it, to recognise it by"),
    role: role.describe(roleMeanings),
    expiresAt: isoTimeInput.nullable().optional().describe("When it stops working; never, if left out"),
  })
  .meta({ id: "ApiKeyInput", example: { name: "orders service", role: "publisher" } });
export type ApiKeyInput = z.infer<typeof apiKeyInput>;

/** The longest overlap after a rotation of a key or a signing secret: 7 days. */
export const gracePeriodSecondsMax = 604_800;

export const gracePeriodSeconds = z
  .number({ error: "must be a number of seconds" })
  .int("must be a whole number of seconds")
  .min(0, "must be 0 or more")
  .max(gracePeriodSecondsMax, `must be at most ${gracePeriodSecondsMax} (7 days)`)
  .describe("How long the old one goes on working beside the new one; 0 cuts it off at once");

/** Who is calling, as found by the token's hash. An operator's organization is chosen per request. */
export interface KeyIdentity {
  id: string;
  name: string;
  role: ApiKey["role"];
  organizationId: OrganizationId | null;
  expiresAtMs: number | null;
}
