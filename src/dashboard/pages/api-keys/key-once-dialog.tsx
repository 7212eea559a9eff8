import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { CreatedApiKey } from "../../api/shapes.ts";
import { CopyTextButton } from "../../parts/copy-button.tsx";
import classes from "./api-keys.module.css";

/** A key that was just made. It is shown this once, so only the button closes this. */
export function KeyOnceDialog({ made, onClose }: { made: CreatedApiKey | null; onClose: () => void }) {
  const key = made?.key ?? null;
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
        {key === null ? (
          <Alert color="ember" variant="light" icon={<IconAlertTriangle />}>
            The reply that carried the key was lost on its way, and it is sent once. Rotate this key in the
            list to get another.
          </Alert>
        ) : (
          <>
            <div className={classes.key}>
              <code>{key}</code>
              <CopyTextButton text={key} label="Copy key" />
            </div>
            <Alert color="brass" variant="light" icon={<IconAlertTriangle />}>
              This is the only time that it is shown: Posthorn keeps no more than a hash of it. Whoever loses
              it makes another.
            </Alert>
          </>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {key === null ? "Close" : "I have stored it"}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
