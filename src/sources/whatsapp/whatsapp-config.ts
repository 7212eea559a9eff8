import { z } from "zod";
import { redacted } from "../../domain/header-name.ts";
import type { Random } from "../../platform/random.ts";
import type { SourceConfig } from "../source-adapter.ts";

const unspaced = (text: string) => text.trim() === text;

const verifyToken = z
  .string("must be text")
  .min(1, "must not be empty")
  .max(256, "must be at most 256 characters")
  .refine(unspaced, "must not begin or end with white space");

const appSecret = z
  .string("must be text")
  .min(1, "must not be empty; Meta shows it in the app's basic settings")
  .max(256, "must be at most 256 characters")
  .refine(unspaced, "must not begin or end with white space");

const appSecrets = z
  .array(appSecret, "must be a list of one or two of the app's secrets")
  .min(1, "must have the app's secret, with which Meta signs")
  .max(2, "must have at most two secrets: the new one and the old one");

const includeRaw = z.boolean("must be true or false");

const descriptions = {
  verifyToken: "What is entered at Meta beside the callback URL; shown to admins. Left out: made up",
  appSecrets: "The Meta app's secret, with which it signs; two while it is being changed",
  includeRaw: "Whether an event's data has what Meta sent as `raw`",
};

const input = z
  .strictObject({
    verifyToken: verifyToken.optional().meta({ description: descriptions.verifyToken }),
    appSecrets: appSecrets.meta({ description: descriptions.appSecrets }),
    includeRaw: includeRaw.default(true).meta({ description: descriptions.includeRaw }),
  })
  .meta({ id: "WhatsappSourceConfigInput" });

const shown = z
  .object({
    verifyToken: z.string().meta({ description: descriptions.verifyToken }),
    appSecrets: z.array(z.literal(redacted)).meta({ description: descriptions.appSecrets }),
    includeRaw: z.boolean().meta({ description: descriptions.includeRaw }),
  })
  .meta({ id: "WhatsappSourceConfig" });

/** How a WhatsApp source is configured, completed. */
export interface WhatsappConfig {
  verifyToken: string;
  appSecrets: string[];
  includeRaw: boolean;
}

/** Nobody guesses it. */
const tokenBytes = 24;

function complete(given: unknown, random: Random): WhatsappConfig {
  const config = given as z.output<typeof input>;
  return {
    verifyToken: config.verifyToken ?? Buffer.from(random.bytes(tokenBytes)).toString("base64url"),
    appSecrets: config.appSecrets,
    includeRaw: config.includeRaw,
  };
}

/** The configuration of WhatsApp sources. */
export const whatsappConfig: SourceConfig<WhatsappConfig> = {
  input,
  shown,
  example: { appSecrets: ["0123456789abcdef0123456789abcdef"] },
  complete,
  redacted: (config) => ({ ...config, appSecrets: config.appSecrets.map(() => redacted) }),
  adminsOnly: ["verifyToken"],
};
