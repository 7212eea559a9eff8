import { Alert, Button, Group, Stack, Tabs, Text } from "@mantine/core";
import { IconArrowRight, IconLock } from "@tabler/icons-react";
import { useEffect } from "react";
import { Link } from "wouter";
import type { components } from "../../api/api-types.d.ts";
import { Card } from "../../parts/card.tsx";
import { CodeView } from "../../parts/code-view.tsx";
import { CopyTextButton } from "../../parts/copy-button.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import classes from "./created-endpoint-view.module.css";
import { ed25519Snippets, hmacSnippets, type Snippet } from "./snippets.ts";

type CreatedEndpoint = components["schemas"]["CreatedEndpoint"];

/** What comes after an endpoint was added: its secret into the receiver, and code there that verifies. */
export function CreatedEndpointView({
  endpoint,
  onAnother,
}: {
  endpoint: CreatedEndpoint;
  onAnother: () => void;
}) {
  const { id, secret, publicKey } = endpoint;
  // The form behind it was long, and the button at its end. In braces: newer browsers answer with a promise, which
  // would be taken for what is to be called when the view goes.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <PageFrame
      title={`${endpointLabel(endpoint)} is added`}
      description="It gets events from now on. Let the receiver verify that they come from here."
      back={{ to: pagePaths.endpoints, label: "Endpoints" }}
    >
      <Stack gap="md" maw="48rem">
        <Card
          title={
            publicKey === undefined
              ? "1. Give the receiver its signing secret"
              : "1. Give the receiver its public key"
          }
        >
          {publicKey === undefined ? <Secret secret={secret ?? null} /> : <PublicKey publicKey={publicKey} />}
        </Card>
        <Card title="2. Verify what arrives">
          <Text size="sm" c="dimmed" mb="sm">
            Over the raw body, before a framework has parsed it. Libraries for Standard Webhooks do the same.
          </Text>
          <Snippets snippets={publicKey === undefined ? hmacSnippets : ed25519Snippets} />
        </Card>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onAnother}>
            Add another
          </Button>
          <Button
            component={Link}
            href={pathTo(pagePaths.endpoint, { id })}
            rightSection={<IconArrowRight size={16} />}
          >
            Go on to the endpoint
          </Button>
        </Group>
      </Stack>
    </PageFrame>
  );
}

function Secret({ secret }: { secret: string | null }) {
  if (secret === null) {
    return (
      <Text size="sm">The first reply was lost, and the secret with it. The endpoint's page shows it.</Text>
    );
  }
  return (
    <Stack gap="sm">
      <div className={classes.secret}>
        <code>{secret}</code>
        <CopyTextButton text={secret} label="Copy secret" />
      </div>
      <Alert color="brass" variant="light" icon={<IconLock />} title="Keep it on the server only">
        Whoever has it can send events in Posthorn's name. Put it where the receiver's other secrets are:
        never into a browser, an app or a repository. Admins find it on the endpoint's page later.
      </Alert>
    </Stack>
  );
}

function PublicKey({ publicKey }: { publicKey: string }) {
  return (
    <Stack gap="sm">
      <div className={classes.secret}>
        <code>{publicKey}</code>
        <CopyTextButton text={publicKey} label="Copy public key" />
      </div>
      <Text size="sm" c="dimmed">
        It is no secret: it verifies, and cannot sign. The private key stays with Posthorn.
      </Text>
    </Stack>
  );
}

function Snippets({ snippets }: { snippets: readonly Snippet[] }) {
  return (
    <Tabs defaultValue={snippets[0]?.language ?? null} keepMounted={false}>
      <Tabs.List className={classes.tabs} aria-label="Language">
        {snippets.map(({ language }) => (
          <Tabs.Tab key={language} value={language}>
            {language}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map(({ language, code }) => (
        <Tabs.Panel key={language} value={language} pt="sm">
          <CodeView text={code} label={`Verification in ${language}`} lines="kept" />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
