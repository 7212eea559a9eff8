import { Button, Menu } from "@mantine/core";
import {
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPower,
  IconSend,
} from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import { sentenceOf } from "../../api/problem.ts";
import { useSession } from "../../api/session.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { EnableDialog } from "../../parts/enable-dialog.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { notify } from "../../parts/notify.ts";
import { pagePaths, pathTo } from "../../paths.ts";
import { DisableDialog } from "./disable-dialog.tsx";
import classes from "./endpoint.module.css";
import { useEndpointVerbs } from "./endpoint-queries.ts";
import { TestDialog } from "./test-dialog.tsx";

type OpenDialog = "enable" | "disable" | "test" | null;

/** What is done with an endpoint most often, beside its name. */
export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
  const { can } = useSession();
  const [open, setOpen] = useState<OpenDialog>(null);
  const close = () => setOpen(null);
  if (!can("administer")) return null;
  return (
    <div className={classes.actions}>
      {endpoint.status === "disabled" ? (
        <Button leftSection={<IconPower size={16} />} onClick={() => setOpen("enable")}>
          Enable
        </Button>
      ) : (
        <Button variant="default" leftSection={<IconPower size={16} />} onClick={() => setOpen("disable")}>
          Disable
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconPencil size={16} />}
        component={Link}
        href={pathTo(pagePaths.editEndpoint, { id: endpoint.id })}
      >
        Edit
      </Button>
      <Button
        variant={endpoint.status === "disabled" ? "default" : "filled"}
        leftSection={<IconSend size={16} />}
        onClick={() => setOpen("test")}
      >
        Send test event
      </Button>
      {endpoint.status !== "disabled" && <PauseMenu endpoint={endpoint} />}
      <EnableDialog endpoint={open === "enable" ? endpoint : null} onClose={close} />
      <DisableDialog endpoint={endpoint} isOpen={open === "disable"} onClose={close} />
      <TestDialog endpoint={endpoint} isOpen={open === "test"} onClose={close} />
    </div>
  );
}

/** Pausing can be undone at any time, and loses nothing: it is not asked for twice. */
function PauseMenu({ endpoint }: { endpoint: Endpoint }) {
  const { pause, resume } = useEndpointVerbs(endpoint);
  const label = endpointLabel(endpoint);
  const isPaused = endpoint.status === "paused";
  async function turn(): Promise<void> {
    try {
      await (isPaused ? resume() : pause());
      notify.done(isPaused ? `${label} goes on.` : `${label} is paused.`);
    } catch (error) {
      notify.problem(sentenceOf(error));
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px="xs" aria-label="More actions">
          <IconDots size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={isPaused ? <IconPlayerPlay size={15} /> : <IconPlayerPause size={15} />}
          onClick={() => void turn()}
        >
          {isPaused ? "Resume" : "Pause: hold what arrives"}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
