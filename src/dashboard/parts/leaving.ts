import type { AroundNavHandler } from "wouter";

/** Asks whoever is about to lose something; calls `leave` if that is what is wanted. */
type Ask = (leave: () => void) => void;

/** One page is shown at a time: one form can have something to lose. */
let guard: { path: string; ask: Ask } | null = null;

/** From now on nobody leaves the page's path unasked; until the function that comes back is called. */
export function guardLeaving(ask: Ask): () => void {
  const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
  guard = { path: window.location.pathname, ask };
  window.addEventListener("beforeunload", onUnload);
  return () => {
    guard = null;
    window.removeEventListener("beforeunload", onUnload);
  };
}

/**
 * Asks as well whoever uses the browser's buttons. They have moved on already when they tell: the address is put back
 * and then asked. To be called before anything is shown: a window tells its listeners in the order in which they came,
 * whatever they say of capturing, and the router must not hear of it first.
 */
export function watchBackButton(): void {
  window.addEventListener("popstate", (event) => {
    if (guard === null || window.location.pathname === guard.path) return;
    event.stopImmediatePropagation();
    window.history.pushState(null, "", guard.path);
    guard.ask(() => window.history.back());
  });
}

/** For the router: every link and every button that leads to another page comes by here. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const isAway = new URL(to, window.location.href).pathname !== window.location.pathname;
  if (guard === null || !isAway) navigate(to, options);
  else guard.ask(() => navigate(to, options));
};

/** For what loses it without leading to another page. */
export function askBeforeLosing(go: () => void): void {
  if (guard === null) go();
  else guard.ask(go);
}

/** What could have been lost is saved. */
export function freeToLeave(): void {
  guard = null;
}
