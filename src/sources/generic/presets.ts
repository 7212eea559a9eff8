import { z } from "zod";
import type { IdRule, TypeRule } from "./generic-config.ts";

/** Platforms whose settings are known. */
export const preset = z.enum(["github", "stripe", "shopify", "slack", "gitlab"]);
type Preset = z.infer<typeof preset>;

/** What a preset fills in: all but the secret. */
interface PresetSettings {
  verification: { kind: string; [member: string]: unknown };
  eventType: TypeRule;
  eventId: IdRule;
}

export const presets: Record<Preset, PresetSettings> = {
  github: {
    verification: { kind: "hmac", header: "X-Hub-Signature-256", prefix: "sha256=" },
    eventType: { header: "X-GitHub-Event", prefix: "github" },
    eventId: { header: "X-GitHub-Delivery" },
  },
  stripe: {
    verification: { kind: "stripe" },
    eventType: { pointer: "/type", prefix: "stripe" },
    eventId: { pointer: "/id" },
  },
  shopify: {
    verification: { kind: "hmac", header: "X-Shopify-Hmac-Sha256", encoding: "base64" },
    eventType: { header: "X-Shopify-Topic", prefix: "shopify" },
    eventId: { header: "X-Shopify-Webhook-Id" },
  },
  slack: {
    verification: { kind: "slack" },
    eventType: { pointer: "/event/type", prefix: "slack" },
    eventId: { pointer: "/event_id" },
  },
  gitlab: {
    verification: { kind: "header-token", header: "X-Gitlab-Token" },
    eventType: { header: "X-Gitlab-Event", prefix: "gitlab" },
    // Kept on retries, since GitLab 17.4; before that the body's bytes have to do.
    eventId: { header: "Idempotency-Key" },
  },
};
