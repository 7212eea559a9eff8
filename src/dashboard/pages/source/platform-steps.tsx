import type { Platform } from "../../parts/source-words.ts";
import { CopiedField } from "./copied-field.tsx";
import type { Step } from "./set-up-steps.tsx";

/** How each platform is told to send here. */
export function platformSteps(platform: Exclude<Platform, "whatsapp">, url: string): Step[] {
  const paste = (label: string) => <CopiedField label={label} text={url} what={label} />;
  switch (platform) {
    case "github":
      return [
        {
          title: "Open the webhooks of the repository or organization",
          text: "Settings → Webhooks → Add webhook.",
        },
        {
          title: "Enter the URL and the secret",
          text: "As content type choose application/json. The secret is the one that this source has.",
          paste: paste("Payload URL"),
        },
        {
          title: "Choose the events and add the webhook",
          text: "GitHub sends a ping at once: it arrives below as github.ping.",
        },
      ];
    case "stripe":
      return [
        {
          title: "Add an endpoint at Stripe",
          text: "Developers → Webhooks → Add endpoint, with this URL and the events that you want.",
          paste: paste("Endpoint URL"),
        },
        {
          title: "Bring the signing secret here",
          text: "Stripe shows it once the endpoint is there; it begins with whsec_. If this source has another one, change it below under Configuration.",
        },
      ];
    case "shopify":
      return [
        {
          title: "Create a webhook",
          text: "In the shop under Settings → Notifications → Webhooks, or in the app's own configuration. As format choose JSON.",
          paste: paste("URL"),
        },
        {
          title: "Compare the secret",
          text: "Shopify signs with the secret that stands below the webhooks, or with the app's client secret: this source must have the same one.",
        },
      ];
    case "slack":
      return [
        {
          title: "Turn on event subscriptions",
          text: "At api.slack.com open the app, and there Event Subscriptions. Slack asks the URL at once, and Posthorn answers.",
          paste: paste("Request URL"),
        },
        {
          title: "Subscribe to bot events",
          text: "Choose them on the same page, save, and install the app in the workspace again.",
        },
      ];
    case "gitlab":
      return [
        {
          title: "Open the webhooks of the project or group",
          text: "Settings → Webhooks → Add new webhook.",
        },
        {
          title: "Enter the URL and the secret token",
          text: "The token is the one that this source has. Choose what triggers it, and add it.",
          paste: paste("URL"),
        },
        { title: "Try it", text: "Test → Push events sends one at once: it arrives below." },
      ];
    case "other":
      return [
        {
          title: "Give the URL to the sender",
          text: "It sends each event with POST. It needs no API key, but must prove itself as stands below under Configuration.",
          paste: paste("URL"),
        },
      ];
  }
}
