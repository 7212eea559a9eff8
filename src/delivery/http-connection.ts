import type { Socket } from "node:net";
import { type ParseProgress, ResponseParser, type TakeBody } from "./response-parser.ts";

/** What becomes of the request that a connection carries: one of the first two is called, once. */
export interface AnswerListener {
  /** The answer is complete, or is none: the parser says which. */
  onAnswer(parser: ResponseParser): void;
  /** The connection ended before the answer did; the error is null where it was closed in order. */
  onLost(error: Error | null): void;
  takeBody: TakeBody;
}

/** Keeps connections that carry no request. */
export interface ConnectionKeeper {
  /** The connection has ended, or is about to carry a request. */
  forget(connection: HttpConnection): void;
}

/** A connection that carries one HTTP request after another. */
export class HttpConnection {
  readonly origin: string;
  /** When its keeper gives it up, on the monotonic clock. */
  idleUntilMs = 0;
  /** Whether it carried a request before the present one. */
  isReused = false;
  /** Whether anything of the present request's answer has come. */
  hasAnswer = false;
  readonly #socket: Socket;
  readonly #keeper: ConnectionKeeper;
  #listener: AnswerListener | null = null;
  #parser: ResponseParser | null = null;
  #error: Error | null = null;

  constructor(origin: string, socket: Socket, keeper: ConnectionKeeper) {
    this.origin = origin;
    this.#socket = socket;
    this.#keeper = keeper;
    socket.on("data", (bytes: Buffer) => this.#read(bytes));
    socket.on("end", () => this.#closed());
    socket.on("error", (error: Error) => {
      this.#error = error;
    });
    socket.on("close", () => this.#lose());
  }

  /** Sends a request; the connection is its own until the listener was called. */
  send(request: Buffer, listener: AnswerListener): void {
    this.#listener = listener;
    this.#parser = new ResponseParser(listener.takeBody);
    this.hasAnswer = false;
    this.#socket.write(request);
  }

  /** Whether the head of the present request's answer is complete. */
  hasHead(): boolean {
    return this.#parser !== null && this.#parser.head !== null;
  }

  /** Whether all of the last request was sent: a receiver may have answered before it read the rest. */
  isClear(): boolean {
    return this.#socket.writable && this.#socket.writableLength === 0;
  }

  /** Closes at once, without a word to the listener. */
  destroy(): void {
    this.#listener = null;
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    if (this.#listener === null || this.#parser === null) {
      // What nobody asked for would be taken for the answer to the next request.
      this.destroy();
      return;
    }
    this.hasAnswer = true;
    this.#follow(this.#parser.parse(bytes), this.#parser);
  }

  #closed(): void {
    if (this.#listener !== null && this.#parser !== null) this.#follow(this.#parser.close(), this.#parser);
    this.#lose();
  }

  #follow(progress: ParseProgress, parser: ResponseParser): void {
    if (progress === "unfinished") return;
    this.#parser = null;
    this.isReused = true;
    this.#release()?.onAnswer(parser);
  }

  #lose(): void {
    const listener = this.#release();
    this.#keeper.forget(this);
    listener?.onLost(this.#error);
    this.#socket.destroy();
  }

  #release(): AnswerListener | null {
    const listener = this.#listener;
    this.#listener = null;
    return listener;
  }
}
