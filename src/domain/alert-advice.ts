import type { Outcome } from "./outcome.ts";

/** What to do about an endpoint that takes its time. */
export const latencyAdvice =
  "Have the receiver store the event, answer 2xx at once, and do the work afterwards. Attempts that take longer than the endpoint's timeout (timeoutSeconds) fail.";

/** What to do about the most frequent kind of failure. */
export const outcomeAdvice: Readonly<Record<Outcome, string>> = {
  success: "nothing is wrong.",
  http_error: "the receiver answers with an error status. Its own log says why.",
  redirect: "redirects are not followed. Set the endpoint's URL to the final address.",
  timeout:
    "the receiver does not answer in time. Have it answer before it does the work, or raise the endpoint's timeout (timeoutSeconds).",
  connection_refused: "nothing listens at the address. Start the receiver, or correct the endpoint's URL.",
  connection_reset: "the receiver, or what stands before it, hangs up. Look at its load and its limits.",
  connection_failed: "the address cannot be reached. Check the network, routes and firewalls on the way.",
  dns_error: "the name cannot be looked up. Check the endpoint's URL and the DNS that this host asks.",
  tls_error: "no secure connection comes about. Check the receiver's certificate: its name, dates and chain.",
  blocked_address:
    "the name leads to an address that deliveries may not reach. The operator can open its network with POSTHORN_ALLOW_NETWORKS.",
  protocol_error: "what comes back is not HTTP. Check the port, and whether the receiver wants https.",
};
