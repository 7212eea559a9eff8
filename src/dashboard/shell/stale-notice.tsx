import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { ApiProblem, sentenceOf } from "../api/problem.ts";
import classes from "./shell.module.css";

/**
 * Says that what the page shows is from before, because it could not be read again: the server is away, or what is shown
 * has been deleted. What could never be read says so in its own place.
 */
export function StaleNotice() {
  const client = useQueryClient();
  const error = useStaleError();
  if (error === null) return null;
  return (
    <Alert
      role="alert"
      className={classes.stale}
      color="ember"
      variant="light"
      icon={<IconAlertTriangle />}
      title="This page is not up to date"
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">{sentenceOf(error)}</Text>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRefresh size={14} />}
          onClick={() => void client.refetchQueries({ type: "active" })}
        >
          Try again
        </Button>
      </Group>
    </Alert>
  );
}

/** Why something that is shown could not be read again; null: all of it is as it is. */
function useStaleError(): Error | null {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  return useSyncExternalStore(subscribe, () => {
    const stale = cache.getAll().find((query) => query.isActive() && isStale(query.state));
    return stale?.state.error ?? null;
  });
}

/** Whose session has ended is asked for a key instead. */
function isStale({ status, data, error }: { status: string; data: unknown; error: Error | null }): boolean {
  const hasEnded = error instanceof ApiProblem && error.code === "unauthenticated";
  return status === "error" && data !== undefined && !hasEnded;
}
