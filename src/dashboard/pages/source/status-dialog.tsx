import { useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Source } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { notify } from "../../parts/notify.ts";

/** Asks before a source stops or goes on. */
export function StatusDialog(props: { source: Source; isOpen: boolean; onClose: () => void }) {
  const { source, isOpen, onClose } = props;
  const { id, name, status } = source;
  const client = useQueryClient();
  const isActive = status === "active";

  async function change(): Promise<void> {
    const body = { status: isActive ? ("disabled" as const) : ("active" as const) };
    await read(api.PATCH("/api/v1/sources/{id}", { params: { path: { id } }, body }));
    await client.invalidateQueries({ queryKey: ["sources"] });
    notify.done(isActive ? `${name} is disabled.` : `${name} is enabled.`);
  }

  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={isActive ? `Disable ${name}?` : `Enable ${name}?`}
      confirmLabel={isActive ? "Disable source" : "Enable source"}
      tone={isActive ? "danger" : "normal"}
      onConfirm={change}
    >
      {isActive
        ? "Its URL answers 404 from now on. Most senders try again for a while; what they give up is not received."
        : "Its URL takes requests again at once."}
    </ConfirmDialog>
  );
}
