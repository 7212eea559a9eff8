import { z } from "zod";
import type { SourceState } from "../../domain/source-event.ts";
import { contact } from "./notice-shape.ts";

/** How long Meta lets a business answer freely after a contact's last message. */
export const windowMs = 24 * 3_600_000;

const openWindow = z.object({
  kind: z.literal("open"),
  conversationId: z.string(),
  openedAtMs: z.number(),
  expiresAtMs: z.number(),
  wabaId: z.string().nullable(),
  phoneNumberId: z.string().nullable(),
  businessPhone: z.string().nullable(),
  contact,
  groupId: z.string().nullable(),
  /** Names under which the same contact is known. */
  aliases: z.array(z.string()),
});
/** A conversation that goes on. */
export type OpenWindow = z.infer<typeof openWindow>;

const closedWindow = z.object({
  kind: z.literal("closed"),
  /** Late messages from before are of the conversation that was. */
  closedAtMs: z.number(),
  aliases: z.array(z.string()),
});
type ClosedWindow = z.infer<typeof closedWindow>;

const alias = z.object({ kind: z.literal("alias"), of: z.string() });

const remembered = z.discriminatedUnion("kind", [openWindow, closedWindow, alias]);

/** What a source remembers of a contact, under one name. */
export type Named<Window> = Window & { name: string };

type FindState = (name: string) => SourceState | null;

/** The windows that are known under any of the names, each once. */
export function windowsUnder(names: readonly string[], find: FindState): Named<OpenWindow | ClosedWindow>[] {
  const windows = new Map<string, Named<OpenWindow | ClosedWindow>>();
  for (const name of names) {
    const first = parsed(find(name));
    const place = first?.kind === "alias" ? first.of : name;
    const window = first?.kind === "alias" ? parsed(find(place)) : first;
    if (window !== null && window.kind !== "alias") windows.set(place, { ...window, name: place });
  }
  return [...windows.values()];
}

/** A window as it is remembered: an open one until it closes, a closed one for as long as late messages count. */
export function windowState({ name, ...window }: Named<OpenWindow | ClosedWindow>): SourceState {
  const dueAtMs = window.kind === "open" ? window.expiresAtMs : window.closedAtMs + windowMs;
  return { name, value: JSON.stringify(window), dueAtMs };
}

export function aliasState(name: string, of: string): SourceState {
  return { name, value: JSON.stringify({ kind: "alias", of }), dueAtMs: null };
}

/** Null for what is not remembered, or not understood. */
export function windowOf(state: SourceState): Named<OpenWindow | ClosedWindow> | null {
  const window = parsed(state);
  return window === null || window.kind === "alias" ? null : { ...window, name: state.name };
}

function parsed(state: SourceState | null): z.infer<typeof remembered> | null {
  if (state === null) return null;
  const result = remembered.safeParse(JSON.parse(state.value));
  return result.success ? result.data : null;
}
