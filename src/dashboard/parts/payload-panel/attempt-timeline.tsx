import { Timeline, UnstyledButton } from "@mantine/core";
import type { Attempt, Delivery } from "../../api/shapes.ts";
import { formatDuration, formatTime } from "../format.ts";
import { AttemptOutcome } from "../status.tsx";
import { Time } from "../time.tsx";
import { usePanelAddress } from "./panel-address.ts";
import classes from "./payload-panel.module.css";

/** Every attempt of a delivery, the oldest first, and when the next one is due. */
export function AttemptTimeline(props: {
  delivery: Delivery;
  attempts: readonly Attempt[];
  attemptId: string | null;
}) {
  const { delivery, attempts, attemptId } = props;
  const { turnTo } = usePanelAddress();
  return (
    <section className={classes.timeline} aria-label="Attempts">
      <h3 className={classes.heading}>Attempts</h3>
      <Timeline
        bulletSize={14}
        lineWidth={2}
        active={attempts.length}
        classNames={{ itemBullet: classes.bullet ?? "" }}
      >
        {attempts.map((attempt) => (
          <Timeline.Item key={attempt.id} color={attempt.outcome === "success" ? "moss" : "ember"}>
            <UnstyledButton
              className={classes.attempt}
              aria-current={attempt.id === attemptId || undefined}
              onClick={() => turnTo({ kind: "attempt", id: attempt.id })}
            >
              <span className={classes.attemptHead}>
                <b>Attempt {attempt.number}</b>
                <AttemptOutcome attempt={attempt} />
              </span>
              <span className={classes.attemptFoot}>
                <Time at={attempt.startedAt} /> · {formatDuration(attempt.durationMs)}
              </span>
            </UnstyledButton>
          </Timeline.Item>
        ))}
        {delivery.status === "pending" && (
          <Timeline.Item lineVariant="dashed">
            <NextAttempt delivery={delivery} />
          </Timeline.Item>
        )}
      </Timeline>
      {attempts.length === 0 && delivery.status !== "pending" && (
        <p className={classes.remark}>Nothing was sent.</p>
      )}
    </section>
  );
}

function NextAttempt({ delivery }: { delivery: Delivery }) {
  const { attemptCount, maxAttempts, nextAttemptAt } = delivery;
  return (
    <div className={classes.next}>
      <b>
        Attempt {attemptCount + 1} of {maxAttempts}
      </b>
      <span className={classes.attemptFoot}>
        {nextAttemptAt === null ? (
          "As soon as the endpoint takes more"
        ) : (
          <>
            Next <Time at={nextAttemptAt} />, at {formatTime(nextAttemptAt)}
          </>
        )}
      </span>
    </div>
  );
}
