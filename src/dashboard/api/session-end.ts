import { focusManager, type QueryClient, skipToken, useQuery } from "@tanstack/react-query";
import type { Me } from "./shapes.ts";

export const meKey = ["me"] as const;
const stateKey = ["session"] as const;

/** What is kept when everything that was read is forgotten. */
export const isAboutSession = ({ queryKey: [first] }: { queryKey: readonly unknown[] }): boolean =>
  first === meKey[0] || first === stateKey[0];

/**
 * That somebody signed in with this browser: the session's cookie cannot be seen from here, and asking without one
 * would be an error in the browser's console.
 */
const signedInKey = "posthorn.signed-in";
export const signedInMark = {
  isSet: (): boolean => localStorage.getItem(signedInKey) !== null,
  set: (): void => localStorage.setItem(signedInKey, "yes"),
  clear: (): void => localStorage.removeItem(signedInKey),
  /** Whether it says that somebody has signed in, in another window. */
  isSetBy: ({ key, newValue }: StorageEvent): boolean => key === signedInKey && newValue !== null,
};

interface SessionState {
  /** The server knows the session no more, and whoever works here may have something to lose. */
  hasEnded: boolean;
  /** Grows whenever somebody else begins: what one typed is not for the other. */
  turn: number;
}

const begun: SessionState = { hasEnded: false, turn: 0 };

/** Kept beside what was read, so that both change in the same moment. */
export function useSessionState(): SessionState {
  const options = { queryKey: stateKey, queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY } as const;
  return useQuery<SessionState>({ ...options, initialData: begun }).data ?? begun;
}

function change(client: QueryClient, how: (before: SessionState) => SessionState): void {
  client.setQueryData<SessionState>(stateKey, (before = begun) => how(before));
}

/**
 * The session has ended under whoever is signed in: the page stays as it is, and asks for a key. Until then it reads
 * nothing, as if nobody looked at it.
 */
export function noticeEnd(client: QueryClient): void {
  if (!client.getQueryData<Me | null>(meKey)) return;
  signedInMark.clear();
  focusManager.setFocused(false);
  change(client, (before) => ({ ...before, hasEnded: true }));
  void client.cancelQueries();
}

/** The same person goes on, or another one begins. */
export function overcomeEnd(client: QueryClient, { isAnother }: { isAnother: boolean }): void {
  change(client, ({ turn }) => ({ hasEnded: false, turn: isAnother ? turn + 1 : turn }));
  focusManager.setFocused(undefined);
}
