import type { SourceEvent } from "../../src/domain/source-event.ts";
import type { NewSource, NewSourceRequest, ReceivedEvents } from "../../src/store/source-verbs.ts";

export function aSource(over: Partial<NewSource> = {}): NewSource {
  return {
    id: `src_${crypto.randomUUID()}`,
    kind: "generic",
    spec: { name: "upstream", status: "active", config: { verification: { kind: "none" } } },
    eventTypes: [],
    shown: ({ name, status }) => ({ name, status }),
    sourcesMax: 1000,
    nowMs: 0,
    ...over,
  };
}

export function aSourceEvent(over: Partial<SourceEvent> = {}): SourceEvent {
  return {
    type: "order.created",
    dedupKey: crypto.randomUUID(),
    data: '{"n":1}',
    timestampMs: 0,
    ...over,
  };
}

export function aSourceRequest(over: Partial<NewSourceRequest> = {}): NewSourceRequest {
  return {
    id: "req_1",
    atMs: 0,
    address: "192.0.2.1",
    verdict: null,
    reason: null,
    body: "{}",
    made: [],
    repeated: [],
    ...over,
  };
}

export function received(events: readonly SourceEvent[], over: Partial<ReceivedEvents> = {}): ReceivedEvents {
  return { events, bodyKey: null, request: null, nowMs: 0, ...over };
}
