import { Code, Menu, Text } from "@mantine/core";
import { IconRefresh, IconTrash } from "@tabler/icons-react";
import type { ApiKey, Me } from "../../api/shapes.ts";
import { Badge } from "../../parts/badge.tsx";
import type { Column } from "../../parts/data-table.tsx";
import { useNow } from "../../parts/now.ts";
import { RowMenu } from "../../parts/row-menu.tsx";
import { Time } from "../../parts/time.tsx";
import classes from "./api-keys.module.css";
import { rolesWithin, roleWords } from "./role-words.ts";

/** The columns of the list; what the own role may not do is not in the menu. */
export function keyColumns(props: {
  me: Me;
  onRotate: (key: ApiKey) => void;
  onRevoke: (key: ApiKey) => void;
}): Column<ApiKey>[] {
  const { me, onRotate, onRevoke } = props;
  const managed = rolesWithin(me.role);
  return [
    { name: "Name", cell: (key) => <Name apiKey={key} isOwn={key.id === me.id} /> },
    {
      name: "Role",
      cell: ({ role }) => (
        <Text span size="sm" title={roleWords[role]} className={classes.role}>
          {role}
        </Text>
      ),
    },
    { name: "Last used", cell: ({ lastUsedAt }) => <Used at={lastUsedAt} /> },
    { name: "Expires", cell: ({ expiresAt }) => <Expiry at={expiresAt} /> },
    { name: "Created", cell: ({ createdAt }) => <Time at={createdAt} />, small: "hidden" },
    {
      name: "Actions",
      align: "right",
      width: "4rem",
      small: "corner",
      cell: (key) =>
        managed.includes(key.role) && (
          <RowMenu label={`Actions for ${key.name}`}>
            <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => onRotate(key)}>
              Replace
            </Menu.Item>
            <Menu.Item color="ember" leftSection={<IconTrash size={16} />} onClick={() => onRevoke(key)}>
              Revoke
            </Menu.Item>
          </RowMenu>
        ),
    },
  ];
}

function Name({ apiKey: { name, prefix }, isOwn }: { apiKey: ApiKey; isOwn: boolean }) {
  return (
    <div className={classes.name}>
      <span className={classes.title}>
        {name}
        {isOwn && <Badge tone="info">Yours</Badge>}
      </span>
      <Code>{prefix}…</Code>
    </div>
  );
}

function Used({ at }: { at: string | null }) {
  if (at === null)
    return (
      <Text span inherit c="dimmed">
        Never used
      </Text>
    );
  return (
    <>
      <span className={classes.small}>Used </span>
      <Time at={at} />
    </>
  );
}

function Expiry({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null)
    return (
      <Text span inherit c="dimmed">
        Never expires
      </Text>
    );
  if (Date.parse(at) <= now) return <Badge tone="neutral">Expired</Badge>;
  return (
    <>
      <span className={classes.small}>Expires </span>
      <Time at={at} />
    </>
  );
}
