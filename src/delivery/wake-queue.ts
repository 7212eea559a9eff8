/** Something that sleeps until a time. The two fields belong to the queue it sleeps in. */
export interface Sleeper {
  /** Unix ms. */
  wakeAtMs: number;
  /** Where it lies in the heap; -1 while it does not sleep. */
  heapIndex: number;
}

/** Sleepers by the time at which they wake: a binary heap in which each knows its place, so that none is in it twice. */
export class WakeQueue<T extends Sleeper> {
  #heap: T[] = [];

  /** Whoever wakes first. */
  first(): T | undefined {
    return this.#heap[0];
  }

  /** Lets it sleep until then, whether or not it slept before. */
  set(sleeper: T, wakeAtMs: number): void {
    if (sleeper.heapIndex === -1) {
      sleeper.wakeAtMs = wakeAtMs;
      this.#heap.push(sleeper);
      this.#rise(sleeper, this.#heap.length - 1);
      return;
    }
    const isEarlier = wakeAtMs < sleeper.wakeAtMs;
    sleeper.wakeAtMs = wakeAtMs;
    if (isEarlier) this.#rise(sleeper, sleeper.heapIndex);
    else this.#sink(sleeper, sleeper.heapIndex);
  }

  delete(sleeper: T): void {
    const at = sleeper.heapIndex;
    if (at === -1) return;
    sleeper.heapIndex = -1;
    const last = this.#heap.pop();
    if (last === undefined || last === sleeper) return;
    this.#rise(last, at);
    this.#sink(last, last.heapIndex);
  }

  #rise(sleeper: T, from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#heap[above] as T;
      if (parent.wakeAtMs <= sleeper.wakeAtMs) break;
      this.#place(parent, at);
      at = above;
    }
    this.#place(sleeper, at);
  }

  #sink(sleeper: T, from: number): void {
    let at = from;
    for (;;) {
      const child = this.#earlierChild(at);
      if (child === null || child.wakeAtMs >= sleeper.wakeAtMs) break;
      const next = child.heapIndex;
      this.#place(child, at);
      at = next;
    }
    this.#place(sleeper, at);
  }

  #earlierChild(at: number): T | null {
    const left = this.#heap[2 * at + 1];
    const right = this.#heap[2 * at + 2];
    if (left === undefined) return null;
    return right !== undefined && right.wakeAtMs < left.wakeAtMs ? right : left;
  }

  #place(sleeper: T, at: number): void {
    this.#heap[at] = sleeper;
    sleeper.heapIndex = at;
  }
}
