import { Alert, Button, Checkbox, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../../api/client.ts";
import type { Source } from "../../api/shapes.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { FormButtons } from "../../parts/form-buttons.tsx";
import { notify } from "../../parts/notify.ts";
import { platformOf, platforms } from "../../parts/source-words.ts";
import { useSubmission } from "../../parts/submission.ts";
import { holdsTwo, newSecret, secretOf, withoutOldSecret } from "./source-secret.ts";

/** Changes the secret that the sender proves itself with, without losing what is sent meanwhile. */
export function SecretDialog(props: { source: Source; isOpen: boolean; onClose: () => void }) {
  const { source, isOpen, onClose } = props;
  const [isDropping, setIsDropping] = useState(false);
  const change = useSecretChange(source, onClose);
  return (
    <>
      <Modal
        // One thing at a time: whoever drops the old secret gives no new one.
        opened={isOpen && !isDropping}
        onClose={onClose}
        title={<Text fw={600}>{`Change the secret of ${source.name}`}</Text>}
        size="md"
      >
        <SecretForm {...props} change={change} onDrop={() => setIsDropping(true)} />
      </Modal>
      <ConfirmDialog
        isOpen={isDropping}
        onClose={() => setIsDropping(false)}
        title={`Drop the old secret of ${source.name}?`}
        confirmLabel="Drop old secret"
        onConfirm={() => change(withoutOldSecret(source) ?? {}, "The old secret holds no more.")}
      >
        What the sender still proves with it is refused from then on, and lost unless it is sent again. The
        old secret cannot be brought back: make sure first that the sender uses the new one.
      </ConfirmDialog>
    </>
  );
}

/** Stores another secret, or one less. */
function useSecretChange({ id }: Source, onDone: () => void) {
  const client = useQueryClient();
  return async (config: Record<string, unknown>, done: string): Promise<void> => {
    await read(api.PATCH("/api/v1/sources/{id}", { params: { path: { id } }, body: { config } }));
    await client.invalidateQueries({ queryKey: ["sources"] });
    notify.done(done);
    onDone();
  };
}

function SecretForm(props: {
  source: Source;
  onClose: () => void;
  change: ReturnType<typeof useSecretChange>;
  onDrop: () => void;
}) {
  const { source, onClose, change, onDrop } = props;
  const isList = secretOf(source) === "list";
  const { secret: label, secretPlace } = platforms[platformOf(source)];
  const form = useForm({
    initialValues: { secret: "", keeps: !holdsTwo(source), present: "" },
    validate: {
      secret: (text) => (text === "" ? "Paste the new one." : null),
      present: (text, { keeps }) =>
        keeps && !isList && text === "" ? "Needed once more: it cannot be moved by itself." : null,
    },
  });
  const submission = useSubmission(form, {
    "config.appSecrets": "secret",
    ...Object.fromEntries(
      ["secret", "token", "password"].flatMap((name) => [
        [`config.verification.${name}`, "secret"],
        [`config.verification.previous${name.charAt(0).toUpperCase()}${name.slice(1)}`, "present"],
      ]),
    ),
  });

  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        submission.submit(() => change(newSecret(source, values), "The new secret holds.")),
      )}
    >
      <Stack gap="md">
        <OldSecret source={source} onDrop={onDrop} />
        <PasswordInput
          data-autofocus
          label={`New ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
          description={secretPlace}
          autoComplete="off"
          spellCheck={false}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide the secret" }}
          {...form.getInputProps("secret")}
        />
        <Checkbox
          label="Let the present one hold as well for now"
          description="Until the sender has changed over; then drop it here."
          {...form.getInputProps("keeps", { type: "checkbox" })}
        />
        {form.values.keeps && !isList && (
          <PasswordInput
            label="Present secret"
            description="What is stored is never read again, so it is asked for."
            autoComplete="off"
            spellCheck={false}
            visibilityToggleButtonProps={{ "aria-label": "Show or hide the present secret" }}
            {...form.getInputProps("present")}
          />
        )}
        <FormButtons submission={submission} label="Change secret" onCancel={onClose} />
      </Stack>
    </form>
  );
}

/** That two hold, and the way to one. */
function OldSecret({ source, onDrop }: { source: Source; onDrop: () => void }) {
  if (!holdsTwo(source)) return null;
  return (
    <Alert color="cobalt" variant="light" title="Two secrets hold at present">
      {withoutOldSecret(source) === null ? (
        "Once Meta signs with the new one, paste that here alone: the old one is dropped."
      ) : (
        <Group justify="space-between" gap="sm">
          <span>Once the sender has changed over, drop the old one.</span>
          <Button size="xs" variant="default" onClick={onDrop}>
            Drop the old one
          </Button>
        </Group>
      )}
    </Alert>
  );
}
