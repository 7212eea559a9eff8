import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { redacted } from "../../../domain/header-name.ts";
import { useSession } from "../../api/session.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { CodeView } from "../../parts/code-view.tsx";
import { CopiedId } from "../../parts/copied-id.tsx";
import { formatNames } from "../../parts/endpoint-words.ts";
import { Facts } from "../../parts/facts.tsx";
import { Time } from "../../parts/time.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import classes from "./endpoint.module.css";
import { disablingWords, paceWords, retryWords, signatureWords } from "./settings-words.ts";

/** What the endpoint was told to do, in words. */
export function SettingsCard({ endpoint }: { endpoint: Endpoint }) {
  const { can } = useSession();
  return (
    <Card
      title="Settings"
      aside={
        can("administer") && (
          <Anchor size="sm" component={Link} href={pathTo(pagePaths.editEndpoint, { id: endpoint.id })}>
            Edit
          </Anchor>
        )
      }
    >
      <Facts rows={rowsOf(endpoint)} />
    </Card>
  );
}

function rowsOf(endpoint: Endpoint): (readonly [string, ReactNode])[] {
  const { id, uid, eventTypes, filter, headers, metadata, createdAt } = endpoint;
  const rows: (readonly [string, ReactNode])[] = [
    ["Event types", <Chips key="types" of={eventTypes} />],
    ["Payload", formatNames[endpoint.payloadFormat]],
    ["Retries", retryWords(endpoint.retry)],
    ["Timeout", `${endpoint.timeoutSeconds} s`],
    ["Pace", paceWords(endpoint)],
    ["Auto-disable", disablingWords(endpoint.autoDisableAfter)],
    ["Signature", signatureWords(endpoint.signing)],
  ];
  if (filter !== null) {
    rows.push([
      "Filter",
      <CodeView key="filter" label="Filter" text={JSON.stringify(filter)} height="12rem" />,
    ]);
  }
  if (Object.keys(headers).length > 0) {
    rows.push(["Custom headers", <Chips key="headers" of={pairsOf(headers)} />]);
  }
  if (Object.keys(metadata).length > 0) {
    rows.push(["Metadata", <Chips key="metadata" of={pairsOf(metadata)} />]);
  }
  rows.push(["Id", <CopiedId key="id" id={id} what="the endpoint's id" />]);
  if (uid !== null) rows.push(["uid", <CopiedId key="uid" id={uid} what="the endpoint's uid" />]);
  rows.push(["Created", <Time key="created" at={createdAt} />]);
  return rows;
}

function Chips({ of }: { of: readonly string[] }) {
  return (
    <span className={classes.chips}>
      {of.map((text) => (
        <span key={text} className={classes.chip}>
          {text}
        </span>
      ))}
    </span>
  );
}

function pairsOf(record: Readonly<Record<string, string>>): string[] {
  return Object.entries(record).map(([name, value]) => `${name}: ${value === redacted ? "hidden" : value}`);
}
