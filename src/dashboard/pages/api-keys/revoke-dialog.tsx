import { useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { ApiKey } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { formatRelative } from "../../parts/format.ts";
import { notify } from "../../parts/notify.ts";
import { useNow } from "../../parts/now.ts";

/** Ends a key at once. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) {
  const client = useQueryClient();
  const { me } = useSession();
  const now = useNow();
  const { id = "", name = "", lastUsedAt = null } = apiKey ?? {};
  return (
    <ConfirmDialog
      isOpen={apiKey !== null}
      onClose={onClose}
      title={`Revoke the key ${name}?`}
      confirmLabel="Revoke key"
      onConfirm={async () => {
        await read(api.DELETE("/api/v1/api-keys/{id}", { params: { path: { id } } }));
        notify.done(`The key ${name} works no more.`);
        await client.invalidateQueries({ queryKey: ["api-keys"] });
      }}
    >
      Whatever uses it is refused from this moment on, and it cannot be brought back.{" "}
      {lastUsedAt === null
        ? "It was never used."
        : `It was last used ${formatRelative(Date.parse(lastUsedAt), now)}.`}
      {id === me.id && " You are signed in with this very key, and will be signed out."}
    </ConfirmDialog>
  );
}
