import { Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { AttemptWithRequest, DeliveryWithRequest, SentRequest } from "../../api/shapes.ts";
import { CodeView } from "../code-view.tsx";
import { formatDuration } from "../format.ts";
import { Loaded } from "../loaded.tsx";
import { AttemptOutcome, outcomeWords } from "../status.tsx";
import { HeaderList } from "./header-list.tsx";
import classes from "./payload-panel.module.css";

/** What was sent and what came back; before the first attempt, what will be sent. */
export function ExchangeView(props: {
  delivery: DeliveryWithRequest;
  attempt: UseQueryResult<AttemptWithRequest> | null;
}) {
  const { delivery, attempt } = props;
  if (attempt === null) {
    const title = delivery.status === "pending" ? "Request, as it will be sent" : "Request, never sent";
    return (
      <div className={classes.exchange}>
        <RequestView title={title} request={delivery.request} />
      </div>
    );
  }
  return (
    <div className={classes.exchange}>
      <Loaded query={attempt} what="The attempt" skeleton={<ExchangeSkeleton />}>
        {(made) => (
          <>
            <ResponseView attempt={made} />
            <RequestView title="Request" request={made.request} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function ResponseView({ attempt }: { attempt: AttemptWithRequest }) {
  const { outcome, responseHeaders, responseBody, responseBodyTruncated, error, durationMs } = attempt;
  return (
    <section className={classes.part} aria-label={`Response to attempt ${attempt.number}`}>
      <div className={classes.partHead}>
        <h3 className={classes.heading}>Response</h3>
        <AttemptOutcome attempt={attempt} />
        <span className={classes.remark}>after {formatDuration(durationMs)}</span>
      </div>
      {outcome !== "success" && <p className={classes.error}>{error ?? outcomeWords[outcome]}</p>}
      {responseHeaders && <HeaderList of="Response headers" headers={responseHeaders} />}
      {responseBody ? (
        <CodeView label="Response body" text={responseBody} height="16rem" />
      ) : (
        <p className={classes.remark}>{emptyBodyWords(attempt)}</p>
      )}
      {responseBodyTruncated && (
        <p className={classes.remark}>The beginning; the rest of the response is not kept.</p>
      )}
    </section>
  );
}

function emptyBodyWords({ responseStatus, request }: AttemptWithRequest): string {
  if (request.body === null) return "The response was erased with the event's data.";
  return responseStatus === null ? "There was no response." : "The response had no body.";
}

function RequestView({ title, request }: { title: string; request: SentRequest }) {
  const { url, headers, body } = request;
  return (
    <section className={classes.part} aria-label={title}>
      <div className={classes.partHead}>
        <h3 className={classes.heading}>{title}</h3>
      </div>
      <p className={classes.url}>
        <b>POST</b> {url}
      </p>
      {headers && <HeaderList of="Request headers" headers={headers} />}
      {body === null ? (
        <p className={classes.remark}>The event's data was erased: headers and body are gone.</p>
      ) : (
        <CodeView label="Request body" text={body} />
      )}
    </section>
  );
}

function ExchangeSkeleton() {
  return (
    <Stack gap="md">
      <Skeleton height={18} width="40%" />
      <Skeleton height={90} radius="md" />
      <Skeleton height={18} width="40%" />
      <Skeleton height={200} radius="md" />
    </Stack>
  );
}
