import { Anchor, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { redacted } from "../../../domain/header-name.ts";
import { useSession } from "../../api/session.ts";
import type { Source } from "../../api/shapes.ts";
import { CodeView } from "../../parts/code-view.tsx";
import { addressOf, platformOf, whatsappConfigOf } from "../../parts/source-words.ts";
import { pagePaths } from "../../paths.ts";
import { CopiedField } from "./copied-field.tsx";
import { curlSample } from "./curl-sample.ts";
import { platformSteps } from "./platform-steps.tsx";
import classes from "./source.module.css";

/** What to do at the sender, one step after the other, each with what to paste where. */
export function SetUpSteps({ source }: { source: Source }) {
  const { can } = useSession();
  const { url } = addressOf(source);
  const platform = platformOf(source);
  const steps = platform === "whatsapp" ? metaSteps(source, url) : platformSteps(platform, url);
  const sample = curlSample(source, url);
  return (
    <>
      <ol className={classes.list}>
        {steps.map(({ title, text, paste }) => (
          <li key={title}>
            <div>
              <h3>{title}</h3>
              <p>{text}</p>
              {paste}
            </div>
          </li>
        ))}
        <li>
          <div>
            <h3>Have an endpoint get the events</h3>
            <p>
              {can("administer") ? (
                <Anchor component={Link} href={pagePaths.newEndpoint} inherit underline="always">
                  Add an endpoint
                </Anchor>
              ) : (
                "Have an endpoint added"
              )}{" "}
              that subscribes to {subscriptionOf(platform)}.
            </p>
          </div>
        </li>
      </ol>
      {sample !== null && (
        <div className={classes.sample}>
          <Text size="sm" mb={6}>
            To see something arrive without the sender, send what it would:
          </Text>
          <CodeView text={sample} label="A request by curl" />
        </div>
      )}
    </>
  );
}

/** A step at the sender. */
export interface Step {
  title: string;
  text: ReactNode;
  /** What is pasted there. */
  paste?: ReactNode;
}

function metaSteps(source: Source, url: string): Step[] {
  const token = whatsappConfigOf(source)?.verifyToken ?? "";
  const isHidden = token === redacted;
  return [
    {
      title: "Open the configuration of WhatsApp",
      text: "In Meta's App Dashboard choose the app whose secret this source has, and there WhatsApp → Configuration.",
    },
    {
      title: "Enter the callback URL and the verify token",
      text: "Then press Verify and save: Meta asks the URL at once, and Posthorn answers.",
      paste: (
        <div className={classes.pastes}>
          <CopiedField label="Callback URL" text={url} what="callback URL" />
          {isHidden ? (
            <Text size="sm" c="dimmed">
              The verify token is shown to admins alone.
            </Text>
          ) : (
            <CopiedField label="Verify token" text={token} what="verify token" />
          )}
        </div>
      ),
    },
    {
      title: "Subscribe to fields",
      text: "Below, under Webhook fields, subscribe to messages, and to whatever else you want, such as message_template_status_update, flows or account_update. What Posthorn does not know becomes whatsapp.unmapped.",
    },
    {
      title: "Have values included",
      text: "In the app's webhook settings, Include values must be on.",
    },
    {
      title: "Subscribe the app to the account",
      text: (
        <>
          The dashboard does it for the account that it made. For others send{" "}
          <code>{"POST /{WABA id}/subscribed_apps"}</code> to Meta's Graph API.
        </>
      ),
    },
  ];
}

function subscriptionOf(platform: ReturnType<typeof platformOf>): ReactNode {
  if (platform === "other") return "their types";
  const patterns = platform === "whatsapp" ? ["message.*", "form.submitted", "optout.*"] : [`${platform}.*`];
  return patterns.map((pattern, index) => (
    <span key={pattern}>
      {index > 0 && ", "}
      <code>{pattern}</code>
    </span>
  ));
}
