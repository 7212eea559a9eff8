import { Button, Code } from "@mantine/core";
import { IconMapQuestion } from "@tabler/icons-react";
import { Link } from "wouter";
import { Nothing } from "../../parts/nothing.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";

/** The address names an event that is not there. */
export function NoSuchEvent({ id, back }: { id: string; back: { to: string; label: string } }) {
  return (
    <PageFrame title="No such event" back={back}>
      <Nothing
        icon={IconMapQuestion}
        title="This organization has no event with this id"
        description={
          <>
            Looked for <Code>{id}</Code>. It may be older than what is kept, or belong to another
            organization.
          </>
        }
      >
        <Button component={Link} href={back.to} variant="default">
          Look at the log
        </Button>
      </Nothing>
    </PageFrame>
  );
}
