import type { Outcome } from "../domain/outcome.ts";

/** A signed request on its way out. */
export interface OutboundRequest {
  /** Absolute `https:` (or `http:`, where allowed). */
  url: string;
  headers: Record<string, string>;
  body: string;
  /** For look-up, connect, headers and body together. */
  timeoutMs: number;
}

/** What came back. Trouble is a value, never a throw. */
export type TransportResult =
  | {
      kind: "answered";
      status: number;
      /** Lower-case names, at most 4 KiB in all; repeated ones joined by ", ". */
      headers: Record<string, string>;
      /** The first 1,024 bytes as UTF-8, cut at a character. */
      body: string;
      bodyTruncated: boolean;
      durationMs: number;
    }
  | {
      kind: "failed";
      outcome: Exclude<Outcome, "success" | "http_error" | "redirect">;
      /** A sentence: what, which, what to do. */
      error: string;
      durationMs: number;
    }
  /** Our own trouble (no file descriptor, no free port, proxy down): not an attempt at all. */
  | { kind: "not_attempted"; error: string };

/** The way to the network: a seam, so that the simulation can be the world. */
export interface Transport {
  send(request: OutboundRequest): Promise<TransportResult>;
  /** Closes idle connections. */
  close(): void;
}
