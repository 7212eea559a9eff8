import { Button, Code } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useSession } from "../../api/session.ts";
import type { Source } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { Facts } from "../../parts/facts.tsx";
import {
  type GenericConfig,
  genericConfigOf,
  verificationWords,
  whatsappConfigOf,
} from "../../parts/source-words.ts";
import { Time } from "../../parts/time.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { holdsTwo, secretOf } from "./source-secret.ts";

/** What the source was told, in words; its secrets never. */
export function SourceFacts({ source }: { source: Source }) {
  const { can } = useSession();
  const [isChanging, setIsChanging] = useState(false);
  const hasSecret = secretOf(source) !== null;
  return (
    <Card
      title="Configuration"
      aside={
        can("administer") &&
        hasSecret && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconKey size={14} />}
            onClick={() => setIsChanging(true)}
          >
            Change secret
          </Button>
        )
      }
    >
      <Facts
        rows={[
          ...factsOf(source),
          ...(hasSecret ? [["Secret", secretFact(source)] as const] : []),
          ["Changed", <Time key="changed" at={source.updatedAt} />],
        ]}
      />
      <SecretDialog source={source} isOpen={isChanging} onClose={() => setIsChanging(false)} />
    </Card>
  );
}

function secretFact(source: Source): string {
  return holdsTwo(source)
    ? "Two are stored: both hold while the sender changes over"
    : "Stored, and never shown";
}

function factsOf(source: Source): [name: string, value: ReactNode][] {
  const whatsapp = whatsappConfigOf(source);
  if (whatsapp !== null) {
    return [
      ["Verified by", "Meta's signature of the body, X-Hub-Signature-256"],
      [
        "What Meta sent",
        whatsapp.includeRaw
          ? "Is in each event as raw"
          : "Is left out of the events, but of whatsapp.unmapped",
      ],
    ];
  }
  const config = genericConfigOf(source);
  if (config === null) return [];
  const { verification, eventType, eventId, respondWith } = config;
  return [
    ["Verified by", verificationOf(verification)],
    ["Event types", typeRule(eventType)],
    ["Told apart by", idRule(eventId, verification.kind)],
    [
      "Answered with",
      respondWith.body === "" ? (
        String(respondWith.status)
      ) : (
        <>
          {respondWith.status}, <Code>{respondWith.body}</Code>
        </>
      ),
    ],
  ];
}

function verificationOf({
  kind,
  header,
  algorithm,
  encoding,
  username,
}: GenericConfig["verification"]): ReactNode {
  const words = verificationWords[kind] ?? kind;
  if (kind === "hmac") {
    return `HMAC of the body (${String(algorithm)}, ${String(encoding)}) in ${String(header)}`;
  }
  if (kind === "header-token") return `${words}: ${String(header)}`;
  if (kind === "basic") return `${words}: ${String(username)}`;
  return words;
}

function typeRule(rule: GenericConfig["eventType"]): ReactNode {
  if (typeof rule === "string") return <Code>{rule}</Code>;
  if ("constant" in rule) return <Code>{rule.constant}</Code>;
  const place = "header" in rule ? `the header ${rule.header}` : `${rule.pointer} of the data`;
  return rule.prefix === undefined ? (
    `From ${place}`
  ) : (
    <>
      <Code>{rule.prefix}.</Code> and what stands in {place}
    </>
  );
}

function idRule(rule: GenericConfig["eventId"], kind: string): ReactNode {
  if (rule === null) return kind === "standard-webhooks" ? "The header webhook-id" : "The bytes of the body";
  return "header" in rule ? `The header ${rule.header}` : `${rule.pointer} of the data`;
}
