import { useDebouncedCallback } from "@mantine/hooks";
import { type ReactNode, useState } from "react";

/** How long somebody pauses in typing before the list follows, ms. */
const typingMs = 300;

/** A filter that is typed: the list follows a moment after the last letter, and passes over what cannot be looked for. */
export function TypedFilter(props: {
  value: string;
  onChange: (value: string) => void;
  /** Absent: anything can be looked for. */
  isValid?: (value: string) => boolean;
  children: (value: string, change: (value: string) => void) => ReactNode;
}) {
  const { value, onChange, isValid = () => true, children } = props;
  const [state, setState] = useState({ typed: value, of: value });
  // Either the list has followed, and a space at the end is still being typed on; or somebody cleared the filters.
  if (state.of !== value) {
    setState({ typed: state.typed.trim() === value ? state.typed : value, of: value });
  }
  const follow = useDebouncedCallback((next: string) => {
    if (next === "" || isValid(next)) onChange(next);
  }, typingMs);
  return children(state.typed, (next) => {
    setState({ typed: next, of: value });
    follow(next.trim());
  });
}
