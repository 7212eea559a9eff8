import type { OutboundRequest, Transport, TransportResult } from "../../src/delivery/transport.ts";
import { testEventType } from "../../src/domain/event-type.ts";
import type { Clock } from "../../src/platform/clock.ts";

/** An answer and how long the receiver takes for it. */
export type Reply = TransportResult & { afterMs?: number };

/** A request as it left. */
export interface SentRequest extends OutboundRequest {
  atMs: number;
  /** The `webhook-id` header. */
  eventId: string;
  attemptNumber: number;
}

/** The world's receivers as a function, in virtual time. */
export interface Network extends Transport {
  /** Every request so far, in order. */
  readonly sent: SentRequest[];
  /** Requests that wait for their answer. */
  readonly open: number;
  /** Of those, the ones to this URL that are no tests. */
  openTo(url: string): number;
  /** What the receivers answer from now on. */
  receive(answer: (request: SentRequest) => Reply): void;
}

export function aNetwork(clock: Clock): Network {
  const sent: SentRequest[] = [];
  const open: OutboundRequest[] = [];
  let answer: (request: SentRequest) => Reply = () => anAnswer();
  return {
    sent,
    get open() {
      return open.length;
    },
    openTo: (url) => open.filter((request) => request.url === url && !isTest(request)).length,
    receive(next) {
      answer = next;
    },
    async send(request) {
      const known = {
        ...request,
        atMs: clock.now(),
        eventId: request.headers["webhook-id"] ?? "",
        attemptNumber: Number(request.headers["x-posthorn-attempt"]),
      };
      sent.push(known);
      open.push(request);
      const { afterMs = 1, ...result } = answer(known);
      await new Promise<void>((resolve) => clock.after(afterMs, resolve));
      open.splice(open.indexOf(request), 1);
      return result.kind === "not_attempted" ? result : { ...result, durationMs: afterMs };
    },
    close() {},
  };
}

/** Whether somebody tests an endpoint: outside lanes and slots. */
export function isTest({ headers }: OutboundRequest): boolean {
  return headers["x-posthorn-event"] === testEventType;
}

export function anAnswer(
  status = 200,
  over: { headers?: Record<string, string>; body?: string; afterMs?: number } = {},
): Reply {
  return { kind: "answered", status, headers: {}, body: "ok", bodyTruncated: false, durationMs: 0, ...over };
}

export function aTimeout(afterMs = 10_000): Reply {
  return { kind: "failed", outcome: "timeout", error: "No answer in time.", durationMs: 0, afterMs };
}
