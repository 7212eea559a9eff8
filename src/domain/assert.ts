/** Throws when an invariant of our own code is broken. A caller's mistake is an `AppError` instead. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
