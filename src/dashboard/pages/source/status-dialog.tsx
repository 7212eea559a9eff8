import { useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Source } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { notify } from "../../parts/notify.ts";

/** Asks before a source stops or goes on. */
export function StatusDialog(props: {
  source: Source;
  /** What it is to become. */
  wanted: Source["status"];
  isOpen: boolean;
  onClose: () => void;
}) {
  const { source, wanted, isOpen, onClose } = props;
  const { id, name } = source;
  const client = useQueryClient();
  const isEnding = wanted === "disabled";

  async function change(): Promise<void> {
    const body = { status: wanted };
    await read(api.PATCH("/api/v1/sources/{id}", { params: { path: { id } }, body }));
    await client.invalidateQueries({ queryKey: ["sources"] });
    notify.done(isEnding ? `${name} is disabled.` : `${name} is enabled.`);
  }

  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={isEnding ? `Disable ${name}?` : `Enable ${name}?`}
      confirmLabel={isEnding ? "Disable source" : "Enable source"}
      tone={isEnding ? "danger" : "normal"}
      onConfirm={change}
    >
      {isEnding
        ? "Its URL answers 404 from now on. Most senders try again for a while; what they give up is not received."
        : "Its URL takes requests again at once."}
    </ConfirmDialog>
  );
}
