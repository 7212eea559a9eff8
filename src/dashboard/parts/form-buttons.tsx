import { Alert, Button, Group, Stack } from "@mantine/core";
import { RequestButton } from "./request-button.tsx";
import type { Submission } from "./submission.ts";

/** What ends a form: why it could not be sent, the way back, and the button that sends it. */
export function FormButtons(props: {
  submission: Submission;
  /** The verb: "Create key". */
  label: string;
  onCancel?: () => void;
  /** There is nothing to send yet. */
  isIdle?: boolean;
}) {
  const { submission, label, onCancel, isIdle = false } = props;
  return (
    <Stack gap="md">
      {submission.problem !== null && (
        <Alert role="alert" color="ember" variant="light">
          {submission.problem}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <RequestButton type="submit" isUnderWay={submission.isUnderWay} disabled={isIdle}>
          {label}
        </RequestButton>
      </Group>
    </Stack>
  );
}
