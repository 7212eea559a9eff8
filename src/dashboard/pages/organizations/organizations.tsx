import { Button, Menu } from "@mantine/core";
import { IconBuilding, IconLogin2, IconPlus, IconTrash } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { api, read } from "../../api/client.ts";
import { sentenceOf } from "../../api/problem.ts";
import { useSession, useSessionChange } from "../../api/session.ts";
import type { Organization } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { CopiedId } from "../../parts/copied-id.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { notify } from "../../parts/notify.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { usePages } from "../../parts/pages.ts";
import { RowMenu } from "../../parts/row-menu.tsx";
import { Time } from "../../parts/time.tsx";
import { pagePaths } from "../../paths.ts";
import { CreateOrganizationDialog } from "./create-organization-dialog.tsx";
import { DeleteOrganizationDialog } from "./delete-organization-dialog.tsx";
import classes from "./organizations.module.css";

/** It is there from the start and stays. */
const firstUid = "default";

/** The tenants of the instance, for operators. */
export function Organizations() {
  const { me } = useSession();
  const { workIn } = useSessionChange();
  const [, navigate] = useLocation();
  const pages = usePages("organizations");
  const [isCreating, setIsCreating] = useState(false);
  const [deleting, setDeleting] = useState<Organization | null>(null);
  const organizations = useQuery({
    queryKey: ["organizations", "list", pages.cursor],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/organizations", { params: { query: { cursor: pages.cursor } }, signal })),
    refetchInterval: refreshEvery.seldom,
    placeholderData: keepPreviousData,
  });

  async function goTo(organization: Organization, path: string): Promise<void> {
    try {
      await workIn(organization.id);
      navigate(path);
    } catch (error) {
      notify.problem(sentenceOf(error));
    }
  }

  return (
    <PageFrame
      title="Organizations"
      description="Tenants of this instance. Each has its own endpoints, events, sources and keys, and sees nothing of the others."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setIsCreating(true)}>
          Create organization
        </Button>
      }
    >
      <Card padding="flush">
        <DataTable
          name="Organizations"
          query={organizations}
          pages={pages}
          rowKey={({ id }) => id}
          columns={[
            {
              name: "Name",
              cell: ({ name, uid, id }) => (
                <div className={classes.name}>
                  <span>
                    {name} {id === me.organization.id && <Badge tone="info">Shown now</Badge>}
                  </span>
                  <span className={classes.uid}>{uid ?? "No uid"}</span>
                </div>
              ),
            },
            {
              name: "Id",
              small: "hidden",
              cell: ({ id, name }) => <CopiedId id={id} what={`the id of ${name}`} />,
            },
            { name: "Created", small: "hidden", cell: ({ createdAt }) => <Time at={createdAt} /> },
            {
              name: "Actions",
              align: "right",
              width: "4rem",
              small: "corner",
              cell: (organization) => (
                <RowMenu label={`Actions for ${organization.name}`}>
                  <Menu.Item
                    leftSection={<IconLogin2 size={16} />}
                    onClick={() => void goTo(organization, pagePaths.overview)}
                  >
                    Work in it
                  </Menu.Item>
                  {organization.uid !== firstUid && (
                    <Menu.Item
                      color="ember"
                      leftSection={<IconTrash size={16} />}
                      onClick={() => setDeleting(organization)}
                    >
                      Delete
                    </Menu.Item>
                  )}
                </RowMenu>
              ),
            },
          ]}
          empty={
            <Nothing
              icon={IconBuilding}
              title="No organizations"
              description="Create one for each team or customer whose events are nobody else's business."
            />
          }
        />
      </Card>
      <CreateOrganizationDialog
        isOpen={isCreating}
        onClose={() => setIsCreating(false)}
        onMade={(made) => {
          notify.done(`${made.name} is there, and shown now. It has no key yet.`);
          void goTo(made, pagePaths.apiKeys);
        }}
      />
      <DeleteOrganizationDialog
        organization={deleting}
        onClose={() => setDeleting(null)}
        onDeleted={({ id }) => {
          const { id: shown } = me.organization;
          return id === shown ? workIn(firstUid) : undefined;
        }}
      />
    </PageFrame>
  );
}
