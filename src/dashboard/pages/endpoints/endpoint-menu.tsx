import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Endpoint } from "../../api/shapes.ts";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { pagePaths, pathTo } from "../../paths.ts";

/** What can be done with a row. */
export function EndpointMenu(props: { endpoint: Endpoint; onEnable: () => void; onDelete: () => void }) {
  const { endpoint, onEnable, onDelete } = props;
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon aria-label={`Actions: ${endpointLabel(endpoint)}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href={pathTo(pagePaths.editEndpoint, { id: endpoint.id })}
          leftSection={<IconPencil size={16} />}
        >
          Edit
        </Menu.Item>
        {endpoint.status === "disabled" && (
          <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={onEnable}>
            Enable …
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} />} color="ember" onClick={onDelete}>
          Delete …
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
