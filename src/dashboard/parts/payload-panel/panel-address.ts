import { useSearchParams } from "wouter";

/** What the panel shows: an attempt with its delivery, or a delivery with its latest attempt. */
export type PanelAddress = { kind: "attempt" | "delivery"; id: string };

/** How a move between panels counts for the browser's Back button. */
type Move = "push" | "replace";

/**
 * Where the payload panel is: in the page's address, as `?attempt=` or `?delivery=`, so that a link leads to it and the
 * browser's Back button closes it.
 */
export function usePanelAddress() {
  const [search, setSearch] = useSearchParams();
  const attempt = search.get("attempt");
  const delivery = search.get("delivery");

  function go(to: PanelAddress | null, move: Move): void {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete("attempt");
        after.delete("delivery");
        if (to !== null) after.set(to.kind, to.id);
        return after;
      },
      { replace: move === "replace" },
    );
  }

  return {
    address: addressOf(attempt, delivery),
    /** From a row of a page. */
    open: (to: PanelAddress) => go(to, "push"),
    /** From one thing in the panel to another. */
    turnTo: (to: PanelAddress) => go(to, "replace"),
    close: () => go(null, "replace"),
  };
}

function addressOf(attempt: string | null, delivery: string | null): PanelAddress | null {
  if (attempt) return { kind: "attempt", id: attempt };
  return delivery ? { kind: "delivery", id: delivery } : null;
}
