import type { Socket } from "node:net";
import type { Clock, Timer } from "../platform/clock.ts";
import type { ConnectionPool } from "./connection-pool.ts";
import { type Connector, placeOf } from "./connector.ts";
import { type AnswerListener, HttpConnection } from "./http-connection.ts";
import { Opening } from "./race-connect.ts";
import { requestBytes } from "./request-bytes.ts";
import type { RequestRoute } from "./request-route.ts";
import type { ResponseParser } from "./response-parser.ts";
import { BodyReader, readHeaders } from "./response-reader.ts";
import type { OutboundRequest, TransportResult } from "./transport.ts";
import {
  answerTrouble,
  failed,
  isClosedSocket,
  lossTrouble,
  type Trouble,
  troubleOf,
} from "./transport-trouble.ts";

/** What all exchanges of a transport share. */
export interface ExchangeParts {
  connector: Connector;
  pool: ConnectionPool;
  clock: Clock;
}

/**
 * One HTTP exchange from look-up to the last byte that is read, under one timer. It ends exactly once, whatever
 * comes later.
 */
export class Exchange implements AnswerListener {
  readonly #route: RequestRoute;
  readonly #request: OutboundRequest;
  readonly #parts: ExchangeParts;
  readonly #done: (result: TransportResult) => void;
  readonly #body = new BodyReader();
  readonly #startedMs: number;
  readonly #timer: Timer;
  #opening: Opening | null = null;
  #connection: HttpConnection | null = null;
  #hasEnded = false;

  constructor(
    route: RequestRoute,
    request: OutboundRequest,
    parts: ExchangeParts,
    done: (result: TransportResult) => void,
  ) {
    const { clock, pool } = parts;
    this.#route = route;
    this.#request = request;
    this.#parts = parts;
    this.#done = done;
    this.#startedMs = clock.monotonic();
    // After a stall of the loop a due timer runs before an answer that has already arrived: one more turn.
    this.#timer = clock.after(request.timeoutMs, () => clock.nextTurn(() => this.#fail(this.#timeout())));
    const kept = pool.take(route.origin);
    if (kept === null) this.#open();
    else this.#sendOn(kept);
  }

  readonly takeBody = (bytes: Buffer): boolean => this.#body.take(bytes);

  onAnswer(parser: ResponseParser): void {
    const { head, trouble } = parser;
    if (head === null || trouble !== null) {
      this.#fail(answerTrouble(trouble, this.#place()));
      return;
    }
    this.#letGo(parser.isReusable, head.keptIdleMs);
    this.#end({
      kind: "answered",
      status: head.status,
      headers: readHeaders(head.headers),
      ...this.#body.text(),
      durationMs: this.#durationMs(),
    });
  }

  onLost(error: Error | null): void {
    const connection = this.#connection;
    this.#connection = null;
    // A receiver may close an idle connection at any time, also just when it is used again.
    const isStale = connection?.isReused === true && !connection.hasAnswer && wasClosed(error);
    if (!isStale) {
      this.#fail(lossTrouble(error, { place: this.#place(), hasHead: connection?.hasHead() === true }));
      return;
    }
    this.#parts.pool.endIdle(this.#route.origin);
    this.#open();
  }

  #open(): void {
    const opening = new Opening();
    this.#opening = opening;
    this.#parts.connector.open(this.#route.destination, opening).then(
      (socket) => this.#opened(socket),
      (error: unknown) => this.#fail(troubleOf(error, this.#place())),
    );
  }

  #opened(socket: Socket): void {
    this.#opening = null;
    const connection = new HttpConnection(this.#route.origin, socket, this.#parts.pool);
    if (this.#hasEnded) connection.destroy();
    else this.#sendOn(connection);
  }

  #sendOn(connection: HttpConnection): void {
    this.#connection = connection;
    const { headers, body } = this.#request;
    const bytes = requestBytes(this.#route.start, headers, body);
    if (bytes === null) this.#fail(unsendable(this.#place()));
    else connection.send(bytes, this);
  }

  #letGo(isReusable: boolean, receiverKeepsMs: number | null): void {
    const connection = this.#connection;
    this.#connection = null;
    if (isReusable && connection?.isClear()) this.#parts.pool.keep(connection, receiverKeepsMs);
    else connection?.destroy();
  }

  #fail(trouble: Trouble): void {
    if (this.#hasEnded) return;
    this.#end(trouble.kind === "failed" ? { ...trouble, durationMs: this.#durationMs() } : trouble);
    this.#opening?.cancel();
    this.#connection?.destroy();
  }

  #end(result: TransportResult): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#timer.cancel();
    this.#done(result);
  }

  #durationMs(): number {
    return Math.round(this.#parts.clock.monotonic() - this.#startedMs);
  }

  #place(): string {
    return placeOf(this.#route.destination);
  }

  #timeout(): Trouble {
    const missing =
      this.#connection === null
        ? "no connection could be made"
        : this.#connection.hasHead()
          ? "its answer did not end"
          : "no answer came";
    return failed(
      "timeout",
      `${this.#place()} took longer than ${this.#request.timeoutMs / 1000} s: ${missing}. Let the receiver answer before it works, or raise timeoutSeconds.`,
    );
  }
}

/** By a reset, or in order where an answer was due. */
function wasClosed(error: Error | null): boolean {
  return error === null || isClosedSocket(error);
}

function unsendable(place: string): Trouble {
  return failed(
    "protocol_error",
    `The request to ${place} could not be written as HTTP. Check the endpoint's URL and custom headers.`,
  );
}
