import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle, IconClockPause, IconPlayerPause, IconPower } from "@tabler/icons-react";
import { Link } from "wouter";
import { useSession } from "../../api/session.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { attentionReason, congestion } from "../../parts/attention-reason.ts";
import { disabledWords } from "../../parts/endpoint-words.ts";
import { formatCount } from "../../parts/format.ts";
import { useNow } from "../../parts/now.ts";
import { Time } from "../../parts/time.tsx";
import { pathToLimit } from "../../paths.ts";

/** Why an endpoint does not get everything at once, and what helps; nothing while all is well. */
export function EndpointNotice({ endpoint }: { endpoint: Endpoint }) {
  const { status, health, disabledReason, disabledAt } = endpoint;
  const now = useNow();
  if (status === "disabled") {
    const reason = disabledReason ?? "manual";
    return (
      <Alert
        color={reason === "manual" ? "gray" : "ember"}
        icon={<IconPower />}
        title={
          <>
            {disabledWords[reason]}
            {disabledAt && (
              <>
                , <Time at={disabledAt} />
              </>
            )}
          </>
        }
      >
        Nothing is sent to it; what it misses is listed as canceled.{" "}
        {reason === "manual"
          ? "Enabling it offers to send that too."
          : "Correct the URL or the receiver, send a test event to see whether it is well, then enable it."}
      </Alert>
    );
  }
  if (status === "paused") {
    return (
      <Alert color="brass" icon={<IconPlayerPause />} title="Paused">
        {formatCount(health.backlog.due)} {health.backlog.due === 1 ? "delivery waits" : "deliveries wait"}{" "}
        until it is resumed. New ones join them; nothing is lost.
      </Alert>
    );
  }
  if (health.state === "congested") return <CongestionNotice endpoint={endpoint} />;
  if (health.heldUntil !== null && Date.parse(health.heldUntil) > now) {
    return (
      <Alert color="brass" icon={<IconClockPause />} title="The receiver asked for a rest">
        It answered 429, so everything waits. Sending goes on <Time at={health.heldUntil} />.
      </Alert>
    );
  }
  if (health.state === "failing") {
    return (
      <Alert color="ember" icon={<IconAlertTriangle />} title="Deliveries fail">
        {attentionReason(endpoint)} They are tried again by the retry schedule. Correct the URL or the
        receiver and send a test event; what was given up by then is sent by Recover failed.
      </Alert>
    );
  }
  return null;
}

/** What arrives, what the limit lets through, and what waits. */
function CongestionNotice({ endpoint }: { endpoint: Endpoint }) {
  const { can } = useSession();
  return (
    <Alert color="brass" icon={<IconClockPause />} title="More arrives than gets through">
      {congestion(endpoint)}
      {can("administer") && (
        <div>
          <Button mt="sm" size="xs" variant="default" component={Link} href={pathToLimit(endpoint.id)}>
            Change limit or event types
          </Button>
        </div>
      )}
    </Alert>
  );
}
