import type { RequestVerdict } from "../domain/source.ts";

/** Told of what arrives at sources. */
export interface SourceMeter {
  /** @param eventCount new events that it made */
  received(verdict: RequestVerdict, eventCount: number): void;
}
