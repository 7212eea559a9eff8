import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { RequestButton } from "./request-button.tsx";

interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** A question that names the thing: "Delete the endpoint CRM?". */
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The verb: "Delete endpoint". */
  confirmLabel: string;
  /** "Cancel", unless that could mean two things. */
  cancelLabel?: string;
  /** `danger`: what cannot be undone. */
  tone?: "danger" | "normal";
  /** To be typed before: for what many depend on. */
  typeToConfirm?: string;
  /** Does it; the dialog waits, closes when it is done, and shows why it was not. */
  onConfirm: () => Promise<unknown>;
}

/** Asks before something is done that cannot easily be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title } = props;
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={600}>{title}</Text>} size="md">
      <Question {...props} />
    </Modal>
  );
}

/** Made anew whenever the dialog opens: what was typed or went wrong the last time is gone. */
function Question(props: ConfirmDialogProps) {
  const {
    isOpen,
    onClose,
    children,
    confirmLabel,
    cancelLabel = "Cancel",
    tone = "danger",
    typeToConfirm,
    onConfirm,
  } = props;
  const [typed, setTyped] = useState("");
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [error, setError] = useState<unknown>(null);

  // Enter pressed once too often must not do what cannot be undone.
  const isCancelFirst = tone === "danger" && typeToConfirm === undefined;

  async function confirm(): Promise<void> {
    // On its way out it can still be clicked: it has its answer.
    if (!isOpen) return;
    setIsUnderWay(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setIsUnderWay(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // React tells the form that the dialog was written in as well, which would be sent.
        event.stopPropagation();
        void confirm();
      }}
    >
      <Stack gap="md">
        <Text component="div" size="sm" c="var(--text-soft)">
          {children}
        </Text>
        {typeToConfirm !== undefined && (
          <TextInput
            data-autofocus
            label={`Type ${typeToConfirm} to confirm`}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {error !== null && (
          <Alert role="alert" color="ember" variant="light">
            {sentenceOf(error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus={isCancelFirst || undefined}>
            {cancelLabel}
          </Button>
          <RequestButton
            type="submit"
            color={tone === "danger" ? "ember.6" : "cobalt"}
            isUnderWay={isUnderWay}
            disabled={typeToConfirm !== undefined && typed !== typeToConfirm}
            data-autofocus={(typeToConfirm === undefined && tone === "normal") || undefined}
          >
            {confirmLabel}
          </RequestButton>
        </Group>
      </Stack>
    </form>
  );
}
