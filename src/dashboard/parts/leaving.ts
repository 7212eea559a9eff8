import type { AroundNavHandler } from "wouter";

/** Asks whoever is about to lose something; calls `leave` if that is what is wanted. */
type Ask = (leave: () => void) => void;

/** One page is shown at a time: one form can have something to lose. */
let asking: Ask | null = null;

/** From now on nobody leaves the page's path unasked; until the function that comes back is called. */
export function guardLeaving(ask: Ask): () => void {
  const path = window.location.pathname;
  asking = ask;

  // The buttons of the browser have moved on already when they tell: the address is put back and then asked.
  const onPop = (event: PopStateEvent): void => {
    if (window.location.pathname === path) return;
    event.stopImmediatePropagation();
    window.history.pushState(null, "", path);
    ask(() => window.history.back());
  };
  const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
  // Before the router, which listens to the same.
  window.addEventListener("popstate", onPop, { capture: true });
  window.addEventListener("beforeunload", onUnload);
  return () => {
    asking = null;
    window.removeEventListener("popstate", onPop, { capture: true });
    window.removeEventListener("beforeunload", onUnload);
  };
}

/** For the router: every link and every button that leads to another page comes by here. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const isAway = new URL(to, window.location.href).pathname !== window.location.pathname;
  if (asking === null || !isAway) navigate(to, options);
  else asking(() => navigate(to, options));
};

/** What could have been lost is saved. */
export function freeToLeave(): void {
  asking = null;
}
