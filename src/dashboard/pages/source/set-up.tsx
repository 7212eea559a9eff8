import { Alert, Button, Code, Collapse } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { Source } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { addressOf, platformOf, platforms } from "../../parts/source-words.ts";
import { CopiedField } from "./copied-field.tsx";
import { useArrived } from "./request-queries.ts";
import { SetUpSteps } from "./set-up-steps.tsx";
import classes from "./source.module.css";

/** The URL to give to the sender, and how: until something was taken, the steps stand open. */
export function SetUp({ source }: { source: Source }) {
  const arrived = useArrived(source.id);
  const [isChanged, { toggle }] = useDisclosure(false);
  const isOpen = arrived.data === false ? !isChanged : isChanged;
  const { url } = addressOf(source);
  const { name } = platforms[platformOf(source)];
  const label =
    platformOf(source) === "other"
      ? "Set-up"
      : `Set-up at ${platformOf(source) === "whatsapp" ? "Meta" : name}`;
  return (
    <Card
      title="URL"
      aside={
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={toggle}
          aria-expanded={isOpen}
          rightSection={isOpen ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
        >
          {label}
        </Button>
      }
    >
      <CopiedField text={url} what="URL" />
      <AddressWarning source={source} />
      <Collapse expanded={isOpen}>
        <div className={classes.steps}>
          <SetUpSteps source={source} />
        </div>
      </Collapse>
    </Card>
  );
}

/** Senders on the internet reach no address of this machine alone. */
function AddressWarning({ source }: { source: Source }) {
  const { problem } = addressOf(source);
  if (problem === null) return null;
  const isMeta = platformOf(source) === "whatsapp";
  return (
    <Alert
      className={classes.warning}
      color="brass"
      variant="light"
      icon={<IconAlertTriangle />}
      title={problem === "unset" ? "The public address is not known" : "The public address is not secure"}
    >
      {problem === "unset" ? (
        <>
          This is the address that this page came from; a sender elsewhere may not reach it. Set{" "}
          <Code>POSTHORN_PUBLIC_URL</Code> to the one that the world knows.
        </>
      ) : (
        <>
          <Code>POSTHORN_PUBLIC_URL</Code> begins with <Code>http:</Code>: what arrives can be read on its
          way.
        </>
      )}{" "}
      {isMeta && "Meta sends to https: alone, with a certificate that the world trusts. "}
      {isMeta && "To try it on your machine, let a tunnel lead here."}
    </Alert>
  );
}
