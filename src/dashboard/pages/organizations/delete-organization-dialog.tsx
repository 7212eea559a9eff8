import { useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Organization } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { notify } from "../../parts/notify.ts";

/** Asks twice before a tenant goes with all that it has. */
export function DeleteOrganizationDialog(props: {
  organization: Organization | null;
  onClose: () => void;
  onDeleted: (organization: Organization) => Promise<void> | undefined;
}) {
  const { organization, onClose, onDeleted } = props;
  const client = useQueryClient();
  const name = organization?.name ?? "";

  async function remove(): Promise<void> {
    if (organization === null) return;
    const { id } = organization;
    const params = { path: { id }, query: { confirm: id } };
    await read(api.DELETE("/api/v1/organizations/{id}", { params }));
    // Whoever looked at it looks elsewhere, before anything of it is asked for again.
    await onDeleted(organization);
    await client.invalidateQueries({ queryKey: ["organizations"] });
    notify.done(`${name} is deleted.`);
  }

  return (
    <ConfirmDialog
      isOpen={organization !== null}
      onClose={onClose}
      title={`Delete the organization ${name}?`}
      confirmLabel="Delete organization"
      typeToConfirm={organization?.uid ?? name}
      onConfirm={remove}
    >
      Its endpoints, events, history, sources and keys are deleted for good. Its keys end at once, and what is
      pending is never sent. This cannot be undone.
    </ConfirmDialog>
  );
}
