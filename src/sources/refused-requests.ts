import { requestsKeptMax, type SourceRequest } from "../domain/source.ts";

/** Refused requests in all: memory must not grow with the number of sources. */
const keptInAllMax = 20_000;

/**
 * The last refused requests of each source, in memory alone: whoever floods a source must not make us write. They lie
 * apart from those that were taken, so that a flood hides nothing.
 */
export class RefusedRequests {
  /** Oldest first; sources in the order of their last refusal. */
  readonly #bySource = new Map<string, SourceRequest[]>();
  #count = 0;

  add(sourceId: string, request: SourceRequest): void {
    const requests = this.#bySource.get(sourceId) ?? [];
    this.#bySource.delete(sourceId);
    this.#bySource.set(sourceId, requests);
    requests.push(request);
    this.#count++;
    if (requests.length > requestsKeptMax) this.#dropOldest(requests);
    if (this.#count > keptInAllMax) this.#makeRoom();
  }

  /** Newest first. */
  list(sourceId: string, { beforeId, limit }: { beforeId: string | null; limit: number }): SourceRequest[] {
    const older = (this.#bySource.get(sourceId) ?? []).filter(({ id }) => beforeId === null || id < beforeId);
    return older.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit);
  }

  /** The source is gone. */
  forget(sourceId: string): void {
    this.#count -= this.#bySource.get(sourceId)?.length ?? 0;
    this.#bySource.delete(sourceId);
  }

  /** Of the source that has refused nothing for longest. */
  #makeRoom(): void {
    for (const [sourceId, requests] of this.#bySource) {
      this.#dropOldest(requests);
      if (requests.length === 0) this.#bySource.delete(sourceId);
      return;
    }
  }

  #dropOldest(requests: SourceRequest[]): void {
    requests.shift();
    this.#count--;
  }
}
