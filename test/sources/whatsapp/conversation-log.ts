import type { SourceEvent, SourceState, StateDecision } from "../../../src/domain/source-event.ts";
import { windowDue } from "../../../src/sources/whatsapp/conversation.ts";
import { readNotification } from "../../../src/sources/whatsapp/notification.ts";
import { aNotification, businessNumber } from "./a-notification.ts";

/** Who wrote: with a number, a user id, or both. */
export interface Writer {
  phone?: string;
  userId?: string;
}

/** A message of a conversation. */
export interface Said {
  from: Writer;
  /** Meta's time; Unix ms. */
  atMs: number;
  /** Made up, if left out. */
  id?: string;
  over?: object;
}

/** What a source remembers of conversations, and the events that were made of it: as the store would, without one. */
export class ConversationLog {
  readonly states = new Map<string, SourceState>();
  readonly events: SourceEvent[] = [];
  readonly #keys = new Set<string>();
  #count = 0;
  nowMs: number;

  constructor(nowMs: number) {
    this.nowMs = nowMs;
  }

  /** A message arrives; says what it made of conversations. */
  say({ from, atMs, id, over = {} }: Said): string[] {
    const { phone, userId } = from;
    const before = this.events.length;
    const body = aNotification("messages", {
      ...businessNumber,
      contacts: [{ profile: { name: "Alex" }, wa_id: phone, user_id: userId }],
      messages: [
        {
          from: phone,
          from_user_id: userId,
          id: id ?? `wamid.${this.#count++}`,
          timestamp: String(atMs / 1000),
          type: "text",
          text: { body: "Hello" },
          ...over,
        },
      ],
    });
    const rules = { includeRaw: false, receivedAtMs: this.nowMs, wanted: new Set<string>() };
    for (const { dedupKey, rule } of readNotification(body, rules)) {
      if (this.#keys.has(dedupKey)) continue;
      this.#keys.add(dedupKey);
      if (rule !== undefined) this.#apply(rule.decide((name) => this.states.get(name) ?? null));
    }
    return this.#since(before);
  }

  /** Time goes on, and what is due is asked about. */
  pass(untilMs: number): string[] {
    const before = this.events.length;
    for (let due = this.#nextDue(untilMs); due !== null; due = this.#nextDue(untilMs)) {
      this.nowMs = Math.max(this.nowMs, due.dueAtMs ?? 0);
      this.#apply(windowDue(due, this.nowMs));
    }
    this.nowMs = untilMs;
    return this.#since(before);
  }

  data(index: number): Record<string, unknown> {
    return JSON.parse(this.events.at(index)?.data ?? "{}") as Record<string, unknown>;
  }

  #since(index: number): string[] {
    return this.events.slice(index).map(({ type }) => type);
  }

  #nextDue(untilMs: number): SourceState | null {
    const due = [...this.states.values()].filter(({ dueAtMs }) => dueAtMs !== null && dueAtMs <= untilMs);
    return due.sort((a, b) => (a.dueAtMs ?? 0) - (b.dueAtMs ?? 0))[0] ?? null;
  }

  #apply({ events, put, remove }: StateDecision): void {
    for (const state of put) this.states.set(state.name, state);
    for (const name of remove) this.states.delete(name);
    for (const event of events) {
      if (this.#keys.has(event.dedupKey)) throw new Error(`Told twice: ${event.dedupKey}`);
      this.#keys.add(event.dedupKey);
      this.events.push(event);
    }
  }
}
