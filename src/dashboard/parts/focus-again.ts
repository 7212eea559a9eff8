import { type RefObject, useEffect, useRef } from "react";

/**
 * For a button that stays where it is while its request is under way: it is disabled then, and the browser takes the
 * focus off it. Whoever uses the keyboard would go on behind the dialog, at the top of the page.
 */
export function useFocusAgain(isPending: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !isPending && document.activeElement === document.body) button.current?.focus();
    wasPending.current = isPending;
  }, [isPending]);
  return button;
}
