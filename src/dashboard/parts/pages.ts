import { useState } from "react";

/** Where one is in a list: the API's cursors go forward only, so the way back is remembered. */
export interface Pages {
  /** For the request; absent on the first page. */
  cursor: string | undefined;
  number: number;
  hasPrevious: boolean;
  next(cursor: string): void;
  previous(): void;
}

/** @param of what the list shows, its filters included: when that changes, the first page is shown again */
export function usePages(of: string): Pages {
  const [state, setState] = useState<{ of: string; cursors: readonly string[] }>({ of, cursors: [] });
  const cursors = state.of === of ? state.cursors : [];
  return {
    cursor: cursors.at(-1),
    number: cursors.length + 1,
    hasPrevious: cursors.length > 0,
    next: (cursor) => setState({ of, cursors: [...cursors, cursor] }),
    previous: () => setState({ of, cursors: cursors.slice(0, -1) }),
  };
}
