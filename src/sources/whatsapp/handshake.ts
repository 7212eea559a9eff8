import { isSameText } from "../constant-time.ts";
import type { Refusal, RequestHead, SourceReply } from "../source-adapter.ts";

/** Meta asks whether this is the right place whenever the callback URL or the token is saved. It signs nothing then. */
export function screenHandshake({ query }: RequestHead, verifyToken: string): Refusal | null {
  const isRight = isSameText(query.get("hub.verify_token") ?? "", verifyToken);
  if (query.get("hub.mode") !== "subscribe") {
    return refused(403, "It is no handshake of Meta's: hub.mode is not subscribe.");
  }
  if (!isRight) {
    return refused(403, "The handshake's token is missing or is not the source's verifyToken.");
  }
  return challengeIn(query) === "" ? refused(400, "The handshake has no hub.challenge.") : null;
}

/** The challenge is opaque: it goes back as it came. */
export function handshakeReply({ query }: RequestHead): SourceReply {
  return { status: 200, body: challengeIn(query), contentType: "text/plain; charset=utf-8" };
}

function challengeIn(query: URLSearchParams): string {
  return query.get("hub.challenge") ?? "";
}

function refused(status: 400 | 403, reason: string): Refusal {
  return { kind: "refused", status, reason };
}
