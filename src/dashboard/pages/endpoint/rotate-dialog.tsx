import { NativeSelect, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api, read } from "../../api/client.ts";
import type { Endpoint, RotatedSecret } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { notify } from "../../parts/notify.ts";

const hour = 3600;
const gracePeriods = [
  { value: String(24 * hour), label: "24 hours" },
  { value: String(hour), label: "1 hour" },
  { value: String(3 * 24 * hour), label: "3 days" },
  { value: String(7 * 24 * hour), label: "7 days" },
  { value: "0", label: "Not at all: it stops working now" },
];

/** Makes a new secret, and asks how long the old one is to sign beside it. */
export function RotateDialog(props: {
  endpoint: Endpoint;
  isOpen: boolean;
  onClose: () => void;
  /** With the new secret, to be shown, and until when the old ones work. */
  onRotated: (made: RotatedSecret) => void;
}) {
  const { endpoint, isOpen, onRotated } = props;
  const [grace, setGrace] = useState(gracePeriods[0]?.value ?? "0");
  const [own, setOwn] = useState("");

  /** Also when it is canceled: a secret is not left standing where the next one finds it. */
  function close(): void {
    setOwn("");
    setGrace(gracePeriods[0]?.value ?? "0");
    props.onClose();
  }

  async function rotate(): Promise<void> {
    const { id } = endpoint;
    const given = own.trim();
    const body = { gracePeriodSeconds: Number(grace), ...(given === "" ? {} : { secret: given }) };
    const made = await read(
      api.POST("/api/v1/endpoints/{id}/secret/rotate", { params: { path: { id } }, body }),
    );
    onRotated(made);
    notify.done("The secret is rotated. Give the new one to the receiver.");
  }

  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={close}
      title={`Rotate the signing secret of ${endpointLabel(endpoint)}?`}
      confirmLabel="Rotate secret"
      tone={grace === "0" ? "danger" : "normal"}
      onConfirm={rotate}
    >
      <Stack gap="md">
        <Text size="sm">
          Requests are signed with the new secret at once. While the old one works too, they carry both
          signatures, so that the receiver has time to change over.
        </Text>
        <NativeSelect
          label="The old secret works for another"
          data={gracePeriods}
          value={grace}
          onChange={(event) => setGrace(event.currentTarget.value)}
        />
        <PasswordInput
          label="A secret of your own"
          description="Left empty, one is generated."
          placeholder={endpoint.signing.scheme === "ed25519" ? "whsk_…" : "whsec_…"}
          autoComplete="off"
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide what was typed" }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
