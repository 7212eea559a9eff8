/** How many deliveries wait. */
export interface Backlog {
  pending: number;
  /** Of those, the ones whose time has come. */
  due: number;
}

export interface BacklogVerbs {
  /**
   * What waits for all endpoints together, without what was canceled with its endpoint. Kept, not counted: as cheap
   * with a million as with none.
   */
  readBacklog(nowMs: number): Promise<Backlog>;
}
