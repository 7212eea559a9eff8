/** An event that a source makes of what it received. */
export interface SourceEvent {
  type: string;
  /**
   * Names what happened, within its source, however often and in whatever company it is told: a second event with the
   * key is none. The event's id is derived from it.
   */
  dedupKey: string;
  /** JSON text of an object, kept byte for byte; at most 64 levels deep. */
  data: string;
  /** When it happened; Unix ms. */
  timestampMs: number;
  /** What else follows from it, by what the source remembers. Not asked where the event is a repetition. */
  rule?: StateRule;
}

/** Something that a source remembers from one request to the next, and that may have a time at which it is due. */
export interface SourceState {
  /** Unique within its source. */
  name: string;
  /** The adapter's own text. */
  value: string;
  /** Unix ms at which the adapter is asked about it; null: never. */
  dueAtMs: number | null;
}

/** Decides by what the source remembers, in the transaction that stores the event which it belongs to. */
export interface StateRule {
  /** Synchronous and pure, because a transaction is open. What it finds may lead it to look for more. */
  decide(find: (name: string) => SourceState | null): StateDecision;
}

/** What follows: events (whose own rules are not asked), and what the source remembers from now on. */
export interface StateDecision {
  events: readonly SourceEvent[];
  /** Stored in place of what has the name. */
  put: readonly SourceState[];
  /** Names of states that are forgotten. */
  remove: readonly string[];
}
