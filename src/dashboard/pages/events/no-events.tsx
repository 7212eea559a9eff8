import { Button } from "@mantine/core";
import { IconBroadcast, IconFilterOff } from "@tabler/icons-react";
import { Link } from "wouter";
import { useSession } from "../../api/session.ts";
import { Nothing } from "../../parts/nothing.tsx";
import { pagePaths } from "../../paths.ts";

/** Why the log shows nothing. @param onClear null: nothing is filtered */
export function NoEvents({ onClear }: { onClear: (() => void) | null }) {
  const { can } = useSession();
  if (onClear !== null) {
    return (
      <Nothing
        icon={IconFilterOff}
        title="No event matches"
        description="Events are kept as long as the retention says. Widen the time, or look for another type or tag."
      >
        <Button variant="default" onClick={onClear}>
          Clear the filters
        </Button>
      </Nothing>
    );
  }
  return (
    <Nothing
      icon={IconBroadcast}
      title="No events yet"
      description="What your software publishes with POST /api/v1/events, and what sources receive, is listed here."
    >
      {can("publish") && (
        <Button component={Link} href={pagePaths.publish}>
          Publish the first one
        </Button>
      )}
    </Nothing>
  );
}
