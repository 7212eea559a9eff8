import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { ApiProblem, sentenceOf } from "../api/problem.ts";

/** Says what could not be read, why, and tries again. */
export function ProblemView({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  const requestId = error instanceof ApiProblem ? error.requestId : null;
  return (
    <Alert
      role="alert"
      color="ember"
      variant="light"
      icon={<IconAlertTriangle />}
      title={`${what} could not be loaded`}
    >
      <Text size="sm">{sentenceOf(error)}</Text>
      <Group mt="sm" gap="md">
        <Button variant="default" size="xs" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          Try again
        </Button>
        {requestId && (
          <Text size="xs" c="dimmed">
            Request {requestId}
          </Text>
        )}
      </Group>
    </Alert>
  );
}
