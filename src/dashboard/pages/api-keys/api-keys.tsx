import { Button, SegmentedControl } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { ApiKey, CreatedApiKey } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { Card } from "../../parts/card.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { useFilters } from "../../parts/filters.ts";
import { Nothing } from "../../parts/nothing.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { usePages } from "../../parts/pages.ts";
import { CreateKeyDialog } from "./create-key-dialog.tsx";
import { keyColumns } from "./key-columns.tsx";
import { KeyOnceDialog } from "./key-once-dialog.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";

/** Which dialog is open, and about which key. */
type Doing = { what: "create" } | { what: "rotate" | "revoke"; key: ApiKey } | null;

/** The keys with which programs and people reach the API; made, replaced and ended. */
export function ApiKeys() {
  const { can, me } = useSession();
  const [{ of: asked }, change] = useFilters(["of"]);
  const of = asked === "instance" && can("operate") ? "instance" : "organization";
  const pages = usePages(of);
  const [doing, setDoing] = useState<Doing>(null);
  const [made, setMade] = useState<CreatedApiKey | null>(null);
  const keys = useQuery({
    queryKey: ["api-keys", of, pages.cursor],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/api-keys", { params: { query: { of, cursor: pages.cursor } }, signal })),
    refetchInterval: refreshEvery.seldom,
    // Those of the organization are none of the instance's.
    placeholderData: (before, query) => (query?.queryKey[1] === of ? before : undefined),
  });
  const close = () => setDoing(null);
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: "create" })}>
      Create key
    </Button>
  );
  return (
    <PageFrame
      title="API keys"
      description="Each program and each person should have one of its own, with no larger a role than it needs."
      actions={create}
    >
      <Card
        padding="flush"
        title={
          can("operate") && (of === "instance" ? "Keys of operators" : `Keys of ${me.organization.name}`)
        }
        aside={
          can("operate") && (
            <SegmentedControl
              aria-label="Whose keys"
              size="xs"
              value={of}
              onChange={(value) => change({ of: value === "organization" ? "" : value })}
              data={[
                { value: "organization", label: me.organization.name },
                { value: "instance", label: "Operators" },
              ]}
            />
          )
        }
      >
        <DataTable
          name="API keys"
          query={keys}
          pages={pages}
          rowKey={({ id }) => id}
          columns={keyColumns({
            me,
            onRotate: (key) => setDoing({ what: "rotate", key }),
            onRevoke: (key) => setDoing({ what: "revoke", key }),
          })}
          empty={
            <Nothing
              icon={IconKey}
              title="No keys yet"
              description="The software that publishes needs one with the role publisher; whoever looks after endpoints, one with the role admin."
            >
              {create}
            </Nothing>
          }
        />
      </Card>
      <CreateKeyDialog isOpen={doing?.what === "create"} onClose={close} onMade={setMade} />
      <RotateDialog apiKey={doing?.what === "rotate" ? doing.key : null} onClose={close} onMade={setMade} />
      <RevokeDialog apiKey={doing?.what === "revoke" ? doing.key : null} onClose={close} />
      <KeyOnceDialog made={made} onClose={() => setMade(null)} />
    </PageFrame>
  );
}
