import type { Attempt, DeliveryWithRequest } from "../../api/shapes.ts";
import { pagePaths, pathTo } from "../../paths.ts";
import { CopiedId } from "../copied-id.tsx";
import { EndpointName } from "../endpoint-name.tsx";
import { Facts } from "../facts.tsx";
import { DeliveryStatus } from "../status.tsx";
import { Tags } from "../tags.tsx";
import { Time } from "../time.tsx";
import { AttemptTimeline } from "./attempt-timeline.tsx";
import { useAttempt, useEvent } from "./delivery-queries.ts";
import { reasonWords, triggerWords } from "./delivery-words.ts";
import { ExchangeView } from "./exchange-view.tsx";
import { PanelActions } from "./panel-actions.tsx";
import classes from "./payload-panel.module.css";

/** One delivery: what it is, what can be done with it, each attempt, and of one of them what was sent and answered. */
export function DeliveryView(props: {
  delivery: DeliveryWithRequest;
  attempts: readonly Attempt[];
  /** The one that is looked at; null: none was made yet. */
  attemptId: string | null;
}) {
  const { delivery, attempts, attemptId } = props;
  const attempt = useAttempt(attemptId);
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <DeliveryFacts delivery={delivery} />
        <PanelActions delivery={delivery} request={attempt.data?.request ?? delivery.request} />
      </div>
      <div className={classes.parts}>
        <AttemptTimeline delivery={delivery} attempts={attempts} attemptId={attemptId} />
        <ExchangeView delivery={delivery} attempt={attemptId === null ? null : attempt} />
      </div>
    </div>
  );
}

function DeliveryFacts({ delivery }: { delivery: DeliveryWithRequest }) {
  const { status, reason, trigger, eventId, endpointId, createdAt } = delivery;
  const event = useEvent(eventId);
  const tags = event.data?.tags ?? [];
  return (
    <Facts
      rows={[
        [
          "Status",
          <>
            <DeliveryStatus status={status} />{" "}
            {reason !== null && <span className={classes.reason}>{reasonWords[reason]}</span>}
          </>,
        ],
        ["Endpoint", <EndpointName key="endpoint" id={endpointId} className={classes.link} />],
        [
          "Event",
          <CopiedId
            key="event"
            id={eventId}
            what="the event's id"
            href={pathTo(pagePaths.event, { id: eventId })}
          />,
        ],
        ["Published", <Time key="time" at={event.data?.timestamp ?? createdAt} />],
        ...(tags.length > 0 ? [["Tags", <Tags key="tags" tags={tags} />] as const] : []),
        ...(trigger !== "event" ? [["Made by", triggerWords[trigger]] as const] : []),
      ]}
    />
  );
}
