import { Select, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../../api/client.ts";
import type { ApiKey, CreatedApiKey } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";

const graces = [
  { value: "0", label: "Not at all: it ends at once" },
  { value: "3600", label: "1 hour" },
  { value: "86400", label: "1 day" },
  { value: "604800", label: "7 days" },
];

/** Makes a key's successor, and asks how long the old one goes on beside it. */
export function RotateDialog(props: {
  apiKey: ApiKey | null;
  onClose: () => void;
  onMade: (made: CreatedApiKey) => void;
}) {
  const { apiKey, onClose, onMade } = props;
  const client = useQueryClient();
  const [grace, setGrace] = useState("86400");
  const name = apiKey?.name ?? "";

  async function rotate(): Promise<void> {
    const path = { id: apiKey?.id ?? "" };
    const body = { gracePeriodSeconds: Number(grace) };
    onMade(await read(api.POST("/api/v1/api-keys/{id}/rotate", { params: { path }, body })));
    await client.invalidateQueries({ queryKey: ["api-keys"] });
  }

  return (
    <ConfirmDialog
      isOpen={apiKey !== null}
      onClose={onClose}
      title={`Replace the key ${name}?`}
      confirmLabel="Make the new key"
      tone="normal"
      onConfirm={rotate}
    >
      <Text size="sm" mb="md">
        A new key with the same name and role is made and shown once. Give it to whoever uses the old one.
      </Text>
      <Select
        label="The old key goes on for"
        data={graces}
        value={grace}
        allowDeselect={false}
        onChange={(value) => setGrace(value ?? "0")}
      />
    </ConfirmDialog>
  );
}
