import type { z } from "zod";
import type { SourceEvent, SourceState, StateDecision } from "../domain/source-event.ts";
import type { Random } from "../platform/random.ts";

/** An inbound request as far as it is known before its body is read. */
export interface RequestHead {
  method: InboundMethod;
  query: URLSearchParams;
  headers: Headers;
  /** Unix ms. */
  receivedAtMs: number;
}

/** The whole of it. */
export interface InboundRequest extends RequestHead {
  /** The bytes as they came: signatures are over these. Empty for a GET. */
  body: Uint8Array;
}

export type InboundMethod = "GET" | "POST";

/** Why a request is not taken. The sender gets the status and no body; the reason stands in the source's request log. */
export interface Refusal {
  kind: "refused";
  status: 400 | 401 | 403;
  /** A sentence, without secrets or anything of the body. */
  reason: string;
  /** Of the reply: a 401 may say how to authenticate. */
  headers?: Readonly<Record<string, string>>;
}

/** What the sender gets. */
export interface SourceReply {
  status: number;
  /** Empty: none. */
  body: string;
  contentType: "text/plain; charset=utf-8" | "application/json";
}

/** What a verified request means. */
export type Reading =
  /** A handshake or a challenge: answered at once, and nothing comes of it. */
  | { kind: "answered"; reply: SourceReply }
  /** Events, possibly none; the sender is told once they are on disk. */
  | { kind: "accepted"; events: readonly SourceEvent[] };

/** What an adapter works with beside the request. */
export interface SourceContext<Config> {
  sourceId: string;
  /** With its secrets, opened. */
  config: Config;
  /** Those of the adapter's `namedTypes` that some endpoint names in full. */
  wanted: ReadonlySet<string>;
}

/** An event type that a source of the kind brings along for the organization's catalogue. */
export interface SourceEventType {
  name: string;
  description: string;
  group: string | null;
  /** JSON Schema 2020-12 of the data. */
  schema: Readonly<Record<string, unknown>> | null;
  /** It fits the schema. */
  example: Readonly<Record<string, unknown>> | null;
}

/** How the sources of a kind are configured. */
export interface SourceConfig<Config> {
  /** What `POST /sources` takes as `config`; a stored configuration passes it as well. Strict: it knows all members. */
  readonly input: z.ZodType;
  /** The configuration as it is read, where secrets are `[redacted]`. */
  readonly shown: z.ZodType;
  /** An input as the reference shows it. */
  readonly example: unknown;
  /**
   * The configuration that a checked input means: what is left out gets its default, or is made up.
   * @throws AppError `validation_failed`, paths as in the input
   */
  complete(input: unknown, random: Random): Config;
  /** With every secret as `[redacted]`, which a PATCH sends back to keep it. */
  redacted(config: Config): object;
  /** Members that are shown to admins alone, and `[redacted]` to others and wherever a reply is kept. */
  readonly adminsOnly: readonly string[];
  /** Members that a PATCH with this one sets anew instead of keeping. Most adapters have none. */
  readonly resets?: Readonly<Record<string, readonly string[]>>;
}

/**
 * One upstream platform: what its requests look like, how they are verified, and which events they become. Pure: time,
 * chance and what is stored come in, decisions go out. It meets whatever the internet sends, so nothing in it throws.
 *
 * The way of a request: `screen` (without its body), then `verify` (over the raw bytes), then `read`.
 *
 * An adapter is a folder here, its kind in `sourceKinds` and its line in `source-adapters.ts`.
 * `test/support/describe-source-adapter.ts` tests what every one must do.
 *
 * @example
 * const doorbell: SourceAdapter<{ key: string }> = {
 *   methods: ["POST"],
 *   bodyBytesMax: null,
 *   sameBody: "anew",
 *   namedTypes: [],
 *   config: doorbellConfig,
 *   eventTypes: () => [{ name: "door.rang", description: "Someone rang.", group: null, schema: null, example: null }],
 *   screen: ({ headers }, { key }) =>
 *     headers.get("x-key") === key ? null : { kind: "refused", status: 401, reason: "The key is wrong." },
 *   verify: () => null,
 *   read: ({ headers, receivedAtMs }) => ({
 *     kind: "accepted",
 *     events: [
 *       {
 *         type: "door.rang",
 *         dedupKey: `door:${headers.get("x-ring")}`,
 *         data: JSON.stringify({ door: headers.get("x-door") }),
 *         timestampMs: receivedAtMs,
 *       },
 *     ],
 *   }),
 *   reply: () => ({ status: 200, body: "", contentType: "text/plain; charset=utf-8" }),
 * };
 */
export interface SourceAdapter<Config extends object = object> {
  /** Any other method is 405. */
  readonly methods: readonly InboundMethod[];
  /** The largest body; null: as large as a body of the API may be. */
  readonly bodyBytesMax: number | null;
  /**
   * What a body means that came before, byte for byte: `repeat`, it is acknowledged without another look; `anew`, the
   * keys of its events alone say whether they are repetitions.
   */
  readonly sameBody: "repeat" | "anew";
  /** Types that are produced only while some endpoint names them in full. */
  readonly namedTypes: readonly string[];
  readonly config: SourceConfig<Config>;
  /** What the catalogue gets when a source is made, or changed. */
  eventTypes(config: Config): readonly SourceEventType[];
  /** What can be told from the head alone, so that nobody makes us read megabytes; null: go on. */
  screen(head: RequestHead, config: Config): Refusal | null;
  /** Whether it is the sender who it should be, in constant time; null: it is. */
  verify(request: InboundRequest, config: Config): Refusal | null;
  /** What a verified request means. Whatever is in it, it is taken: a sender would only send it again. */
  read(request: InboundRequest, context: SourceContext<Config>): Reading;
  /** What the sender gets once its request is stored, or was stored before. */
  reply(config: Config): SourceReply;
  /**
   * What follows when a state's time has come. A state that is neither put anew nor removed is not asked about again.
   * Left out by adapters that remember nothing.
   */
  due?(state: SourceState, context: SourceContext<Config> & { nowMs: number }): StateDecision;
}
