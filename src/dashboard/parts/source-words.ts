import type { Source } from "../api/shapes.ts";

type ShownConfig = Extract<Source["config"], { verification: unknown }>;
type WhatsappConfig = Exclude<Source["config"], ShownConfig>;

/** A generic source's configuration. What belongs to its verification depends on the kind. */
export type GenericConfig = Omit<ShownConfig, "verification"> & {
  verification: { kind: string; [member: string]: unknown };
};

/** Whom a source takes requests from: Meta, a platform whose settings are known, or anybody else. */
export type Platform = "whatsapp" | NonNullable<GenericConfig["preset"]> | "other";

interface PlatformWords {
  name: string;
  /** What arrives from it. */
  sends: string;
  /** What it calls the secret, and where it shows it. */
  secret: string;
  secretPlace: string;
}

/** The platforms, in the order in which they are offered. */
export const platforms: Record<Platform, PlatformWords> = {
  whatsapp: {
    name: "WhatsApp",
    sends: "Messages, statuses, forms and templates from Meta",
    secret: "App secret",
    secretPlace: "In Meta's App Dashboard under App settings → Basic.",
  },
  github: {
    name: "GitHub",
    sends: "Pushes, pull requests, issues, releases",
    secret: "Secret",
    secretPlace: "Make up a long random text, and enter the same one at GitHub.",
  },
  stripe: {
    name: "Stripe",
    sends: "Payments, invoices, subscriptions",
    secret: "Signing secret",
    secretPlace: "Stripe shows it at the webhook endpoint; it begins with whsec_.",
  },
  shopify: {
    name: "Shopify",
    sends: "Orders, products, customers",
    secret: "Client secret",
    secretPlace: "Of the app, or below the webhooks under Settings → Notifications.",
  },
  slack: {
    name: "Slack",
    sends: "Messages, mentions, reactions of a workspace",
    secret: "Signing secret",
    secretPlace: "On the app's page under Basic Information.",
  },
  gitlab: {
    name: "GitLab",
    sends: "Pushes, merge requests, pipelines",
    secret: "Secret token",
    secretPlace: "Make up a long random text, and enter the same one at GitLab.",
  },
  other: {
    name: "Any other sender",
    sends: "Each request is one event",
    secret: "Secret",
    secretPlace: "The sender and Posthorn both know it.",
  },
};

export function platformOf(source: Pick<Source, "config" | "kind">): Platform {
  return isGeneric(source.config) ? (source.config.preset ?? "other") : "whatsapp";
}

/** What is known of a generic source; null of Meta's. */
export function genericConfigOf({ config }: Pick<Source, "config">): GenericConfig | null {
  return isGeneric(config) ? config : null;
}

/** What is known of a source for Meta; null of a generic one. */
export function whatsappConfigOf({ config }: Pick<Source, "config">): WhatsappConfig | null {
  return isGeneric(config) ? null : config;
}

function isGeneric(config: Source["config"]): config is ShownConfig {
  return "verification" in config;
}

/** The ways in which a request shows whom it comes from. */
export const verificationWords: Record<string, string> = {
  none: "Nothing: whoever knows the URL may send",
  "standard-webhooks": "Standard Webhooks signature",
  hmac: "HMAC of the body in a header",
  basic: "User name and password",
  bearer: "Bearer token",
  "header-token": "Token in a header",
  stripe: "Stripe's signature",
  slack: "Slack's signature",
};

/** Where a source's URL leads to, for who reaches this page; and why its sender may not reach it. */
export function addressOf({ url }: Pick<Source, "url">): {
  url: string;
  problem: "unset" | "insecure" | null;
} {
  if (url.startsWith("/")) return { url: `${window.location.origin}${url}`, problem: "unset" };
  return { url, problem: url.startsWith("https:") ? null : "insecure" };
}
