import type { Attempt, DeliveryWithRequest } from "../../api/shapes.ts";
import { pagePaths, pathTo } from "../../paths.ts";
import { Badge } from "../badge.tsx";
import { CopiedId } from "../copied-id.tsx";
import { EndpointName } from "../endpoint-name.tsx";
import { Fact, Facts } from "../facts.tsx";
import { DeliveryStatus } from "../status.tsx";
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
  return (
    <Facts>
      <Fact name="Status">
        <DeliveryStatus status={status} />{" "}
        {reason !== null && <span className={classes.reason}>{reasonWords[reason]}</span>}
      </Fact>
      <Fact name="Endpoint">
        <EndpointName id={endpointId} className={classes.link} />
      </Fact>
      <Fact name="Event">
        <CopiedId id={eventId} what="the event's id" href={pathTo(pagePaths.event, { id: eventId })} />
      </Fact>
      <Fact name="Time">
        <Time at={event.data?.timestamp ?? createdAt} />
      </Fact>
      {event.data && event.data.tags.length > 0 && (
        <Fact name="Tags">
          <span className={classes.tags}>
            {event.data.tags.map((tag) => (
              <span key={tag} className={classes.tag}>
                {tag}
              </span>
            ))}
          </span>
        </Fact>
      )}
      {trigger !== "event" && (
        <Fact name="Made by">
          <Badge tone="info">{triggerWords[trigger]}</Badge>
        </Fact>
      )}
    </Facts>
  );
}
