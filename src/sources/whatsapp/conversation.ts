import type { SourceEvent, SourceState, StateDecision, StateRule } from "../../domain/source-event.ts";
import { toIso } from "../../domain/time.ts";
import { hashOf } from "./canonical-hash.ts";
import {
  aliasState,
  type Named,
  type OpenWindow,
  windowMs,
  windowOf,
  windowState,
  windowsUnder,
} from "./conversation-window.ts";
import { eventOf } from "./draft.ts";
import type { InboundMessage } from "./inbound-message.ts";
import { numberKeyOf } from "./item.ts";
import type { Contact } from "./notice-shape.ts";

/** An inbound message as conversations see it. */
interface Arrival {
  /** Under which its contact may be known, the lasting one first. */
  names: readonly [string, ...string[]];
  atMs: number;
  messageId: string;
  /** The conversation that it opens, if it opens one. */
  opening: OpenWindow;
}

/** A time so far ahead of ours is nobody's clock. */
const aheadMsMax = 3_600_000;
const aliasesMax = 20;

const nothing: StateDecision = { events: [], put: [], remove: [] };

/**
 * What follows from a message for its contact's conversation, which is Meta's 24 hours since the last message. Null where
 * nothing does: nobody is known who sent it, or its 24 hours are over already.
 */
export function conversationRule(inbound: InboundMessage): StateRule | null {
  const arrival = arrivalOf(inbound);
  if (arrival === null || arrival.opening.expiresAtMs <= inbound.change.rules.receivedAtMs) return null;
  return { decide: (find) => follow(arrival, find) };
}

/** What follows when a window's time has come: the conversation is closed; and a day later nothing is left of it. */
export function windowDue(state: SourceState, nowMs: number): StateDecision {
  const window = windowOf(state);
  if (window === null) return { ...nothing, remove: [state.name] };
  const { name, aliases } = window;
  if (window.kind === "closed") return { ...nothing, remove: [name, ...aliases] };
  if (nowMs < window.expiresAtMs) return { ...nothing, put: [windowState(window)] };
  const closed = { kind: "closed", closedAtMs: window.expiresAtMs, aliases, name } as const;
  return { ...nothing, events: [expiredEvent(window)], put: [windowState(closed)] };
}

function arrivalOf({ change, message, notice, timestampMs, id }: InboundMessage): Arrival | null {
  const { rules, wabaId, phoneNumberId, businessPhone } = change;
  const { contact } = notice;
  const { groupId } = message;
  // A group has a window of its own, whoever of it wrote.
  const who = groupId === null ? [contact.userId, contact.waId] : [`group:${groupId}`];
  const [known, ...others] = who.filter((one) => one !== null);
  if (known === undefined) return null;
  const number = numberKeyOf(change);
  const nameOf = (one: string) => `window:${number}:${one}`;
  const isOfOurTime = timestampMs <= rules.receivedAtMs + aheadMsMax;
  const atMs = isOfOurTime ? timestampMs : rules.receivedAtMs;
  const opening: OpenWindow = {
    kind: "open",
    conversationId: hashOf(`${number}\0${known}\0${id}`),
    openedAtMs: atMs,
    expiresAtMs: atMs + windowMs,
    wabaId,
    phoneNumberId,
    businessPhone,
    contact,
    groupId,
    aliases: [],
  };
  return { names: [nameOf(known), ...others.map(nameOf)], atMs, messageId: id, opening };
}

function follow(arrival: Arrival, find: (name: string) => SourceState | null): StateDecision {
  const { names, atMs, opening } = arrival;
  const found = windowsUnder(names, find);
  const open = found.filter((window) => window.kind === "open");
  const live = open.filter(({ expiresAtMs }) => atMs < expiresAtMs);
  const expired = open.filter(({ expiresAtMs }) => atMs >= expiresAtMs);
  const closedThroughMs = Math.max(
    ...found.map((window) => (window.kind === "open" ? Number.NEGATIVE_INFINITY : window.closedAtMs)),
    Number.NEGATIVE_INFINITY,
  );
  const [oldest, ...younger] = live.sort((a, b) => a.openedAtMs - b.openedAtMs);
  // Of the conversation that was closed before it came.
  if (oldest === undefined && atMs < closedThroughMs) return nothing;
  const goesOn = oldest ?? { ...opening, name: names[0] };
  const known = [...names, ...found.flatMap(({ name, aliases }) => [name, ...aliases])];
  const aliases = [...new Set(known)].filter((name) => name !== goesOn.name).slice(0, aliasesMax);
  const window: Named<OpenWindow> = {
    ...goesOn,
    contact: withLatest(goesOn.contact, opening.contact),
    expiresAtMs: Math.max(opening.expiresAtMs, ...live.map(({ expiresAtMs }) => expiresAtMs)),
    aliases,
  };
  const isAlias = (name: string) => oldest?.aliases.includes(name) === true;
  return {
    events: [
      ...expired.map(expiredEvent),
      ...younger.map((merged) => closedEvent(merged, { atMs, reason: "merged" })),
      ...(oldest === undefined ? [openedEvent(window, arrival)] : []),
    ],
    put: [
      windowState(window),
      ...aliases.filter((name) => !isAlias(name)).map((name) => aliasState(name, window.name)),
    ],
    remove: [],
  };
}

/** What the latest message does not say, an earlier one did. */
function withLatest(known: Contact, latest: Contact): Contact {
  const said = Object.entries(latest).filter(([, value]) => value !== null);
  return { ...known, ...Object.fromEntries(said) };
}

function openedEvent(window: OpenWindow, { atMs, messageId }: Arrival): SourceEvent {
  return eventOf({
    type: "conversation.opened",
    dedupKey: `wa:conv:${window.conversationId}:opened`,
    data: { ...conversationData(window, atMs), messageId },
    timestampMs: atMs,
  });
}

function expiredEvent(window: OpenWindow): SourceEvent {
  return closedEvent(window, { atMs: window.expiresAtMs, reason: "window_expired" });
}

function closedEvent(
  window: OpenWindow,
  { atMs, reason }: { atMs: number; reason: "window_expired" | "merged" },
): SourceEvent {
  return eventOf({
    type: "conversation.closed",
    dedupKey: `wa:conv:${window.conversationId}:closed`,
    data: { ...conversationData(window, atMs), closedAt: toIso(atMs), reason },
    timestampMs: atMs,
  });
}

function conversationData(window: OpenWindow, atMs: number) {
  const { wabaId, phoneNumberId, businessPhone, contact, conversationId, groupId } = window;
  return {
    source: "whatsapp",
    wabaId,
    phoneNumberId,
    businessPhone,
    occurredAt: toIso(atMs),
    contact,
    conversationId,
    groupId,
    openedAt: toIso(window.openedAtMs),
    expiresAt: toIso(window.expiresAtMs),
  };
}
