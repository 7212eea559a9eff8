import http, { type AgentOptions, type ClientRequestArgs } from "node:http";
import type { Socket } from "node:net";
import type { Connector, Destination } from "./connector.ts";
import type { Opening } from "./race-connect.ts";

/** What a pooled request adds to the options of `http.request`. */
export interface PooledRequestArgs extends ClientRequestArgs {
  destination: Destination;
  opening: Opening;
}

const idlePerOriginMax = 64;
/** Below what load balancers keep (60 s), so that we rather than they end an idle connection. */
const idleMsMax = 50_000;

/** The idle connections of all pools, the longest idle one first. */
export class IdleSockets {
  readonly #sockets = new Set<Socket>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  add(socket: Socket): void {
    this.#sockets.add(socket);
    const [longestIdle] = this.#sockets;
    if (this.#sockets.size > this.#max) longestIdle?.destroy();
  }

  remove(socket: Socket): void {
    this.#sockets.delete(socket);
  }

  destroyAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

/**
 * A keep-alive agent of `node:http` whose connections, encrypted or not, come from a connector. Idle ones are
 * kept for 50 s, or as long as the receiver's `Keep-Alive` header says, 64 for each origin.
 */
export class ConnectionPool extends http.Agent {
  readonly #connector: Connector;
  readonly #idle: IdleSockets;

  constructor(protocol: Destination["protocol"], connector: Connector, idle: IdleSockets) {
    const options: AgentOptions & { protocol: string } = {
      protocol,
      keepAlive: true,
      maxFreeSockets: idlePerOriginMax,
      timeout: idleMsMax,
    };
    super(options);
    this.#connector = connector;
    this.#idle = idle;
  }

  override createConnection(
    args: ClientRequestArgs,
    callback?: (error: Error | null, socket: Socket) => void,
  ): undefined {
    const { destination, opening } = args as PooledRequestArgs;
    // The agent reads the first argument and ignores the second where there is an error.
    const done = callback as (error: Error | null, socket?: Socket) => void;
    this.#connector.open(destination, opening).then(
      (socket) => {
        socket.once("close", () => this.#idle.remove(socket));
        done(null, socket);
      },
      (error: Error) => done(error),
    );
  }

  override keepSocketAlive(socket: Socket): boolean {
    // Declared as void, but its false means: the receiver asked for the connection to be closed.
    const kept: unknown = super.keepSocketAlive(socket);
    if (kept === false) return false;
    this.#idle.add(socket);
    return true;
  }

  override reuseSocket(socket: Socket, request: http.ClientRequest): void {
    this.#idle.remove(socket);
    super.reuseSocket(socket, request);
  }

  /** What one idle connection to an origin died of, the others likely did too: the next one will be fresh. */
  dropIdle(args: ClientRequestArgs): void {
    for (const socket of this.freeSockets[this.getName(args)] ?? []) socket.destroy();
  }
}
