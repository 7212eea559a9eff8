/** A queue whose ends cost the same however long it is (an array's `shift` moves every item). */
export class Fifo<T> {
  #items: (T | undefined)[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** Puts an item that was taken back in front. */
  putBack(item: T): void {
    if (this.#head > 0) this.#items[--this.#head] = item;
    else this.#items.unshift(item);
  }

  shift(): T | undefined {
    if (this.#head === this.#items.length) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    if (this.#head === this.#items.length) this.#reset();
    else if (this.#head >= 1024 && this.#head * 2 > this.#items.length) this.#compact();
    return item;
  }

  /** Empties the queue and returns what was in it, in order. */
  drain(): T[] {
    const items = this.#items.slice(this.#head) as T[];
    this.#reset();
    return items;
  }

  #reset(): void {
    this.#items.length = 0;
    this.#head = 0;
  }

  #compact(): void {
    this.#items = this.#items.slice(this.#head);
    this.#head = 0;
  }
}
