import { Alert, Button, Checkbox, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Source } from "../../api/shapes.ts";
import { FormButtons } from "../../parts/form-buttons.tsx";
import { notify } from "../../parts/notify.ts";
import { platformOf, platforms } from "../../parts/source-words.ts";
import { useSubmission } from "../../parts/submission.ts";
import { holdsTwo, newSecret, secretOf, withoutOldSecret } from "./source-secret.ts";

/** Changes the secret that the sender proves itself with, without losing what is sent meanwhile. */
export function SecretDialog(props: { source: Source; isOpen: boolean; onClose: () => void }) {
  const { source, isOpen, onClose } = props;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={600}>{`Change the secret of ${source.name}`}</Text>}
      size="md"
    >
      <SecretForm {...props} />
    </Modal>
  );
}

function SecretForm({ source, onClose }: { source: Source; onClose: () => void }) {
  const client = useQueryClient();
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
  const patch = async (config: object, done: string) => {
    const path = { id: source.id };
    const body = { config: config as Record<string, unknown> };
    await read(api.PATCH("/api/v1/sources/{id}", { params: { path }, body }));
    await client.invalidateQueries({ queryKey: ["sources"] });
    notify.done(done);
    onClose();
  };

  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        submission.submit(() => patch(newSecret(source, values), "The new secret holds.")),
      )}
    >
      <Stack gap="md">
        <OldSecret
          source={source}
          onDrop={(config) => submission.submit(() => patch(config, "The old secret holds no more."))}
        />
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
function OldSecret({ source, onDrop }: { source: Source; onDrop: (config: object) => Promise<void> }) {
  if (!holdsTwo(source)) return null;
  const change = withoutOldSecret(source);
  return (
    <Alert color="cobalt" variant="light" title="Two secrets hold at present">
      {change === null ? (
        "Once Meta signs with the new one, paste that here alone: the old one is dropped."
      ) : (
        <Group justify="space-between" gap="sm">
          <span>Once the sender has changed over, drop the old one.</span>
          <Button size="xs" variant="default" onClick={() => void onDrop(change)}>
            Drop the old one
          </Button>
        </Group>
      )}
    </Alert>
  );
}
