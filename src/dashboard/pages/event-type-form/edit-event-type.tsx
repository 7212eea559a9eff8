import { Alert, Skeleton } from "@mantine/core";
import { useSession } from "../../api/session.ts";
import { useEventType } from "../../parts/event-type-entry.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import { EventTypeForm } from "./event-type-form.tsx";

/** Changes an entry of the catalogue. */
export function EditEventType({ params: { name = "" } }: { params: Readonly<Record<string, string>> }) {
  const { can } = useSession();
  const type = useEventType(name);
  return (
    <PageFrame title={`Edit ${name}`} back={{ to: pathTo(pagePaths.eventType, { name }), label: name }}>
      <Loaded query={type} what="The event type" skeleton={<Skeleton height={420} radius="lg" />}>
        {(entry) => (
          <>
            {entry.shared && (
              <Alert color="cobalt" variant="light" mb="md">
                {can("operate")
                  ? "This entry is shared: all organizations see what you change, unless they have one of their own."
                  : "This entry is shared by the operator. What you save is your organization's own, and stands before it."}
              </Alert>
            )}
            <EventTypeForm entry={entry} name={name} />
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}
