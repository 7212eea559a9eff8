import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { CreatedApiKey } from "../../api/shapes.ts";
import { CopyTextButton } from "../../parts/copy-button.tsx";
import classes from "./api-keys.module.css";

/** A key that was just made. It is shown this once, so only the button closes this. */
export function KeyOnceDialog({ made, onClose }: { made: CreatedApiKey | null; onClose: () => void }) {
  const key = made?.key ?? "";
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      size="lg"
      title={<Text fw={600}>{`Copy the key of ${made?.name ?? ""}`}</Text>}
    >
      <Stack gap="md">
        <Text size="sm" c="var(--text-soft)">
          A person signs in here with it, and keeps it in a password manager. A program keeps it where its
          other secrets are, and sends it with every request as <code>Authorization: Bearer phk_…</code>
        </Text>
        <div className={classes.key}>
          <code>{key}</code>
          <CopyTextButton text={key} label="Copy key" />
        </div>
        <Alert color="brass" variant="light" icon={<IconAlertTriangle />}>
          This is the only time that it is shown: Posthorn keeps no more than a hash of it. Whoever loses it
          makes another.
        </Alert>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            I have stored it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
