import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconSend, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { sentenceOf } from "../../api/problem.ts";
import { useSession } from "../../api/session.ts";
import type { EventType } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { textOf, useEventTypeChange } from "../../parts/event-type-entry.ts";
import { notify } from "../../parts/notify.ts";
import { pagePaths, pathTo } from "../../paths.ts";

/** What can be done with an entry. A shared one is the operator's; others make one of their own instead. */
export function TypeActions({ type }: { type: EventType }) {
  const { can } = useSession();
  const { name, shared, archived } = type;
  const isOurs = can("administer") && (!shared || can("operate"));
  return (
    <>
      {can("publish") && !archived && (
        <Button
          component={Link}
          href={`${pagePaths.publish}?type=${name}`}
          variant="default"
          leftSection={<IconSend size={16} />}
        >
          Publish
        </Button>
      )}
      {can("administer") && (
        <Button
          component={Link}
          href={pathTo(pagePaths.editEventType, { name })}
          leftSection={<IconPencil size={16} />}
        >
          {isOurs ? "Edit" : "Describe it yourself"}
        </Button>
      )}
      {isOurs && <More type={type} />}
    </>
  );
}

function More({ type }: { type: EventType }) {
  const { put, remove } = useEventTypeChange();
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState<"archive" | "delete" | null>(null);
  const { name, archived, shared } = type;
  const close = () => setAsked(null);

  async function setArchived(isArchived: boolean): Promise<void> {
    const { description, group, schema, example } = type;
    const texts = { schema: textOf(schema), example: textOf(example) };
    await put(name, { description, group, shared, archived: isArchived, ...texts });
    notify.done(isArchived ? `${name} is archived.` : `${name} is offered again.`);
  }

  return (
    <>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More for this event type">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {archived ? (
            <Menu.Item
              leftSection={<IconArchiveOff size={16} />}
              onClick={() => void setArchived(false).catch((error) => notify.problem(sentenceOf(error)))}
            >
              Bring back
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => setAsked("archive")}>
              Archive
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => setAsked("delete")}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={asked === "archive"}
        onClose={close}
        title={`Archive ${name}?`}
        confirmLabel="Archive event type"
        tone="normal"
        onConfirm={() => setArchived(true)}
      >
        Nobody is offered it any more, and strict organizations refuse it when it is published. Endpoints that
        subscribe to it keep their subscription. It can be brought back.
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === "delete"}
        onClose={close}
        title={`Delete ${name} from the catalogue?`}
        confirmLabel="Delete event type"
        onConfirm={async () => {
          await remove(name);
          notify.done(`${name} is no longer in the catalogue.`);
          navigate(pagePaths.eventTypes);
        }}
      >
        Its description, schema and example are lost{shared ? " for all organizations" : ""}. Events that were
        published and endpoints that subscribe to it stay as they are.
      </ConfirmDialog>
    </>
  );
}
