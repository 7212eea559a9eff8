import type { Attempt, Delivery, Endpoint } from "../api/shapes.ts";
import { Badge, type Tone } from "./badge.tsx";

type State = [tone: Tone, word: string];

const endpointStates: Record<Endpoint["health"]["state"], State> = {
  healthy: ["good", "Healthy"],
  failing: ["bad", "Failing"],
  congested: ["warn", "Congested"],
  disabled: ["neutral", "Disabled"],
};

const deliveryStates: Record<Delivery["status"], State> = {
  pending: ["info", "Pending"],
  succeeded: ["good", "Succeeded"],
  failed: ["bad", "Failed"],
  canceled: ["neutral", "Canceled"],
};

/** What came of an attempt, in words. */
export const outcomeWords: Record<Attempt["outcome"], string> = {
  success: "Succeeded",
  http_error: "Answered with an error",
  redirect: "Redirect, not followed",
  timeout: "Timed out",
  connection_refused: "Connection refused",
  connection_reset: "Connection reset",
  connection_failed: "Connection failed",
  dns_error: "Name not found",
  tls_error: "TLS error",
  blocked_address: "Address not allowed",
  protocol_error: "Not valid HTTP",
};

/** An endpoint's state: what it was told to do, or else how it fares. */
export function EndpointStatus({ endpoint }: { endpoint: Pick<Endpoint, "status" | "health"> }) {
  const [tone, word] =
    endpoint.status === "paused" ? (["warn", "Paused"] as const) : endpointStates[endpoint.health.state];
  return <Badge tone={tone}>{word}</Badge>;
}

export function DeliveryStatus({ status }: { status: Delivery["status"] }) {
  const [tone, word] = deliveryStates[status];
  return <Badge tone={tone}>{word}</Badge>;
}

/** An attempt in a word: the response's status where there is one. */
export function AttemptOutcome({ attempt }: { attempt: Pick<Attempt, "outcome" | "responseStatus"> }) {
  const { outcome, responseStatus } = attempt;
  const tone: Tone = outcome === "success" ? "good" : "bad";
  const isAnswer = outcome === "success" || outcome === "http_error" || outcome === "redirect";
  return (
    <Badge tone={tone}>
      {isAnswer && responseStatus !== null ? String(responseStatus) : outcomeWords[outcome]}
    </Badge>
  );
}
