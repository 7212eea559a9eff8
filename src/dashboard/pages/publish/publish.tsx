import { Stack } from "@mantine/core";
import { useState } from "react";
import { useSession } from "../../api/session.ts";
import type { PublishedEvent } from "../../api/shapes.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { pagePaths } from "../../paths.ts";
import classes from "./publish.module.css";
import { PublishForm } from "./publish-form.tsx";
import { PublishedView } from "./published-view.tsx";
import { Recipients } from "./recipients.tsx";

/** Publishes an event by hand, as the API does. */
export function Publish() {
  const { can } = useSession();
  const [published, setPublished] = useState<PublishedEvent | null>(null);
  const [draft, setDraft] = useState<{ type: string; endpointIds: readonly string[] }>({
    type: "",
    endpointIds: [],
  });
  return (
    <PageFrame
      title="Publish an event"
      description="As your software does with POST /api/v1/events: to try a receiver, or for what was missed."
      back={{ to: pagePaths.events, label: "Events" }}
    >
      <div className={classes.columns}>
        <Stack gap="md">
          <PublishForm onPublished={setPublished} onDraft={setDraft} />
          {published !== null && <PublishedView published={published} />}
        </Stack>
        {can("view") && <Recipients type={draft.type} endpointIds={draft.endpointIds} />}
      </div>
    </PageFrame>
  );
}
