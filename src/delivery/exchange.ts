import http, { type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Clock, Timer } from "../platform/clock.ts";
import type { ConnectionPool, PooledRequestArgs } from "./connection-pool.ts";
import { type Destination, placeOf } from "./connector.ts";
import { Opening } from "./race-connect.ts";
import { BodyReader, readHeaders } from "./response-reader.ts";
import type { TransportResult } from "./transport.ts";
import { failed, isClosedSocket, type Trouble, troubleOf } from "./transport-trouble.ts";

/** One request, ready to be put on a connection. */
export interface ExchangeRequest {
  destination: Destination;
  /** Path and query, or, for a proxy, the whole URL. */
  path: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

type Phase = "connect" | "answer" | "body";

/**
 * What an answer may take on the wire: far more than 16 KiB of headers and 64 KiB of a body, even in chunks of one
 * byte. Beyond the body there are bytes without end that no other bound sees (1xx answers, the digits of a chunk's
 * size, empty lines), and parsing them at full speed until the timeout would hold up everybody else.
 */
const wireBytesMax = 1024 * 1024;

/**
 * One HTTP exchange from look-up to the last byte that is read, under one timer. It ends exactly once, whatever
 * comes later; a late event of a socket finds it ended.
 */
export class Exchange {
  readonly #request: ExchangeRequest;
  readonly #pool: ConnectionPool;
  readonly #clock: Clock;
  readonly #done: (result: TransportResult) => void;
  readonly #startedMs: number;
  readonly #timer: Timer;
  #phase: Phase = "connect";
  #stop: () => void = () => {};
  #unwatch: () => void = () => {};
  #ended = false;
  #isWhole: () => boolean = () => false;

  constructor(
    request: ExchangeRequest,
    pool: ConnectionPool,
    clock: Clock,
    done: (result: TransportResult) => void,
  ) {
    this.#request = request;
    this.#pool = pool;
    this.#clock = clock;
    this.#done = done;
    this.#startedMs = clock.monotonic();
    // After a stall of the loop a due timer runs before an answer that has already arrived: one more turn.
    this.#timer = clock.after(request.timeoutMs, () => clock.nextTurn(() => this.#fail(this.#timeout())));
    this.#send("pooled");
  }

  #send(connection: "pooled" | "fresh"): void {
    const { destination, path, headers, body } = this.#request;
    const opening = new Opening();
    const args: PooledRequestArgs = {
      agent: this.#pool,
      protocol: destination.protocol,
      method: "POST",
      host: destination.host,
      port: destination.port,
      path,
      headers,
      destination,
      opening,
    };
    if (connection === "fresh") this.#pool.dropIdle(args);
    const request = requestOf(args);
    if (request === null) {
      this.#fail(unsendable(destination));
      return;
    }
    this.#phase = "connect";
    this.#stop = () => {
      opening.cancel();
      request.destroy();
    };
    let bytesBefore = 0;
    request.once("socket", (socket) => {
      bytesBefore = socket.bytesRead;
      this.#phase = "answer";
      this.#watch(socket);
    });
    request.once("response", (response) => this.#read(response));
    request.once("upgrade", (_, socket) => {
      // A switched connection no longer belongs to its request, so nothing else would close it.
      socket.destroy();
      this.#fail(switched(destination));
    });
    request.on("error", (error) => {
      // What comes after a whole answer does not undo it: its end is on its way.
      if (this.#ended || this.#isWhole()) return;
      const isStale =
        request.reusedSocket && isClosedSocket(error) && request.socket?.bytesRead === bytesBefore;
      if (isStale && connection === "pooled") this.#send("fresh");
      else this.#fail(troubleOf(error, placeOf(destination)));
    });
    request.end(body);
  }

  #watch(socket: Socket): void {
    let bytes = 0;
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > wireBytesMax) this.#fail(flooded(this.#request.destination));
    };
    socket.on("data", count);
    // A connection that is kept outlives the exchange.
    this.#unwatch = () => void socket.off("data", count);
  }

  #read(response: IncomingMessage): void {
    const trouble = statusTrouble(response.statusCode ?? 0, this.#request.destination);
    if (trouble !== null) {
      this.#fail(trouble);
      return;
    }
    this.#phase = "body";
    this.#isWhole = () => response.complete;
    const reader = new BodyReader();
    const answer = () => this.#answered(response, reader);
    response.on("data", (chunk: Buffer) => {
      if (this.#ended || reader.take(chunk)) return;
      answer();
      response.destroy();
    });
    response.once("end", answer);
    response.on("error", () => this.#fail(cutShort(this.#request.destination)));
  }

  #answered(response: IncomingMessage, reader: BodyReader): void {
    this.#end({
      kind: "answered",
      status: response.statusCode ?? 0,
      headers: readHeaders(response.rawHeaders),
      ...reader.text(),
      durationMs: this.#durationMs(),
    });
  }

  #fail(trouble: Trouble): void {
    if (this.#ended) return;
    this.#end(trouble.kind === "failed" ? { ...trouble, durationMs: this.#durationMs() } : trouble);
    this.#stop();
  }

  #end(result: TransportResult): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#timer.cancel();
    this.#unwatch();
    this.#done(result);
  }

  #durationMs(): number {
    return Math.round(this.#clock.monotonic() - this.#startedMs);
  }

  #timeout(): Trouble {
    const { destination, timeoutMs } = this.#request;
    const missing = {
      connect: "no connection could be made",
      answer: "no answer came",
      body: "its answer did not end",
    }[this.#phase];
    return failed(
      "timeout",
      `${placeOf(destination)} took longer than ${timeoutMs / 1000} s: ${missing}. Let the receiver answer before it works, or raise timeoutSeconds.`,
    );
  }
}

/** Null where a header or the path cannot be written. */
function requestOf(args: PooledRequestArgs): http.ClientRequest | null {
  try {
    return http.request(args);
  } catch {
    return null;
  }
}

function unsendable(destination: Destination): Trouble {
  return failed(
    "protocol_error",
    `The request to ${placeOf(destination)} could not be written as HTTP. Check the endpoint's URL and custom headers.`,
  );
}

/** A three-digit number below 100 passes the parser; a 101 without an `Upgrade` is handed on as an answer. */
function statusTrouble(status: number, destination: Destination): Trouble | null {
  if (status === 101) return switched(destination);
  if (status >= 100) return null;
  return failed(
    "protocol_error",
    `${placeOf(destination)} gave an answer that is not valid HTTP/1.1: ${status} is no status.`,
  );
}

function switched(destination: Destination): Trouble {
  return failed(
    "protocol_error",
    `${placeOf(destination)} answered 101 and switched to another protocol, which nobody asked for. Check the receiver's URL.`,
  );
}

function flooded(destination: Destination): Trouble {
  return failed(
    "protocol_error",
    `${placeOf(destination)} sent more than ${wireBytesMax / 1024} KiB that make no complete answer. Check what the receiver sends before and between the parts of its answer.`,
  );
}

function cutShort(destination: Destination): Trouble {
  return failed(
    "protocol_error",
    `${placeOf(destination)} closed the connection before the announced end of its answer. Check its Content-Length.`,
  );
}
