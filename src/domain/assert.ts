/** Throws when an invariant of our own code is broken. A caller's mistake is an `AppError` instead. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}

/** Ends an exhaustive `switch`: the compiler refuses the call while a variant is left. */
export function unreachable(value: never): never {
  throw new Error(`Invariant broken: unexpected variant ${JSON.stringify(value)}`);
}
