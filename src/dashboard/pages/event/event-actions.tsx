import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconBan, IconDots, IconEraser, IconSend } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../../api/client.ts";
import type { Event } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { formatCount } from "../../parts/format.ts";
import { notify } from "../../parts/notify.ts";
import { ResendDialog } from "./resend-dialog.tsx";

/** What can be done with an event: send it again, stop it, erase what it says. */
export function EventActions({ event }: { event: Event }) {
  const [asked, setAsked] = useState<"resend" | "cancel" | "erase" | null>(null);
  const refresh = useEventRefresh();
  const close = () => setAsked(null);
  const path = { id: event.id };
  const { pending } = event.deliveries;
  return (
    <>
      {event.data !== null && (
        <Button leftSection={<IconSend size={16} />} onClick={() => setAsked("resend")}>
          Send again
        </Button>
      )}
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More for this event">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconBan size={16} />}
            disabled={pending === 0}
            onClick={() => setAsked("cancel")}
          >
            Cancel what is pending
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconEraser size={16} />}
            disabled={event.data === null}
            onClick={() => setAsked("erase")}
          >
            Erase the data
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ResendDialog event={event} isOpen={asked === "resend"} onClose={close} />
      <ConfirmDialog
        isOpen={asked === "cancel"}
        onClose={close}
        title={`Cancel what is pending of ${event.id}?`}
        confirmLabel="Cancel deliveries"
        onConfirm={async () => {
          await read(api.POST("/api/v1/events/{id}/cancel", { params: { path }, body: {} }));
          await refresh();
          notify.done("What was pending is canceled.");
        }}
      >
        {pending === 1 ? "One delivery is" : `${formatCount(pending)} deliveries are`} not sent any more. An
        attempt that is under way ends and is recorded. The event can be sent again later.
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === "erase"}
        onClose={close}
        title={`Erase the data of ${event.id}?`}
        confirmLabel="Erase data"
        onConfirm={async () => {
          await read(api.DELETE("/api/v1/events/{id}", { params: { path } }));
          await refresh();
          notify.done("The event's data is erased.");
        }}
      >
        The event's data and the headers and bodies of all its attempts are deleted for ever, and what is
        pending is canceled. That it happened, and when it was delivered where, stays. What receivers already
        have is theirs.
      </ConfirmDialog>
    </>
  );
}

/** Reads again what a change of an event shows in. */
export function useEventRefresh() {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ["events", "deliveries", "attempts", "statistics"].map((name) =>
        client.invalidateQueries({ queryKey: [name] }),
      ),
    );
  };
}
